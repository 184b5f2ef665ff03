"use client";

import { useRef, useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { Button } from "@/components/ui/button";
import { Conflict } from "@/components/ui/conflict";
import { CallError } from "@/lib/http/client";
import type { CommentBody as Body } from "@/lib/threads/comment-schema";
import type { CommentView } from "@/lib/threads/schema";
import { CommentBody } from "./comment-body";
import { Composer, type ComposerHandle } from "./composer/composer";
import type { ThreadSurroundings } from "./thread-props";

type Props = Pick<ThreadSurroundings, "articleId" | "viewer" | "people" | "actions"> & {
  comment: CommentView & { body: Body };
  nameOf: (id: string) => string | undefined;
  onWriting: (isWriting: boolean) => void;
  onDone: () => void;
};

/** Changes a comment in its place. When it was changed elsewhere meanwhile, both wordings are shown to choose from. */
export function CommentEditing({ comment, nameOf, onWriting, onDone, ...given }: Props) {
  const { viewer, actions } = given;
  // What I saw when I began: the server refuses to overwrite anything newer.
  const [version, setVersion] = useState(comment.version);
  const [mine, setMine] = useState<Body | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const forget = () => {
    composer.current?.forget();
    onDone();
  };

  async function save(body: Body): Promise<boolean> {
    try {
      await actions.edit({ id: comment.id, version }, body);
      onDone();
      return true;
    } catch (error) {
      if (error instanceof CallError && error.code === "conflict") setMine(body);
      else await attempt(Promise.reject(error));
      return false;
    }
  }

  async function keepMine(body: Body) {
    setVersion(comment.version);
    if (await attempt(actions.edit({ id: comment.id, version: comment.version }, body))) forget();
  }

  return (
    <div className="flex flex-col gap-2">
      {mine && (
        <Conflict
          by={null}
          at={comment.editedAt}
          theirs={<CommentBody body={comment.body} nameOf={nameOf} viewerId={viewer.userId} />}
          onKeep={() => void keepMine(composer.current?.body() ?? mine)}
          onTake={forget}
        />
      )}
      <Composer
        ref={composer}
        articleId={given.articleId}
        viewerId={viewer.userId}
        people={given.people}
        place={{ commentId: comment.id, threadId: comment.threadId }}
        label="Edit your comment"
        placeholder="Write the comment anew"
        sendLabel={{ words: "Save" }}
        initial={comment.body}
        autoFocus
        onSend={save}
        onLeave={onDone}
        onWriting={onWriting}
        buttons={
          <Button size="small" look="quiet" onClick={forget}>
            Cancel
          </Button>
        }
      />
    </div>
  );
}
