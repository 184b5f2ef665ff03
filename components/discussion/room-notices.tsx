"use client";

import { showWords } from "@/components/articles/text-geometry";
import { useBusy } from "@/components/assessments/use-busy";
import { usePersonName } from "@/components/assessments/use-person-name";
import type { Picking } from "@/components/passages/selection/picking";
import { useDeletedPassages } from "@/components/passages/use-deleted-passages";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import type { DeletedPassage } from "@/lib/passages/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { shorten } from "@/lib/text/shorten";
import { type Opened, useRoom } from "./room";

type MissingProps = {
  what: "passage" | "thread" | "source";
  /** The passage or thread that the address names. */
  id: string | null;
  onClose: () => void;
};

/** The address named something that is not there. Whoever may bring it back is offered that. */
export function Missing({ what, id, onClose }: MissingProps) {
  const { article } = useRoom();
  const deleted = useDeletedPassages(id !== null)(id);
  return (
    <Notice role="alert" className="mx-auto max-w-room">
      <p className="flex flex-wrap items-center gap-3">
        <span className="wrap-anywhere">
          The {what} that this link points to is not here.{" "}
          {deleted ? <Deleted what={what} passage={deleted} /> : "It may have been deleted."}
        </span>
        {deleted && <RestorePassage passage={deleted} />}
        {deleted && (
          <Button size="small" onClick={() => showWords(article.blocks, deleted)}>
            Go to its words
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          Read the article
        </Button>
      </p>
    </Notice>
  );
}

type DeletedProps = { what: MissingProps["what"] | "letter"; passage: DeletedPassage };

/** By whom it was deleted, and when. */
export function Deleted({ what, passage }: DeletedProps) {
  const personName = usePersonName();
  const { exact, deletedBy, deletedAt } = passage;
  return (
    <>
      {what === "passage" ? inQuotes(shorten(exact, 80)) : `Its passage ${inQuotes(shorten(exact, 80))}`} was
      deleted{deletedBy && ` by ${personName(deletedBy)}`}, <TimeAgo at={deletedAt} />.
    </>
  );
}

type RestoreProps = {
  passage: DeletedPassage;
  /** What of it is opened at once; it takes the focus. */
  opens?: Partial<Opened> | undefined;
};

/** Brings a deleted passage back, and opens it. */
export function RestorePassage({ passage, opens }: RestoreProps) {
  const { restore, open } = useRoom();
  const [isBusy, run] = useBusy();
  const bringBack = async () => {
    if (await restore(passage.id)) open({ passageId: passage.id, ...opens }, opens ? "pointer" : "link");
  };
  return (
    <Button size="small" busy={isBusy} onClick={() => void run(bringBack)}>
      Restore the passage
    </Button>
  );
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
