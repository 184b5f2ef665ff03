/**
 * Keeps what is typed while the field that it is meant for is still being fetched: otherwise its letters would be taken
 * for shortcuts of the page. The returned function ends that and gives what was typed; null when Esc took it back.
 */
export function keepTyping(): () => string | null {
  let typed: string | null = "";
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape") typed = null;
    else if (typed !== null && event.key === "Backspace") typed = typed.slice(0, -1);
    else if (typed !== null && event.key.length === 1) typed += event.key;
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", onKey, true);
  return () => {
    window.removeEventListener("keydown", onKey, true);
    return typed;
  };
}
