import type { Judging } from "@/components/assessments/use-verdict-keys";
import type { KeyTable } from "@/components/shortcuts/use-keys";
import { verdict as verdicts } from "@/lib/assessments/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { Opened, OpenedBy, Starting } from "./room";

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
  mayAccept: (suggestion: SuggestionView) => boolean;
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
};

/** What the page's keys do while nothing is selected; what is open adds its own. */
export function roomKeys(given: Given): KeyTable {
  return {
    "text.next": () => given.step(1),
    "text.previous": () => given.step(-1),
    "text.next-new": given.stepUnread,
    "text.next-suggestion": () => given.stepSuggestion(1),
    "text.previous-suggestion": () => given.stepSuggestion(-1),
    "text.quiet": given.toggleQuiet,
    "text.filter": given.toggleFilter,
    "text.list": given.toggleList,
    "text.coverage": given.toggleCoverage,
    ...(given.judging ? judgingKeys(given, given.judging) : writingKeys(given)),
    ...(given.isAnythingOpen ? { "everywhere.back": given.close } : {}),
    ...(given.isPicking ? { "everywhere.back": given.leavePicking } : {}),
  };
}

/**
 * What is left of them while words are selected: what begins something on the open passage would say of that one what is
 * meant of these words. A reply quotes them.
 */
export function keysBesideWords(table: KeyTable): KeyTable {
  const {
    "passage.said": _said,
    "passage.evidence": _evidence,
    "passage.accuracy": _accuracy,
    ...rest
  } = table;
  return rest;
}

function writingKeys(given: Given): KeyTable {
  const { passageId, suggestion } = given;
  return {
    "text.undo": given.undo,
    ...(passageId ? { ...beginningKeys(given, passageId), ...doingKeys(given, passageId) } : {}),
    ...(suggestion ? suggestionKeys(given, suggestion) : {}),
  };
}

/**
 * Whoever gives a verdict and has lost the focus means that form, or goes on to another one, since what is filled in is
 * kept; and never what would be done at once.
 */
function judgingKeys(given: Given, { axis, answer, focus }: Judging): KeyTable {
  const { passageId } = given;
  const answers = verdicts.options.map((one) => [`verdict.${one}`, () => answer(one)] as const);
  return {
    ...(passageId ? beginningKeys(given, passageId) : {}),
    ...Object.fromEntries(answers),
    [`passage.${axis}`]: focus,
  };
}

/** What opens a form of the open passage. */
function beginningKeys(given: Given, passageId: string): KeyTable {
  const start = (starting: Starting) => () => given.open({ passageId, starting }, "pointer");
  const said = given.hasSpeaker
    ? start("said")
    : () => given.explain("Say first who said it: then whether they did.");
  return {
    "passage.attribute": given.mayRecord ? start("attribute") : given.refuse,
    "passage.so": given.mayRecord ? start("so") : given.refuse,
    "passage.said": given.mayRecord ? said : given.refuse,
    "passage.evidence": given.mayRecord ? start("evidence") : given.refuse,
    "passage.accuracy": start("accuracy"),
    "passage.comment": start("other"),
    "passage.reply": given.reply,
  };
}

/** What is done to the open passage at once. */
function doingKeys(given: Given, passageId: string): KeyTable {
  return {
    "passage.own": given.mayRecord ? () => given.own(passageId) : given.refuse,
    "passage.resolve": given.toggleState,
  };
}

function suggestionKeys(given: Given, suggestion: SuggestionView): KeyTable {
  return {
    "suggestion.accept": () => given.accept([suggestion]),
    // Claims have no source that they could share.
    ...(suggestion.speaker
      ? { "suggestion.accept-all": () => given.accept(given.sameSource(suggestion)) }
      : {}),
    "suggestion.dismiss": () => given.dismiss(suggestion),
    ...(suggestion.kind === "attribution" && given.mayAccept(suggestion)
      ? {
          "suggestion.change": () =>
            given.open({ suggestionId: suggestion.id, starting: "attribute" }, "pointer"),
        }
      : {}),
  };
}
