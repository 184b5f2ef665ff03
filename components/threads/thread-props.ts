import type { Ref } from "react";
import type { Undoing } from "@/components/discussion/use-undo";
import type { Outbox } from "@/components/outbox/use-outbox";
import type { Viewer } from "@/lib/auth/viewer";
import type { Person } from "@/lib/discussion/schema";
import type { ReadUpTo } from "@/lib/threads/build-thread";
import type { About, CommentView, NewThread, ThreadView } from "@/lib/threads/schema";
import type { ComposerHandle } from "./composer/composer";
import type { ThreadActions } from "./thread-actions";

/** What every thread of an article is given alike. */
export type ThreadSurroundings = {
  articleId: string;
  viewer: Viewer;
  workspace: { id: string; name: string };
  /** Nothing is written in an archived article: whoever may otherwise write is a reader here. */
  isArchived: boolean;
  people: readonly Person[];
  actions: ThreadActions;
  outbox: Outbox;
  undoing: Undoing;
};

export type ThreadProps = ThreadSurroundings & {
  thread: ThreadView;
  /** All comments of this thread, deleted ones included, in any order. */
  comments: readonly CommentView[];
  seen: ReadUpTo;
  /** The comment that the address points to. */
  linkedId?: string | null;
  /** The draft of a reply or an edit that is gone on with when the thread opens, by its name. */
  goOn?: string | null;
  /** Esc in the reply field: where the focus should go then. */
  onLeave?: () => void;
};

export type ThreadStarterProps = ThreadSurroundings & {
  /** The field, for whoever leads back into it. */
  ref: Ref<ComposerHandle>;
  /** A passage that exists, one made together with the thread, a source, or (all null) the whole article. */
  passageId: string | null;
  passage: NewThread["passage"] | null;
  sourceId: string | null;
  /** The verdict on the passage that it discusses. */
  assessmentId: string | null;
  about: About;
  /** The thread and its first comment are on their way. */
  onStarted: (made: { threadId: string; commentId: string }) => void;
  /** Esc: the draft is kept. */
  onLeave: () => void;
};
