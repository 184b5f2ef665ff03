import { expect, it } from "vitest";
import { nameOf } from "./press";

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
