import type { KeyHint } from "./key-settings";

/** What a button says with its key behind it, for a title: "Judge (V)". */
export function withKey(label: string, hint: KeyHint | undefined): string {
  return hint ? `${label} (${hint.shown})` : label;
}
