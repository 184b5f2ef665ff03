"use client";

import { useEffect, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { can } from "@/lib/auth/permissions";
import { call } from "@/lib/http/client";
import { type DeletedPassage, listDeletedPassages } from "@/lib/passages/schema";

/**
 * Finds deleted passages that the reader may bring back, by their own id or that of a thread on them. They are asked
 * for while `isWanted`, and again whenever a passage comes or goes.
 */
export function useDeletedPassages(isWanted: boolean): (id: string | null) => DeletedPassage | null {
  const { surroundings, discussion } = useRoom();
  const { articleId, viewer, workspace } = surroundings;
  const [deleted, setDeleted] = useState<DeletedPassage[]>([]);
  const isAsked = isWanted && can(viewer, "passage.create", { workspaceId: workspace.id });
  const { length } = discussion.passages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of their number asks anew
  useEffect(() => {
    if (!isAsked) return;
    let isGone = false;
    call(listDeletedPassages, { params: { articleId } }).then(
      ({ passages }) => !isGone && setDeleted(passages),
      // The list of what was deleted says why it does not come; here the notice says enough.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [articleId, isAsked, length]);
  return (wanted) =>
    deleted.find(({ id, threads }) => wanted !== null && (id === wanted || threads.includes(wanted))) ?? null;
}
