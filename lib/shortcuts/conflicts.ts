import {
  type ChosenKeys,
  type Context,
  canChange,
  contextOf,
  isSingle,
  keysOf,
  type ShortcutId,
  shortcutIds,
} from "./keys";
import { showKey } from "./show-key";
import { contextWords, shortcutWords } from "./words";

/**
 * Places whose keys can be pressed at the same moment. Selected words and an open passage are none: as soon as words
 * are selected, the keys mean the words. Nor is a verdict beside others: while it is given, its answers come first.
 */
const together: readonly (readonly [Context, Context])[] = [
  ["text", "picked"],
  ["text", "selection"],
  ["text", "passage"],
  ["text", "suggestion"],
  ["picked", "selection"],
  ["lists", "claims"],
  ["lists", "notifications"],
];

/** True when keys of both can be pressed at the same moment, so that one key cannot mean both. */
export function meet(a: Context, b: Context): boolean {
  if (a === b) return true;
  if (a === "composer" || b === "composer") return false;
  if (a === "everywhere" || b === "everywhere") return true;
  return together.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
}

/** The shortcut that has this key already where `id` would need it. */
export function takenBy(id: ShortcutId, key: string, chosen: ChosenKeys): ShortcutId | undefined {
  return shortcutIds.find(
    (other) =>
      other !== id &&
      meet(contextOf(other), contextOf(id)) &&
      keysOf(other, chosen).some((one) => one === key || one.startsWith(`${key} `)),
  );
}

/** Why this shortcut cannot have this key, as a sentence, or null. */
export function keyProblem(id: ShortcutId, key: string, chosen: ChosenKeys): string | null {
  if (!canChange(id)) return "This key cannot be changed.";
  if (!isSingle(key) || key.includes(" ")) return "Press one letter, figure or sign, with Shift or without.";
  const taken = takenBy(id, key, chosen);
  if (!taken) return null;
  return `${showKey(key)} is taken: “${shortcutWords[taken]}” (${contextWords[contextOf(taken)].toLowerCase()}). Give that another key first, or choose another one here.`;
}

/** The first problem in a whole set of chosen keys, or null. */
export function chosenProblem(chosen: ChosenKeys): string | null {
  for (const id of shortcutIds) {
    const key = chosen[id];
    const problem = key === undefined ? null : keyProblem(id, key, chosen);
    if (problem) return problem;
  }
  return null;
}
