"use client";

import { useEffect, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { can } from "@/lib/auth/permissions";
import { call } from "@/lib/http/client";
import { type DeletedPassage, listDeletedPassages } from "@/lib/passages/schema";

/** The deleted passage with this id, or with the thread of this id, where the reader may bring it back. */
export function useDeletedPassage(wantedId: string | null): DeletedPassage | null {
  const { articleId, viewer, workspace } = useRoom().surroundings;
  const [found, setFound] = useState<DeletedPassage | null>(null);
  const mayRestore = can(viewer, "passage.create", { workspaceId: workspace.id });
  useEffect(() => {
    if (!wantedId || !mayRestore) return;
    let isGone = false;
    call(listDeletedPassages, { params: { articleId } }).then(
      ({ passages }) => {
        const meant = passages.find(({ id, threads }) => id === wantedId || threads.includes(wantedId));
        if (!isGone) setFound(meant ?? null);
      },
      // The list of what was deleted says why it does not come; here the notice says enough.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [articleId, wantedId, mayRestore]);
  return found;
}
