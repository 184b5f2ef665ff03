"use client";

import { OutboxActions } from "@/components/outbox/outbox-actions";
import type { Outbox } from "@/components/outbox/use-outbox";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { plainTextOf } from "@/lib/threads/comment-schema";
import type { Post } from "@/lib/threads/post";
import { CommentBody } from "./comment-body";

type Props = {
  post: Post;
  /** It cannot go before an earlier one has gone. */
  isHeldUp: boolean;
  author: { id: string; name: string };
  nameOf: (id: string) => string | undefined;
  outbox: Pick<Outbox, "retry" | "discard">;
};

/** A comment on its way: there at once, "Sending…" only when it takes its time, and never lost when it fails. */
export function WaitingPost({ post, isHeldUp, author, nameOf, outbox }: Props) {
  const isFailed = post.state === "failed";
  const isWaiting = post.state === "waiting" || isHeldUp;
  const text = plainTextOf(post.body);
  return (
    <article
      aria-label={`${author.name}, ${isFailed ? "not posted" : "on its way"}`}
      className={classNames("flex gap-3", isFailed && "border-failure border-l-2 pl-3")}
    >
      <Avatar small id={author.id} name={author.name} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="max-w-full truncate text-card font-semibold">{author.name}</span>
          <span role="status" className="text-label whitespace-nowrap text-muted">
            {isWaiting && "Waiting to be sent"}
            {!isWaiting && (post.state === "queued" || post.state === "sending") && (
              <span className="animate-[appear_1ms_400ms_both]">Sending…</span>
            )}
          </span>
        </p>
        <div className={classNames(post.state !== "sent" && "opacity-70")}>
          <CommentBody body={post.body} nameOf={nameOf} viewerId={author.id} />
        </div>
        {(isFailed || post.state === "waiting") && (
          <p
            className={classNames("text-label", isFailed ? "font-medium text-failure" : "text-muted")}
            {...(isFailed ? { role: "alert" } : {})}
          >
            {isFailed && "Not posted. "}
            {post.message}
          </p>
        )}
        {(isFailed || isWaiting) && (
          <OutboxActions
            copy={{ text, said: "Comment copied" }}
            isHeldUp={isHeldUp}
            onRetry={() => outbox.retry(post.id)}
            onDiscard={() => outbox.discard(post.id)}
          />
        )}
      </div>
    </article>
  );
}
