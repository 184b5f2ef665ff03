"use client";

import { useEffect, useRef } from "react";
import { usePersonName } from "@/components/assessments/use-person-name";
import { useDeletedPassages } from "@/components/passages/use-deleted-passages";
import { discardDraft, useStoredDrafts } from "@/components/threads/composer/use-draft";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { useHandOn } from "@/components/ui/use-hand-on";
import type { DeletedPassage } from "@/lib/passages/schema";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { type CommentDraft, draftPrefix, groundOfDraft } from "@/lib/threads/draft";
import { useRoom } from "./room";
import { RestorePassage } from "./room-notices";

/** What I was writing where a colleague has taken the passage away: to be read, copied, or gone on with. */
export function StrandedDrafts() {
  const { surroundings, discussion, entries, voices } = useRoom();
  const { viewer, articleId } = surroundings;
  const prefix = draftPrefix(viewer.userId, articleId);
  const drafts = useStoredDrafts(prefix);
  const known = useRef(new Set<string>());
  useEffect(() => {
    for (const { id } of [...discussion.threads, ...discussion.passages]) known.current.add(id);
  }, [discussion.threads, discussion.passages]);
  const stranded = drafts.flatMap(({ rest, draft }) => {
    const ground = groundOfDraft(rest);
    if (!ground) return [];
    const id = "threadId" in ground ? ground.threadId : ground.passageId;
    const isThere =
      "threadId" in ground
        ? discussion.threads.some((one) => one.id === id)
        : entries.some(({ passage }) => passage.id === id) || voices.sources.has(id);
    return isThere ? [] : [{ key: prefix + rest, draft, id }];
  });
  const deletedWith = useDeletedPassages(stranded.length > 0);
  // What a window beside this one has just marked is not known here yet, and not deleted.
  const gone = stranded.filter(({ id }) => known.current.has(id) || deletedWith(id) !== null);
  return gone.map(({ key, draft, id }) => (
    <StrandedDraft key={key} draftKey={key} draft={draft} deleted={deletedWith(id)} />
  ));
}

type Props = { draftKey: string; draft: CommentDraft; deleted: DeletedPassage | null };

function StrandedDraft({ draftKey, draft, deleted }: Props) {
  const personName = usePersonName();
  const root = useRef<HTMLDivElement>(null);
  useHandOn(root);
  const words = plainTextOf(draft.body).trim();
  const by = deleted?.deletedBy ? ` by ${personName(deleted.deletedBy)}` : "";
  return (
    <div ref={root} className="sticky top-bars low:top-0 z-20 mx-auto max-w-room">
      <Notice kind="caution">
        <p>The passage on which you were writing has been deleted{by}. Your words are kept:</p>
        <p className="wrap-anywhere mt-1 line-clamp-4 whitespace-pre-line font-serif text-body">{words}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          {deleted && <RestorePassage passage={deleted} />}
          <Button size="small" onClick={() => void copyText(words, "Copied")}>
            Copy
          </Button>
          <Button size="small" look="quiet" onClick={() => discardDraft(draftKey)}>
            Discard
          </Button>
        </p>
      </Notice>
    </div>
  );
}
