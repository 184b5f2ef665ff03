"use client";

import { useEffect, useRef, useState } from "react";
import type { DraftPlace } from "@/lib/threads/draft";
import { draftKey } from "@/lib/threads/draft";
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
  /** The field was here until the person's role changed. */
  wasAllowed: boolean;
};

/** Stands where a viewer finds no field to write in, and says why; what was written in it is not lost. */
export function NoField({ articleId, viewerId, place, wasAllowed }: Props) {
  const draft = useStoredDraft(draftKey(viewerId, articleId, place));
  const note = useRef<HTMLParagraphElement>(null);
  // The field has gone, and the focus with it.
  useEffect(() => {
    if (wasAllowed && document.activeElement === document.body) note.current?.focus({ preventScroll: true });
  }, [wasAllowed]);
  return (
    <p ref={note} role="status" tabIndex={-1} className="rounded-sm text-label text-muted">
      {wasAllowed && "Your role was changed to viewer. "}
      {!(wasAllowed && draft) && "As a viewer you can read, but not comment. "}
      {draft ? "What you wrote is kept." : "Ask an owner to change your role."}
    </p>
  );
}
