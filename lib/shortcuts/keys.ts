/**
 * Every key of the product: where it counts, what it is called and which key it is at first. What handles keys and what
 * lists them read this; words.ts holds the words, so that pages which only listen need not load them.
 * Written in the order in which the help shows them. Several keys do the same; "g a" is G, then A.
 */
export const defaultKeys = {
  "everywhere.palette": ["mod+k"],
  "everywhere.help": ["?"],
  "everywhere.search": ["/"],
  "everywhere.articles": ["g a"],
  "everywhere.sources": ["g s"],
  "everywhere.claims": ["g c"],
  "everywhere.notifications": ["g i"],
  "everywhere.workspace": ["g w"],
  "everywhere.settings": ["g ,"],
  "everywhere.back": ["escape"],

  "text.next-paragraph": ["j"],
  "text.previous-paragraph": ["k"],
  "text.pick": ["enter"],
  "text.tab": ["tab"],
  "text.next": ["n"],
  "text.previous": ["p"],
  "text.next-new": ["shift+n"],
  "text.next-unexamined": ["u"],
  "text.previous-unexamined": ["shift+u"],
  "text.next-suggestion": ["]"],
  "text.previous-suggestion": ["["],
  "text.filter": ["f"],
  "text.quiet": ["q"],
  "text.list": ["m"],
  "text.coverage": ["w"],
  "text.undo": ["mod+z"],

  "picked.next": ["arrowright"],
  "picked.previous": ["arrowleft"],
  "picked.widen": ["arrowdown"],
  "picked.narrow": ["arrowup"],
  "picked.end-forward": ["shift+arrowright"],
  "picked.end-back": ["shift+arrowleft"],
  "picked.start-forward": ["alt+shift+arrowright"],
  "picked.start-back": ["alt+shift+arrowleft"],

  "selection.attribute": ["a"],
  "selection.own": ["o"],
  "selection.so": ["v"],
  "selection.comment": ["c"],
  "selection.highlight": ["h"],
  "selection.link": ["l"],
  "selection.show": ["s"],
  "selection.menu": ["enter"],
  "selection.letters": ["alt"],
  "selection.leave": ["escape"],

  "passage.attribute": ["a"],
  "passage.own": ["o"],
  "passage.so": ["v"],
  "passage.said": ["s"],
  "passage.evidence": ["e"],
  "passage.accuracy": ["i"],
  "passage.comment": ["c"],
  "passage.reply": ["r"],
  "passage.resolve": ["x"],

  "verdict.4": ["4"],
  "verdict.3": ["3"],
  "verdict.2": ["2"],
  "verdict.1": ["1"],
  "verdict.U": ["u"],
  "verdict.O": ["o"],
  "verdict.save": ["enter", "mod+enter"],
  "verdict.leave": ["escape"],

  "suggestion.accept": ["enter"],
  "suggestion.accept-all": ["shift+enter"],
  "suggestion.change": ["a"],
  "suggestion.dismiss": ["backspace", "delete"],

  "lists.next": ["j"],
  "lists.previous": ["k"],
  "lists.open": ["enter"],

  "claims.select": ["x"],

  "notifications.done": ["e"],
  "notifications.read": ["u"],
  "notifications.later": ["h"],
  "notifications.mute": ["m"],

  "composer.send": ["mod+enter"],
  "composer.leave": ["escape"],
  "composer.link": ["mod+k"],
  "composer.edit-last": ["arrowup"],
  "composer.mention": ["@"],
} as const satisfies Record<`${Context}.${string}`, readonly string[]>;

export type Context =
  | "everywhere"
  | "text"
  | "picked"
  | "selection"
  | "passage"
  | "verdict"
  | "suggestion"
  | "lists"
  | "claims"
  | "notifications"
  | "composer";

export type ShortcutId = keyof typeof defaultKeys;

/** All of them, in the order of the table. */
export const shortcutIds = Object.keys(defaultKeys) as ShortcutId[];

/** The keys that a person has chosen instead of the first ones. */
export type ChosenKeys = Partial<Record<ShortcutId, string>>;

/** Where a shortcut counts. */
export function contextOf(id: ShortcutId): Context {
  return id.slice(0, id.indexOf(".")) as Context;
}

/** The keys of a shortcut as this person has them. */
export function keysOf(id: ShortcutId, chosen: ChosenKeys): readonly string[] {
  const own = chosen[id];
  return own ? [own] : defaultKeys[id];
}

/** A letter, figure or sign by itself: what speech and slips of the hand press, so what can be changed and switched off. */
export function isSingle(key: string): boolean {
  return /^(?:shift\+)?\S$/u.test(key) || /^\S \S$/u.test(key);
}

/**
 * True for shortcuts that may have another key. The answers of a verdict are named after theirs, and those that begin
 * with G are sequences; all of these can be switched off.
 */
export function canChange(id: ShortcutId): boolean {
  const isFixed = contextOf(id) === "verdict" || id === "composer.mention";
  return !isFixed && defaultKeys[id].every((key) => isSingle(key) && !key.includes(" "));
}
