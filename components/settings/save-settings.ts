"use client";

import { tellKeysChanged } from "@/components/shortcuts/key-settings";
import { call } from "@/lib/http/client";
import { attributesOf } from "@/lib/settings/attributes";
import { readSettings, withChange } from "@/lib/settings/read-settings";
import { changeSettings, type Settings, type SettingsChange } from "@/lib/settings/schema";

/** The settings that this page has: they stand on <html>, where the server has written them. */
function currentSettings(): Settings {
  const { letterKeys, keys, announcePassages, ...rest } = document.documentElement.dataset;
  return readSettings({
    ...rest,
    letterKeys: letterKeys !== "off",
    announcePassages: announcePassages === "on",
    keys: keys ? JSON.parse(keys) : {},
  });
}

function apply(settings: Settings): void {
  const { documentElement: root } = document;
  for (const name of names) root.removeAttribute(name);
  for (const [name, value] of Object.entries(attributesOf(settings))) root.setAttribute(name, value);
  tellKeysChanged();
}

const names = [
  "data-theme",
  "data-text-size",
  "data-measure",
  "data-typeface",
  "data-motion",
  "data-announce-passages",
  "data-letter-keys",
  "data-keys",
];

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes settings at once on this page, and in the account. One after the other, so that the last one stays. Throws
 * when the account could not be reached; then the page goes back too.
 */
export function saveSettings(change: SettingsChange): Promise<Settings> {
  const before = currentSettings();
  apply(withChange(before, change));
  const saving = last.then(async () => {
    try {
      return await call(changeSettings, { body: change });
    } catch (error) {
      // Only this change goes back: later ones may have been stored.
      const names = Object.keys(change) as (keyof Settings)[];
      const back = Object.fromEntries(names.map((name) => [name, before[name]]));
      apply({ ...currentSettings(), ...back });
      throw error;
    }
  });
  last = saving.catch(() => undefined);
  return saving;
}
