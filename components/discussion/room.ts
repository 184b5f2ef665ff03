import { createContext, type RefObject, use } from "react";
import type { Unsaved } from "@/components/passages/highlight-look";
import type { ThreadSurroundings } from "@/components/threads/thread-props";
import type { ThreadHandle } from "@/components/threads/thread-view";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Seen } from "@/lib/discussion/schema";
import type { About, CommentView, ThreadView } from "@/lib/threads/schema";

/** What is open beside the text: one passage, or the threads about the whole article. */
export type Opened = {
  /** Null: the whole article. */
  passageId: string | null;
  /** The thread that a link points to. */
  threadId: string | null;
  /** A thread about this is being started. */
  starting: About | null;
};

/** How something was opened: from the keyboard the focus goes along, from a link the words light up. */
export type OpenedBy = "pointer" | "keyboard" | "link";

/** Everything that the cards, lists and panels of one article share. */
export type Room = {
  surroundings: ThreadSurroundings;
  /** All passages in text order; `shown` are those that pass the filter. */
  entries: PassageEntry[];
  shown: PassageEntry[];
  articleThreads: ThreadView[];
  commentsOf: ReadonlyMap<string, CommentView[]>;
  seen: Seen;
  unsaved: Unsaved;
  opened: Opened | null;
  open: (opened: Opened, by: OpenedBy) => void;
  close: () => void;
  /** Lets the reader select other words for a passage. */
  reselect: (passageId: string) => void;
  remove: (passageId: string) => void;
  retry: (passageId: string) => void;
  discard: (passageId: string) => void;
  /** The thread of the open passage that R and X are about. */
  threadRef: RefObject<ThreadHandle | null>;
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
