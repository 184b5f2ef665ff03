"use client";

import { useEffect, useRef } from "react";
import { describeLetter, nameLetter } from "@/components/outbox/describe-letter";
import { OutboxActions } from "@/components/outbox/outbox-actions";
import { useDeletedPassages } from "@/components/passages/use-deleted-passages";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import { useIsSeen } from "@/components/ui/use-is-seen";
import { groundedLetters, isPost, type Letter, strandedLetters } from "@/lib/discussion/outbox";
import type { DeletedPassage } from "@/lib/passages/schema";
import { useRoom } from "./room";
import { Deleted, RestorePassage } from "./room-notices";

/** What I wrote on something that is gone by now: it could not be sent, and has no other place to be told of. */
export function Stranded() {
  const { surroundings, discussion } = useRoom();
  const { outbox } = surroundings;
  const letters = [...outbox.posts, ...outbox.sayings].toSorted((a, b) => a.at.localeCompare(b.at));
  const stranded = strandedLetters(letters, outbox.heldUp, discussion);
  useSendAgain(groundedLetters(letters, discussion), stranded, outbox.retry);
  return stranded.length > 0 && <StrandedList stranded={stranded} />;
}

function StrandedList({ stranded }: { stranded: readonly Letter[] }) {
  const root = useRef<HTMLDivElement>(null);
  const deletedWith = useDeletedPassages(true);
  const [first] = stranded;
  const what = stranded.length === 1 && first ? nameLetter(first) : `${stranded.length} things you wrote`;
  useTellOutOfSight(root, `${what} could not be sent.`);
  return (
    <div ref={root}>
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

/** Sends again what was refused because what it stood on was gone: once, each time that is back. */
function useSendAgain(
  grounded: readonly Letter[],
  stranded: readonly Letter[],
  retry: (id: string) => void,
): void {
  const sent = useRef(new Set<string>());
  useEffect(() => {
    for (const { id } of stranded) sent.current.delete(id);
    for (const { id } of grounded) {
      if (sent.current.has(id)) continue;
      sent.current.add(id);
      retry(id);
    }
  });
}

/** So long must the box be in sight to be seen: while the page is laid out anew it may pass by. */
const seenAfterMs = 500;

/** Says once at the top of the window what stands above where the reader is, until it is seen, dismissed or dealt with. */
function useTellOutOfSight(root: { current: HTMLElement | null }, said: string): void {
  const isSeen = useIsSeen(root, 0);
  const told = useRef<{ said: string; id: string } | null>(null);
  useEffect(() => {
    if (isSeen) {
      const timer = setTimeout(() => toast.dismiss(told.current?.id ?? ""), seenAfterMs);
      return () => clearTimeout(timer);
    }
    if (told.current?.said === said) return;
    if (told.current) toast.dismiss(told.current.id);
    const show = () => {
      const box = root.current?.firstElementChild;
      box?.scrollIntoView({ block: "center" });
      if (box instanceof HTMLElement) box.focus({ preventScroll: true });
    };
    const action = { label: "Show", onClick: show };
    // An id of its own: what is just going away would take along what comes in its place.
    const id = crypto.randomUUID();
    told.current = { said, id };
    toast.error(said, { id, duration: Number.POSITIVE_INFINITY, action });
  }, [root, said, isSeen]);
  useEffect(() => () => toast.dismiss(told.current?.id ?? ""), []);
}

/** What was deleted with its place: the passage, or the thread that stood on it. */
function placeOf(letter: Letter): string {
  return isPost(letter) ? (letter.start?.passageId ?? letter.threadId) : letter.passageId;
}
