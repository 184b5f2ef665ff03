"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Notice } from "./notice";
import { TimeAgo } from "./time-ago";

/** What somebody else has done to the same thing meanwhile. */
export type Faster = {
  /** A name; null for one's own other window; absent where nobody knows. */
  by?: string | null | undefined;
  at?: string | null | undefined;
  /** How the sentence goes on after the name: "changed this to Accurate". */
  did?: ReactNode;
  /** What stands there now, where there is something to read. What is mine stands in the form. */
  theirs?: ReactNode;
};

type Props = Faster & {
  /** Puts mine over theirs, knowingly. */
  onKeep: () => void;
  /** Leaves theirs as it is. */
  onTake: () => void;
  isBusy?: boolean;
  /** What the two choices are called where nobody has written anything. */
  words?: { keep: string; take: string };
};

/** Says who was faster, with what and when, and leaves the choice between that and one's own. */
export function Conflict({ by, at, did = "changed this", theirs, onKeep, onTake, isBusy, words }: Props) {
  const isMe = by === null;
  const { keep, take } = words ?? (isMe ? myWords : theirWords);
  return (
    <Notice kind="caution">
      <p className="wrap-anywhere">
        <span className="font-semibold">{isMe ? "You" : (by ?? "A colleague")}</span> {did}
        {isMe && " in another window"}
        {at && (
          // What it says changes by itself, and is not to be read out each time.
          <span aria-live="off">
            , <TimeAgo at={at} />
          </span>
        )}
        .{theirs ? " Yours is in the form." : ""}
      </p>
      {theirs && <div className="wrap-anywhere mt-2 border-control border-l-2 pl-3">{theirs}</div>}
      <p className="mt-2 flex flex-wrap gap-2">
        <Button size="small" busy={isBusy ?? false} onClick={onKeep}>
          {keep}
        </Button>
        <Button size="small" onClick={onTake}>
          {take}
        </Button>
      </p>
    </Notice>
  );
}

const theirWords = { keep: "Keep mine", take: "Take theirs" };
const myWords = { keep: "Keep this window’s", take: "Take the other window’s" };
