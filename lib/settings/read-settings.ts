import { chosenProblem } from "@/lib/shortcuts/conflicts";
import { type ChosenKeys, shortcutIds } from "@/lib/shortcuts/keys";
import { firstSettings, type Settings, type SettingsChange, settingsView } from "./schema";

/** Settings as they are stored, by this version or another one: whatever it does not know is as at first. */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== "object" || stored === null) return firstSettings;
  const known = Object.entries(stored).filter(([name, value]) => {
    const field = settingsView.shape[name as keyof Settings];
    return name !== "keys" && field?.safeParse(value).success;
  });
  const { keys } = stored as { keys?: unknown };
  return { ...firstSettings, ...Object.fromEntries(known), keys: readKeys(keys) };
}

/** A key that a new shortcut has taken meanwhile, or that has gone, is dropped: the first ones always fit together. */
function readKeys(stored: unknown): ChosenKeys {
  const known = Object.entries(typeof stored === "object" && stored !== null ? stored : {}).filter(
    ([id, key]) => settingsView.shape.keys.safeParse({ [id]: key }).success,
  );
  const fitting: ChosenKeys = {};
  // Where they do not fit together any more, those are kept that fit with the ones before them.
  for (const [id, key] of known) {
    const next = { ...fitting, [id]: key };
    if (chosenProblem(next) === null) Object.assign(fitting, next);
  }
  const all: ChosenKeys = Object.fromEntries(known);
  return chosenProblem(all) ? fitting : all;
}

/** The settings after a change. */
export function withChange(before: Settings, { keys, ...rest }: SettingsChange): Settings {
  return { ...before, ...rest, keys: keys === undefined ? before.keys : withKeys(before.keys, keys) };
}

function withKeys(before: ChosenKeys, change: NonNullable<SettingsChange["keys"]> | null): ChosenKeys {
  if (change === null) return {};
  const after: ChosenKeys = {};
  for (const id of shortcutIds) {
    const key = id in change ? change[id] : before[id];
    if (key) after[id] = key;
  }
  return after;
}
