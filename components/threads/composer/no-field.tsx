"use client";

import { useEffect, useRef, useState } from "react";
import { throwAway } from "@/components/ui/kept-text";
import type { DraftPlace } from "@/lib/threads/draft";
import { draftKey } from "@/lib/threads/draft";
import { DraftLine } from "./draft-line";
import { useStoredDraft } from "./use-draft";

/** Whether something that is not allowed now was allowed a moment ago, on this page. */
export function useWasAllowed(isAllowed: boolean): boolean {
  const [wasAllowed, setWasAllowed] = useState(isAllowed);
  if (isAllowed && !wasAllowed) setWasAllowed(true);
  return wasAllowed;
}

type Props = {
  articleId: string;
  viewerId: string;
  place: DraftPlace;
  /** The article is archived, which is why there is no field, whatever the person's role. */
  isArchived: boolean;
  /** The field was here until the person's role changed, or the article was archived. */
  wasAllowed: boolean;
};

/** Stands where a reader finds no field to write in, and says why; what was written in it can be read and copied. */
export function NoField({ articleId, viewerId, place, isArchived, wasAllowed }: Props) {
  const key = draftKey(viewerId, articleId, place);
  const draft = useStoredDraft(key);
  const note = useRef<HTMLParagraphElement>(null);
  // The field has gone, and the focus with it.
  useEffect(() => {
    if (wasAllowed && document.activeElement === document.body) note.current?.focus({ preventScroll: true });
  }, [wasAllowed]);
  const discard = () => {
    throwAway(key);
    note.current?.focus({ preventScroll: true });
  };
  return (
    <div className="flex flex-col gap-1">
      <p ref={note} role="status" tabIndex={-1} className="rounded-sm text-label text-muted">
        {isArchived ? whyArchived : whyViewer(wasAllowed, draft !== null)}
        {draft ? "What you wrote is kept." : isArchived ? "" : "Ask an owner to change your role."}
      </p>
      {draft && <DraftLine draft={draft} onGoOn={null} onDiscard={discard} />}
    </div>
  );
}

const whyArchived = "This article is archived: it can be read, not written in. ";

function whyViewer(wasAllowed: boolean, hasDraft: boolean): string {
  const changed = wasAllowed ? "Your role was changed to viewer. " : "";
  return wasAllowed && hasDraft ? changed : `${changed}As a viewer you can read, but not comment. `;
}
