"use client";

import { describeSaying } from "@/components/outbox/describe-saying";
import type { Picking } from "@/components/passages/picking";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { useRoom } from "./room";

/** The address named something that is not there. */
export function Missing({ what, onClose }: { what: "passage" | "thread" | "source"; onClose: () => void }) {
  return (
    <Notice kind="error" className="mx-auto max-w-room">
      <p className="flex flex-wrap items-center gap-3">
        The {what} that this link points to is not here. It may have been deleted.
        <Button size="small" onClick={onClose}>
          Read the article
        </Button>
      </p>
    </Notice>
  );
}

/** What I said of a passage that is gone by now: refused, and with no other place to be told of. */
export function Stranded() {
  const { surroundings, entries } = useRoom();
  const { outbox } = surroundings;
  const stranded = outbox.sayings.filter(
    ({ state, passageId }) => state === "failed" && !entries.some(({ passage }) => passage.id === passageId),
  );
  return stranded.map((saying) => (
    <Notice key={saying.id} kind="error" className="mx-auto max-w-room">
      <p className="flex flex-wrap items-center gap-3">
        Not saved, for its passage is not here any more: {describeSaying(saying)}
        <Button size="small" onClick={() => void copyText(describeSaying(saying), "Copied")}>
          Copy
        </Button>
        <Button size="small" look="quiet" onClick={() => outbox.discard(saying.id)}>
          Discard
        </Button>
      </p>
    </Notice>
  ));
}

/** Archived while I read, or before: nothing can be written here. */
export function ArchivedNotice() {
  return (
    <Notice role="status" className="mx-auto max-w-room">
      This article is archived: it can be read, not written in. An editor can restore it to the list.
    </Notice>
  );
}

/** What the reader is asked to select words for. */
export function PickingNotice({ picking, onLeave }: { picking: Picking; onLeave: () => void }) {
  return (
    <Notice role="status" className="sticky top-bars low:top-0 z-20 mx-auto max-w-room">
      {picking.ask}{" "}
      <button type="button" className="link" onClick={onLeave}>
        Cancel
      </button>
    </Notice>
  );
}
