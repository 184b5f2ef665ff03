"use client";

import { throwAway } from "@/components/ui/kept-text";
import { KeptWords } from "@/components/ui/kept-words";
import { aboutLabels } from "@/lib/threads/about";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { type CommentDraft, draftKey } from "@/lib/threads/draft";
import type { About } from "@/lib/threads/schema";
import { about as abouts } from "@/lib/threads/schema";
import { moveDraft, useStoredDrafts } from "./use-draft";

type LineProps = {
  draft: CommentDraft;
  /** "Draft of your edit", where the place does not say so. */
  what?: string;
  /** Opens its field; null for whoever may not write there now: they can read it in full and copy it. */
  onGoOn: (() => void) | null;
  /** Throws it away; the line goes with it. */
  onDiscard: () => void;
};

/** Says that something lies half written where its field is not open, and opens it. */
export function DraftLine({ draft, what = "Draft", onGoOn, onDiscard }: LineProps) {
  const words = plainTextOf(draft.body).trim();
  if (!onGoOn) return <KeptWords what={what} words={words} onDiscard={onDiscard} />;
  const button = "link min-h-6 shrink-0 pointer-coarse:min-h-11";
  return (
    <p className="flex items-baseline gap-2 text-label text-muted">
      <span className="min-w-0 truncate">
        {what}: {words}
      </span>
      <button type="button" className={button} onClick={onGoOn}>
        Go on<span className="sr-only"> with: {what}</span>
      </button>
      <span aria-hidden>·</span>
      <button type="button" className={button} onClick={onDiscard}>
        Discard<span className="sr-only"> {what}</span>
      </button>
    </p>
  );
}

type StartersProps = {
  articleId: string;
  viewerId: string;
  /** The passage or source that the threads would stand on; null for the whole article. */
  on: string | null;
  /** The verdicts that stand there, by id, each in words: "the verdict of Ben". */
  verdicts: ReadonlyMap<string, string>;
  /** Null for whoever may start none now. */
  onGoOn: ((about: About, assessmentId: string | null) => void) | null;
  /** One was thrown away, and its line goes with the focus in it. */
  onDiscarded: () => void;
};

/** The threads that were begun here and not posted, one line each. */
export function StarterDrafts({ articleId, viewerId, on, verdicts, onGoOn, onDiscarded }: StartersProps) {
  const keyOf = (about: string) => draftKey(viewerId, articleId, { passageId: on, about });
  const drafts = useStoredDrafts(keyOf("")).flatMap(({ rest, draft }) => {
    const { about, assessmentId } = readStarter(rest);
    return about ? [{ rest, draft, about, assessmentId }] : [];
  });
  const order = (about: About) => abouts.options.indexOf(about);
  drafts.sort((a, b) => order(a.about) - order(b.about) || a.rest.localeCompare(b.rest));
  return (
    <div className="flex flex-col gap-1 border-hairline border-t px-3 py-2 empty:hidden">
      {drafts.map(({ rest, draft, about, assessmentId }) => {
        const verdict = assessmentId ? verdicts.get(assessmentId) : undefined;
        const goOn =
          onGoOn &&
          (() => {
            // The verdict that it was about is gone: it goes on as a thread about the passage.
            if (assessmentId && !verdict) moveDraft(keyOf(rest), keyOf(about));
            onGoOn(about, verdict ? assessmentId : null);
          });
        const what = verdict ? `Draft about ${verdict}` : `Draft for “${aboutLabels[about]}”`;
        const discard = () => {
          throwAway(keyOf(rest));
          onDiscarded();
        };
        return <DraftLine key={rest} draft={draft} what={what} onGoOn={goOn} onDiscard={discard} />;
      })}
    </div>
  );
}

/** The part of a draft's name that says what a thread would be about. */
export function starterName(about: About, assessmentId: string | null): string {
  return assessmentId ? `${about} ${assessmentId}` : about;
}

/** What a thread would be about, from that part. */
export function readStarter(name: string): { about: About | undefined; assessmentId: string | null } {
  const [about, assessmentId = null] = name.split(" ");
  return { about: abouts.safeParse(about).data, assessmentId };
}
