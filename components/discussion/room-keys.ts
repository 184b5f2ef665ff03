import type { Judging } from "@/components/assessments/use-verdict-keys";
import { verdict as verdicts } from "@/lib/assessments/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { Opened, OpenedBy, Starting } from "./room";
import type { KeyTable } from "./use-keys";

type Given = {
  /** The passage that is open, or null. */
  passageId: string | null;
  suggestion: SuggestionView | null;
  isAnythingOpen: boolean;
  isPicking: boolean;
  /** The verdict that is being given, or null. */
  judging: Judging | null;
  mayRecord: boolean;
  step: (by: 1 | -1) => void;
  stepUnread: () => void;
  stepSuggestion: (by: 1 | -1) => void;
  accept: (suggestions: SuggestionView[]) => void;
  /** All suggestions of the same source as this one. */
  sameSource: (suggestion: SuggestionView) => SuggestionView[];
  dismiss: (suggestion: SuggestionView) => void;
  undo: () => void;
  /** Says why nobody who only reads can do this. */
  refuse: () => void;
  /** Whose word the open passage is, is known. */
  hasSpeaker: boolean;
  /** Says why a key does nothing here. */
  explain: (why: string) => void;
  /** Records that the open passage is the reporter's own. */
  own: (passage: PassageView["id"]) => void;
  open: (what: Partial<Opened>, by: OpenedBy) => void;
  close: () => void;
  leavePicking: () => void;
  reply: () => void;
  toggleState: () => void;
  toggleQuiet: () => void;
  toggleFilter: () => void;
  toggleList: () => void;
  toggleCoverage: () => void;
  showKeys: () => void;
};

/** What the page's keys do while nothing is selected; what is open adds its own. */
export function roomKeys(given: Given): KeyTable {
  return {
    n: () => given.step(1),
    p: () => given.step(-1),
    "shift+n": given.stepUnread,
    "]": () => given.stepSuggestion(1),
    "[": () => given.stepSuggestion(-1),
    q: given.toggleQuiet,
    f: given.toggleFilter,
    m: given.toggleList,
    w: given.toggleCoverage,
    "?": given.showKeys,
    ...(given.judging ? judgingKeys(given.judging) : writingKeys(given)),
    ...(given.isAnythingOpen ? { escape: given.close } : {}),
    ...(given.isPicking ? { escape: given.leavePicking } : {}),
  };
}

function writingKeys(given: Given): KeyTable {
  const { passageId, suggestion } = given;
  return {
    "mod+z": given.undo,
    ...(passageId ? passageKeys(given, passageId) : {}),
    ...(suggestion ? suggestionKeys(given, suggestion) : {}),
  };
}

/** Whoever gives a verdict and has lost the focus means that form, and nothing that the page would write down. */
function judgingKeys({ axis, answer, focus }: Judging): KeyTable {
  const answers = verdicts.options.map((one) => [one.toLowerCase(), () => answer(one)] as const);
  return { ...Object.fromEntries(answers), [axis === "so" ? "v" : "s"]: focus };
}

function passageKeys(given: Given, passageId: string): KeyTable {
  const start = (starting: Starting) => () => given.open({ passageId, starting }, "pointer");
  const said = given.hasSpeaker
    ? start("said")
    : () => given.explain("Say first who said it (A): then whether they did.");
  return {
    a: given.mayRecord ? start("attribute") : given.refuse,
    o: given.mayRecord ? () => given.own(passageId) : given.refuse,
    v: given.mayRecord ? start("so") : given.refuse,
    s: given.mayRecord ? said : given.refuse,
    e: given.mayRecord ? start("evidence") : given.refuse,
    i: start("accuracy"),
    c: start("other"),
    r: given.reply,
    x: given.toggleState,
  };
}

function suggestionKeys(given: Given, suggestion: SuggestionView): KeyTable {
  return {
    enter: () => given.accept([suggestion]),
    // Claims have no source that they could share.
    ...(suggestion.speaker ? { "shift+enter": () => given.accept(given.sameSource(suggestion)) } : {}),
    backspace: () => given.dismiss(suggestion),
    delete: () => given.dismiss(suggestion),
    ...(suggestion.kind === "attribution"
      ? { a: () => given.open({ suggestionId: suggestion.id, starting: "attribute" }, "pointer") }
      : {}),
  };
}
