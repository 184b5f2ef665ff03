import { createContext, type Dispatch, type RefObject, type SetStateAction, use } from "react";
import type { AssessmentActions } from "@/components/assessments/assessment-actions";
import type { Judging } from "@/components/assessments/use-verdict-keys";
import type { AttributionActions } from "@/components/attributions/attribution-actions";
import type { Newcomer } from "@/components/onboarding/use-newcomer";
import type { Unsaved } from "@/components/passages/highlights/highlight-look";
import type { Picking } from "@/components/passages/selection/picking";
import type { VoiceLook } from "@/components/sources/source-colours";
import type { SuggestionControl } from "@/components/suggestions/use-suggestions";
import type { ThreadSurroundings } from "@/components/threads/thread-props";
import type { ThreadHandle } from "@/components/threads/thread-view";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Axis } from "@/lib/assessments/schema";
import type { BlockCoverage } from "@/lib/attributions/coverage";
import type { Voices } from "@/lib/attributions/voices";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Discussion, Seen } from "@/lib/discussion/schema";
import type { SourceView } from "@/lib/sources/schema";
import type { About, CommentView, ThreadView } from "@/lib/threads/schema";
import type { Undoing } from "./use-undo";

/** What is being begun on the open thing: a thread, saying who said it, judging it on an axis, or adding evidence. */
export type Starting = About | Axis | "attribute" | "evidence";

/** What is open beside the text: a passage, a suggestion, a source, or (none of them) the whole article. */
export type Opened = {
  passageId: string | null;
  suggestionId: string | null;
  sourceId: string | null;
  /** The thread that a link points to. */
  threadId: string | null;
  starting: Starting | null;
  /** The verdict that a thread being started discusses. */
  assessmentId: string | null;
  /** What lies half written there and is gone on with at once, by the name under which it is kept. */
  goOn: string | null;
};

/** Nothing in particular: the whole article. What is opened says how it differs from this. */
export const wholeArticle: Opened = {
  passageId: null,
  suggestionId: null,
  sourceId: null,
  threadId: null,
  starting: null,
  assessmentId: null,
  goOn: null,
};

/** How something was opened: from the keyboard the focus goes along, from a link the words light up. */
export type OpenedBy = "pointer" | "keyboard" | "link";

/** The article that is read, as far as the discussion beside it needs it. */
export type RoomArticle = { id: string; text: string; language: string; blocks: BlockPlace[] };

/** Everything that the cards, lists and panels of one article share. */
export type Room = {
  article: RoomArticle;
  surroundings: ThreadSurroundings;
  discussion: Discussion;
  /** All passages in text order; `shown` are those that pass the filter. */
  entries: PassageEntry[];
  shown: PassageEntry[];
  articleThreads: ThreadView[];
  sourceThreads: ReadonlyMap<string, ThreadView[]>;
  commentsOf: ReadonlyMap<string, CommentView[]>;
  seen: Seen;
  unsaved: Unsaved;
  voices: Voices;
  /** How each source is drawn, by id. */
  looks: ReadonlyMap<string, VoiceLook>;
  coverage: BlockCoverage[];
  attributing: AttributionActions;
  assessing: AssessmentActions;
  suggesting: SuggestionControl;
  undoing: Undoing;
  /** Takes in a source that was changed outside the actions above. */
  mergeSource: (source: SourceView) => void;
  newcomer: Newcomer;
  opened: Opened | null;
  open: (opened: Partial<Opened>, by: OpenedBy) => void;
  /** What was being begun on a passage is done, unless the reader has gone on to something else meanwhile. */
  finish: (passageId: string, starting: Starting) => void;
  close: () => void;
  /** The form of this passage was left: a mark that was made for it goes, if nothing came of it. */
  leaveMark: (passageId: string) => void;
  /** Lets the reader select other words for a passage. */
  reselect: (passageId: string) => void;
  /** Lets the reader choose words in the text for something that is being written down. */
  pick: (picking: Picking) => void;
  remove: (passageId: string) => void;
  /** Brings a deleted passage back; true when it is here, with all that stands on it. */
  restore: (passageId: string) => Promise<boolean>;
  /** Says that I have read what stands at the passage, beside its threads, up to this event number. */
  markRead: (passageId: string, number: number) => void;
  retry: (passageId: string) => void;
  discard: (passageId: string) => void;
  /** The thread of the open passage that R and X are about. */
  threadRef: RefObject<ThreadHandle | null>;
  /** The verdict that is being given; its form says so, and that it is no more. */
  judging: Judging | null;
  setJudging: Dispatch<SetStateAction<Judging | null>>;
};

const RoomContext = createContext<Room | null>(null);

export const RoomProvider = RoomContext.Provider;

/** The room that this component stands in. */
export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error("This component only works inside a reading room.");
  return room;
}

/** The passage under the pointer or the focus, in the text or beside it. Apart from the room: it changes all the time. */
export type Lit = { lit: string | null; light: (passageId: string | null) => void };

const LitContext = createContext<Lit>({ lit: null, light: () => {} });

export const LitProvider = LitContext.Provider;

export function useLit(): Lit {
  return use(LitContext);
}
