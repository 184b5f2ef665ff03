import type { Picking } from "@/components/passages/picking";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

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
