/** After such a pause a key means again what it says. */
const pauseMs = 1_500;

/** What is written in: no boxes to tick, and nothing that only takes a key. */
const fields =
  "input:not([type=checkbox], [type=radio], [readonly]), textarea:not([readonly]), [contenteditable=true]";

/**
 * Keeps what is typed from becoming shortcuts when its field is taken away: whoever writes and does not look goes on
 * writing, while a colleague deletes the passage or settles the question. What they type then does nothing, until they
 * pause, press the pointer, or press a key that no text has. Who leaves a field by Tab, Esc, Enter in a single line, or
 * Ctrl and Enter has left it themselves. The returned function ends it.
 */
export function guardTyping(): () => void {
  /** The field in which the last key was pressed, unless that was to leave it. */
  let field: Element | null = null;
  /** When that was, or when the last key after it was dropped, in ms of `timeStamp`. */
  let at = 0;
  const leave = () => {
    field = null;
  };
  const onKey = (event: KeyboardEvent) => {
    // A capital letter begins with one.
    if (modifiers.has(event.key)) return;
    const target = event.target instanceof Element ? event.target.closest(fields) : null;
    if (target) {
      field = isLeaving(event, target) ? null : target;
      at = event.timeStamp;
      return;
    }
    const isTaken = field !== null && !isThere(field) && event.timeStamp - at < pauseMs;
    if (!isTaken || !isText(event)) return leave();
    at = event.timeStamp;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("pointerdown", leave, true);
  return () => {
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("pointerdown", leave, true);
  };
}

const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

function isLeaving({ key, ctrlKey, metaKey }: KeyboardEvent, from: Element): boolean {
  if (key === "Enter") return ctrlKey || metaKey || from.matches("input");
  return key === "Tab" || key === "Escape";
}

/** Also the key of an accent, and signs that need AltGr, which Windows reports as Ctrl and Alt. */
function isText(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, isComposing } = event;
  if (event.getModifierState("AltGraph")) return key.length === 1;
  if (ctrlKey || metaKey) return false;
  return isComposing || key.length === 1 || textKeys.has(key);
}

const textKeys = new Set(["Enter", "Backspace", "Delete", "Dead", "Process"]);

/** Whether it can be written in: it is in the page, is seen, and was not made read-only. */
function isThere(field: Element): boolean {
  return field.isConnected && field.matches(fields) && field.checkVisibility();
}
