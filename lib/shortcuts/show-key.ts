const signs: Record<string, string> = {
  arrowright: "→",
  arrowleft: "←",
  arrowdown: "↓",
  arrowup: "↑",
  escape: "Esc",
  backspace: "⌫",
  delete: "Del",
  enter: "Enter",
  tab: "Tab",
  alt: "Alt",
  shift: "Shift",
  mod: "Ctrl",
};

/** A key as it stands on the keyboard: "Shift N", "Ctrl K", "G A", "←". */
export function showKey(key: string, isMac = false): string {
  const parts = key.split(/(?<=\S)[+ ](?=\S)/);
  return parts.map((part) => (isMac && part === "mod" ? "⌘" : (signs[part] ?? part.toUpperCase()))).join(" ");
}

/** The same for `aria-keyshortcuts`; empty where the standard has no words for it, as for one key after another. */
export function ariaKey(key: string): string {
  if (/\S \S/.test(key)) return "";
  return key
    .split(/(?<=\S)\+(?=\S)/)
    .map((part) => (part === "mod" ? "Control" : part.replace(/^(?:arrow)?./g, capitals)))
    .join("+");
}

function capitals(start: string): string {
  const last = start.slice(-1).toUpperCase();
  return start.length > 1 ? `Arrow${last}` : last;
}
