"use client";

import { usePersonName } from "@/components/assessments/use-person-name";
import { useRoom } from "@/components/discussion/room";
import { announce } from "@/components/ui/announcer";
import { TimeAgo } from "@/components/ui/time-ago";
import { can } from "@/lib/auth/permissions";
import { call } from "@/lib/http/client";
import { listDeletedPassages } from "@/lib/passages/schema";
import { AwayList } from "./away-list";

/** The way back to passages that were deleted, at the end of the list. */
export function DeletedPassages() {
  const { surroundings, discussion, restore } = useRoom();
  const { viewer, workspace, articleId } = surroundings;
  const personName = usePersonName();
  if (!can(viewer, "passage.create", { workspaceId: workspace.id })) return null;
  async function bringBack(id: string): Promise<boolean> {
    const isBack = await restore(id);
    if (isBack) announce("The passage is back.");
    return isBack;
  }
  return (
    <AwayList
      title="Deleted here"
      empty="Nothing was deleted that you could bring back."
      // What is deleted and what comes back changes how many there are.
      asOf={discussion.passages.length}
      ask={async () => {
        const { passages } = await call(listDeletedPassages, { params: { articleId } });
        return passages.map(({ deletedBy, deletedAt, ...passage }) => ({
          ...passage,
          how: (
            <>
              Deleted{deletedBy && ` by ${personName(deletedBy)}`}, <TimeAgo at={deletedAt} />
            </>
          ),
          bringBack: () => bringBack(passage.id),
        }));
      }}
    />
  );
}
