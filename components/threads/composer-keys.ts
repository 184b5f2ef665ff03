/** What the keys of a composer do; what is not given is left to the field. */
export type ComposerKeys = {
  send: () => void;
  leave: (() => void) | undefined;
  /** Null while there is no editor, which alone can make links. */
  openLink: (() => void) | null;
  editLast: (() => void) | undefined;
};

/** Does what a key is for in a composer; true when it had a meaning here and nothing else may hear it. */
export function runComposerKey(event: KeyboardEvent, isEmpty: boolean, keys: ComposerKeys): boolean {
  if (event.isComposing) return false;
  const withControl = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && withControl) keys.send();
  else if (event.key === "Escape") keys.leave?.();
  else if (event.key.toLowerCase() === "k" && withControl && !event.shiftKey && keys.openLink)
    keys.openLink();
  else if (event.key === "ArrowUp" && isEmpty && keys.editLast) keys.editLast();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
