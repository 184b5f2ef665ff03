import { expect, it } from "vitest";
import { nameOf, pressed } from "./press";

it.each([
  ["a letter", { key: "u", code: "KeyU" }, "u"],
  ["a capital", { key: "U", code: "KeyU", shiftKey: true }, "shift+u"],
  ["a letter of another layout", { key: "a", code: "KeyQ" }, "a"],
  ["a Cyrillic letter", { key: "г", code: "KeyU" }, "u"],
  ["a figure", { key: "4", code: "Digit4" }, "4"],
  ["a figure with Shift, as in French", { key: "4", code: "Digit4", shiftKey: true }, "4"],
  ["a Persian figure", { key: "۴", code: "Digit4" }, "4"],
  ["an Arabic figure of the number block", { key: "٤", code: "Numpad4" }, "4"],
  ["a sign", { key: "?", code: "Slash", shiftKey: true }, "?"],
  ["a key with a name", { key: "Enter", code: "Enter" }, "enter"],
  [
    "an arrow with others",
    { key: "ArrowLeft", code: "ArrowLeft", shiftKey: true, altKey: true },
    "alt+shift+arrowleft",
  ],
])("names %s", (_, pressed, name) => {
  expect(nameOf({ shiftKey: false, altKey: false, ...pressed })).toBe(name);
});

/** A key as a browser gives it, on a keyboard with these keys held. */
function event(given: { key: string; code: string }, ...held: string[]): KeyboardEvent {
  const has = (name: string) => held.includes(name);
  return {
    ...given,
    ctrlKey: has("Control"),
    metaKey: has("Meta"),
    shiftKey: has("Shift"),
    altKey: has("Alt"),
    getModifierState: has,
  } as unknown as KeyboardEvent;
}

it.each([
  ["Ctrl with a letter", event({ key: "k", code: "KeyK" }, "Control"), "mod+k"],
  ["Cmd with a capital", event({ key: "K", code: "KeyK" }, "Meta", "Shift"), "mod+shift+k"],
  ["Ctrl with a Cyrillic letter", event({ key: "л", code: "KeyK" }, "Control"), "mod+k"],
  ["Ctrl with a Greek letter", event({ key: "ζ", code: "KeyZ" }, "Control"), "mod+z"],
  ["Ctrl with a letter of another Latin layout", event({ key: "z", code: "KeyY" }, "Control"), "mod+z"],
  ["Ctrl with Enter", event({ key: "Enter", code: "Enter" }, "Control"), "mod+enter"],
  ["Ctrl with a sign", event({ key: "/", code: "Slash" }, "Control"), "mod+/"],
  ["AltGr, which is no Ctrl", event({ key: "[", code: "KeyF" }, "Control", "Alt", "AltGraph"), "["],
])("names %s", (_, given, name) => {
  expect(pressed(given)).toBe(name);
});
