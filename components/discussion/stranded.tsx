"use client";

import { useEffect, useRef } from "react";
import { describeLetter, nameLetter } from "@/components/outbox/describe-letter";
import { OutboxActions } from "@/components/outbox/outbox-actions";
import { useDeletedPassages } from "@/components/passages/use-deleted-passages";
import { coveredTop } from "@/components/ui/covered-top";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import { isPost, type Letter, strandedLetters } from "@/lib/discussion/outbox";
import type { DeletedPassage } from "@/lib/passages/schema";
import { useRoom } from "./room";
import { Deleted, RestorePassage } from "./room-notices";

/** What I wrote on something that is gone by now: it could not be sent, and has no other place to be told of. */
export function Stranded() {
  const { surroundings, discussion } = useRoom();
  const { outbox } = surroundings;
  const letters = [...outbox.posts, ...outbox.sayings].toSorted((a, b) => a.at.localeCompare(b.at));
  const stranded = strandedLetters(letters, outbox.heldUp, discussion);
  const deletedWith = useDeletedPassages(stranded.length > 0);
  if (stranded.length === 0) return null;
  return (
    <div>
      {stranded.map((letter) => (
        <StrandedLetter key={letter.id} letter={letter} deleted={deletedWith(placeOf(letter))} />
      ))}
    </div>
  );
}

type Props = { letter: Letter; deleted: DeletedPassage | null };

function StrandedLetter({ letter, deleted }: Props) {
  const { outbox } = useRoom().surroundings;
  const root = useRef<HTMLDivElement>(null);
  const { id, state } = letter;
  const name = nameLetter(letter);
  const words = describeLetter(letter);
  const mayRetry = state === "failed" || state === "waiting";
  useHandOn(root, ({ beside, within }) => (beside instanceof HTMLElement ? beside : within));
  useTellOutOfSight(root, `${name} could not be sent.`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={root}
      role="group"
      aria-label={`${name}, not sent`}
      tabIndex={-1}
      className="mx-auto max-w-room"
    >
      <Notice kind="error">
        <p className="wrap-anywhere">
          <span className="font-medium">{name} could not be sent.</span>{" "}
          {deleted ? (
            <Deleted what="letter" passage={deleted} />
          ) : (
            "What it belongs to is not here any more; it may have been deleted."
          )}
        </p>
        <p className="wrap-anywhere mt-1 whitespace-pre-line">{words}</p>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          {deleted && <RestorePassage passage={deleted} />}
          <OutboxActions
            copy={{ text: words, said: "Copied" }}
            isHeldUp={!mayRetry}
            onRetry={() => outbox.retry(id)}
            onDiscard={() => outbox.discard(id)}
          />
        </div>
      </Notice>
    </div>
  );
}

/** Says once, in the corner, what stands above where the reader is. */
function useTellOutOfSight(root: { current: HTMLElement | null }, said: string): void {
  useEffect(() => {
    const notice = root.current;
    if (!notice) return;
    const { top, bottom } = notice.getBoundingClientRect();
    if (bottom > coveredTop() && top < window.innerHeight) return;
    const show = () => {
      notice.scrollIntoView({ block: "center" });
      notice.focus({ preventScroll: true });
    };
    toast.error(said, { id: "stranded", action: { label: "Show", onClick: show } });
  }, [root, said]);
}

/** What was deleted with its place: the passage, or the thread that stood on it. */
function placeOf(letter: Letter): string {
  return isPost(letter) ? (letter.start?.passageId ?? letter.threadId) : letter.passageId;
}
