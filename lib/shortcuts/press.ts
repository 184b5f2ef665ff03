import { type ChosenKeys, type Context, contextOf, keysOf, type ShortcutId } from "./keys";

/** A key that was pressed, as far as its name goes. */
export type Pressed = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "altKey">;

/**
 * The name of the key that is meant: "a", "shift+n", "?", "escape", "alt+shift+arrowleft". On a keyboard of another
 * script it is the Latin letter or figure that stands in its place.
 */
export function nameOf({ key, code, shiftKey, altKey }: Pressed): string {
  if (/^\p{Nd}$/u.test(key)) return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key;
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  if (isSign && !(latin && key.charCodeAt(0) > 0x7e)) return key;
  const name = isSign ? (latin ?? key) : key;
  return `${altKey ? "alt+" : ""}${shiftKey ? "shift+" : ""}${name.toLowerCase()}`;
}

/**
 * The same with "mod+" before it for Ctrl and Cmd; AltGr, which makes the brackets on many keyboards, is neither. With
 * Ctrl too a Cyrillic or Greek letter means the Latin one in its place: some browsers name it, others do not.
 */
export function pressed(event: KeyboardEvent): string {
  const isAltGraph = event.getModifierState("AltGraph");
  const { key, code, shiftKey } = event;
  if (!(event.ctrlKey || event.metaKey) || isAltGraph)
    return nameOf({ key, code, shiftKey, altKey: event.altKey && !isAltGraph });
  const name = nameOf({ key, code, shiftKey: false, altKey: false });
  return `mod+${shiftKey ? "shift+" : ""}${name}`;
}

/** What is selected comes first, then the verdict that is being given, then what is open, then the page. */
const inTurn: readonly Context[] = [
  "selection",
  "picked",
  "verdict",
  "suggestion",
  "passage",
  "text",
  "notifications",
  "claims",
  "lists",
  "everywhere",
];

/** Which of the shortcuts that can be used now this key means, if any. */
export function shortcutFor(
  key: string,
  live: readonly ShortcutId[],
  chosen: ChosenKeys,
): ShortcutId | undefined {
  const meant = live.filter((id) => keysOf(id, chosen).includes(key));
  return meant.toSorted((a, b) => inTurn.indexOf(contextOf(a)) - inTurn.indexOf(contextOf(b)))[0];
}
