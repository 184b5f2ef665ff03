"use client";

import { useBusy } from "@/components/assessments/use-busy";
import { usePersonName } from "@/components/assessments/use-person-name";
import { describeSaying } from "@/components/outbox/describe-saying";
import type { Picking } from "@/components/passages/selection/picking";
import { useDeletedPassage } from "@/components/passages/use-deleted-passage";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import type { DeletedPassage } from "@/lib/passages/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { shorten } from "@/lib/text/shorten";
import { useRoom } from "./room";

type MissingProps = {
  what: "passage" | "thread" | "source";
  /** The passage or thread that the address names. */
  id: string | null;
  onClose: () => void;
};

/** The address named something that is not there. Whoever may bring it back is offered that. */
export function Missing({ what, id, onClose }: MissingProps) {
  const { restore, open } = useRoom();
  const deleted = useDeletedPassage(id);
  const [isBusy, run] = useBusy();
  const bringBack = async ({ id: passageId }: DeletedPassage) => {
    if (await restore(passageId)) open({ passageId }, "link");
  };
  return (
    <Notice role="alert" className="mx-auto max-w-room">
      <p className="flex flex-wrap items-center gap-3">
        <span className="wrap-anywhere">
          The {what} that this link points to is not here.{" "}
          {deleted ? <Deleted what={what} passage={deleted} /> : "It may have been deleted."}
        </span>
        {deleted && (
          <Button size="small" busy={isBusy} onClick={() => void run(() => bringBack(deleted))}>
            Restore the passage
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          Read the article
        </Button>
      </p>
    </Notice>
  );
}

/** By whom it was deleted, and when. */
function Deleted({ what, passage }: Pick<MissingProps, "what"> & { passage: DeletedPassage }) {
  const personName = usePersonName();
  const { exact, deletedBy, deletedAt } = passage;
  return (
    <>
      {what === "thread" ? `Its passage ${inQuotes(shorten(exact, 80))}` : inQuotes(shorten(exact, 80))} was
      deleted{deletedBy && ` by ${personName(deletedBy)}`}, <TimeAgo at={deletedAt} />.
    </>
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
