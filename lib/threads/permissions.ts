import { can, type Thing } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";

type Deleted = { author: string; deletedBy: string | null };

/** Bringing a comment back undoes a deletion, so it belongs to who deleted it: an author cannot undo an editor's. */
export function deletionOf(comment: Deleted, workspaceId: string): Thing {
  return { workspaceId, madeBy: comment.deletedBy ?? comment.author };
}

/** May this viewer bring the deleted comment back? */
export function canRestore(viewer: Viewer, comment: Deleted, workspaceId: string): boolean {
  return can(viewer, "comment.delete", deletionOf(comment, workspaceId));
}
