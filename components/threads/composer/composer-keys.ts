import { contextOf, shortcutIds } from "@/lib/shortcuts/keys";
import { pressed, shortcutFor } from "@/lib/shortcuts/press";

const composing = shortcutIds.filter((id) => contextOf(id) === "composer");

/** What the keys of a composer do; what is not given is left to the field. */
type ComposerKeys = {
  send: () => void;
  leave: (() => void) | undefined;
  /** Null while there is no editor, which alone can make links. */
  openLink: (() => void) | null;
  editLast: (() => void) | undefined;
};

/** Does what a key is for in a composer; true when it had a meaning here and nothing else may hear it. */
export function runComposerKey(event: KeyboardEvent, isEmpty: boolean, keys: ComposerKeys): boolean {
  if (event.isComposing) return false;
  const id = shortcutFor(pressed(event), composing, {});
  if (id === "composer.send") keys.send();
  else if (id === "composer.leave") keys.leave?.();
  else if (id === "composer.link" && keys.openLink) keys.openLink();
  else if (id === "composer.edit-last" && isEmpty && keys.editLast) keys.editLast();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
