/** Moves the focus `by` buttons further inside an element, round and round. */
export function moveFocus(inside: Element, by: 1 | -1): void {
  const buttons = [...inside.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
