import { isSingle, keysOf, type ShortcutId } from "@/lib/shortcuts/keys";
import type { KeySettings } from "./key-settings";

/** The key that a person can press for this now; none for what has none, or while single letters are off. */
export function usableKey(id: ShortcutId | undefined, { letterKeys, keys }: KeySettings): string | undefined {
  const key = id && keysOf(id, keys)[0];
  return key && (letterKeys || !isSingle(key)) ? key : undefined;
}
