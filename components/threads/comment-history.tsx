"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import { messageOf } from "@/lib/http/client";
import type { CommentRevisionView, CommentView } from "@/lib/threads/schema";
import { CommentBody } from "./comment-body";
import type { ThreadActions } from "./thread-actions";

type Props = {
  comment: CommentView;
  author: string;
  viewerId: string;
  nameOf: (id: string) => string | undefined;
  history: ThreadActions["history"];
  onClose: () => void;
};

/** What a comment says now and said before, newest first. */
export function CommentHistory({ comment, author, viewerId, nameOf, history, onClose }: Props) {
  const [revisions, setRevisions] = useState<CommentRevisionView[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another edit or another try asks again
  useEffect(() => {
    let isGone = false;
    setError(null);
    history(comment.id)
      .then((found) => !isGone && setRevisions(found))
      .catch((problem: unknown) => {
        if (isGone) return;
        setError(messageOf(problem, "The history could not be read."));
      });
    return () => {
      isGone = true;
    };
  }, [comment.id, comment.version, tries, history]);

  const wordings = [
    ...(comment.body
      ? [{ version: comment.version, body: comment.body, at: comment.editedAt ?? comment.createdAt }]
      : []),
    ...(revisions ?? []).toReversed(),
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`What ${author} wrote`}>
      {error && (
        <Notice kind="error">
          <p>{error}</p>
          <Button size="small" className="mt-2" onClick={() => setTries((before) => before + 1)}>
            Try again
          </Button>
        </Notice>
      )}
      {!revisions && !error && <Skeleton lines={3} label="Loading the history" />}
      {revisions && (
        <ol className="flex flex-col divide-y divide-hairline">
          {wordings.map(({ version, body, at }, place) => (
            <li key={version} className="flex flex-col gap-1 py-3">
              <p className="text-label text-muted">
                {place === 0
                  ? "Now, written "
                  : place === wordings.length - 1
                    ? "First written "
                    : "Written "}
                <TimeAgo at={at} />
              </p>
              <CommentBody body={body} nameOf={nameOf} viewerId={viewerId} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
