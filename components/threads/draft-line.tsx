"use client";

import { aboutLabels } from "@/lib/threads/about";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { type Draft, draftKey } from "@/lib/threads/draft";
import type { About } from "@/lib/threads/schema";
import { about as abouts } from "@/lib/threads/schema";
import { useStoredDraft } from "./use-draft";

type LineProps = {
  draft: Draft;
  /** "Draft of your edit", where the place does not say so. */
  what?: string;
  onGoOn: () => void;
};

/** Says that something lies half written where its field is not open, and opens it. */
export function DraftLine({ draft, what = "Draft", onGoOn }: LineProps) {
  return (
    <p className="flex items-baseline gap-2 text-label text-muted">
      <span className="min-w-0 truncate">
        {what}: {plainTextOf(draft.body).trim()}
      </span>
      <button type="button" className="link min-h-6 shrink-0 pointer-coarse:min-h-11" onClick={onGoOn}>
        Go on<span className="sr-only"> with: {what}</span>
      </button>
    </p>
  );
}

type StartersProps = {
  articleId: string;
  viewerId: string;
  /** The passage or source that the threads would stand on; null for the whole article. */
  on: string | null;
  onGoOn: (about: About) => void;
};

/** The threads that were begun here and not posted, one line each. */
export function StarterDrafts(props: StartersProps) {
  return (
    <div className="flex flex-col gap-1 border-hairline border-t px-3 py-2 empty:hidden">
      {abouts.options.map((about) => (
        <StarterDraft key={about} {...props} about={about} />
      ))}
    </div>
  );
}

function StarterDraft({ articleId, viewerId, on, onGoOn, about }: StartersProps & { about: About }) {
  const draft = useStoredDraft(draftKey(viewerId, articleId, { passageId: on, about }));
  return (
    draft && (
      <DraftLine draft={draft} what={`Draft for “${aboutLabels[about]}”`} onGoOn={() => onGoOn(about)} />
    )
  );
}
