"use client";

import { useRoom } from "@/components/discussion/room";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { colleaguesWords, ownWords } from "@/lib/discussion/colleagues-words";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { inQuotes } from "@/lib/text/in-quotes";
import { shorten } from "@/lib/text/shorten";

type Props = { entry: PassageEntry; open: boolean; onOpenChange: (open: boolean) => void };

/** What colleagues have said on a passage, in counted words, and what I have; each empty where nothing was. */
export function useSaidWords({ passage, ...entry }: PassageEntry): { others: string[]; mine: string[] } {
  const { surroundings, commentsOf, voices } = useRoom();
  const said = {
    entry,
    comments: entry.threads.flatMap(({ id }) => commentsOf.get(id) ?? []),
    attributions: [...voices.attributions.values()].filter((one) => one.passageId === passage.id),
    userId: surroundings.viewer.userId,
  };
  return { others: colleaguesWords(said), mine: ownWords(said) };
}

/** Asks before a passage goes with what colleagues have said on it. */
export function DeleteDialog({ entry, open, onOpenChange }: Props) {
  const { remove } = useRoom();
  const { others, mine } = useSaidWords(entry);
  const { id, exact } = entry.passage;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Delete the passage?">
      <div className="flex flex-col gap-3 text-body">
        <p className="wrap-anywhere">
          With {inQuotes(shorten(exact, 80))} goes what your colleagues have said there: {listed(others)}
          {mine.length > 0 && `; and what you have: ${listed(mine)}`}.
        </p>
        <p>
          It can be brought back with all of it: with Undo, and later under “Deleted here” at the end of the
          list of passages.
        </p>
      </div>
      <DialogEnd>
        <DialogCancel>Keep the passage</DialogCancel>
        <Button
          look="danger"
          onClick={() => {
            onOpenChange(false);
            remove(id);
          }}
        >
          Delete
        </Button>
      </DialogEnd>
    </Dialog>
  );
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}
