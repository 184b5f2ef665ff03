"use client";

import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { AwayList } from "@/components/passages/away-list";
import { announce } from "@/components/ui/announcer";
import { TimeAgo } from "@/components/ui/time-ago";
import { call } from "@/lib/http/client";
import { listDismissedSuggestions } from "@/lib/suggestions/schema";

/** The way back to what I have dismissed, also when its message is gone; beside that to what was deleted. */
export function DismissedSuggestions() {
  const { surroundings, article, discussion, suggesting, attributing } = useRoom();
  const { articleId } = surroundings;
  if (!suggesting.mayDecide) return null;
  async function bringBack(id: string): Promise<boolean> {
    const isBack = await attempt(attributing.reopen([id]));
    if (isBack) announce("The suggestion is back.");
    return isBack;
  }
  return (
    <AwayList
      title="Suggestions that you dismissed"
      empty="You have dismissed no suggestion."
      asOf={discussion.suggestions.length}
      ask={async () => {
        const { suggestions } = await call(listDismissedSuggestions, { params: { articleId } });
        return suggestions.map(({ id, start, end, decidedAt }) => ({
          ...{ id, start, end },
          exact: article.text.slice(start, end),
          how: <>Dismissed {decidedAt && <TimeAgo at={decidedAt} />}</>,
          bringBack: () => bringBack(id),
        }));
      }}
    />
  );
}
