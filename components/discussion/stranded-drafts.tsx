"use client";

import { useEffect, useRef } from "react";
import { usePersonName } from "@/components/assessments/use-person-name";
import { useSourceNames } from "@/components/attributions/draft-source-picker";
import { attributionKey, keptAs } from "@/components/attributions/use-kept-form";
import { useDeletedPassages } from "@/components/passages/use-deleted-passages";
import { throwAway } from "@/components/ui/kept-text";
import { KeptWords } from "@/components/ui/kept-words";
import { Notice } from "@/components/ui/notice";
import { useHandOn } from "@/components/ui/use-hand-on";
import { useAllKept } from "@/components/ui/use-kept";
import type { DeletedPassage } from "@/lib/passages/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { shorten } from "@/lib/text/shorten";
import { type HalfWritten, halfWrittenIn, halfWrittenNames } from "./half-written";
import { useRoom } from "./room";
import { RestorePassage } from "./room-notices";

/** What I was writing where a colleague has taken the passage away: to be read, copied, or gone on with. */
export function StrandedDrafts() {
  const { surroundings, discussion } = useRoom();
  const whose = { userId: surroundings.viewer.userId, articleId: surroundings.articleId };
  const all = halfWrittenIn(whose, useAllKept(...halfWrittenNames(whose)), useSourceNames());
  const isThere = useIsThere();
  // Passages by their own id and those of their threads.
  const known = useRef(new Map<string, string>());
  const exactOf = useRef(new Map<string, string>());
  useEffect(() => {
    for (const { id, exact } of discussion.passages) {
      known.current.set(id, id);
      exactOf.current.set(id, exact);
    }
    for (const { id, passageId } of discussion.threads) known.current.set(id, passageId ?? id);
  }, [discussion.threads, discussion.passages]);
  const stranded = all.flatMap((one) => (one.on && !isThere(one) ? [{ ...one, id: idOf(one.on) }] : []));
  const deletedWith = useDeletedPassages(stranded.length > 0);
  // What a window beside this one has just marked is not known here yet, and not deleted.
  const gone = stranded.filter(
    ({ id, at }) => known.current.has(id) || deletedWith(id) !== null || isOlderThanPage(at),
  );
  const passageOf = (id: string) => deletedWith(id)?.id ?? known.current.get(id) ?? id;
  const wordsOf = (passage: string) =>
    exactOf.current.get(passage) ?? gone.find(({ id, exact }) => id === passage && exact)?.exact;
  const passages = [...new Set(gone.map(({ id }) => passageOf(id)))];
  if (passages.length === 0) return null;
  return (
    <div className="sticky top-bars low:top-0 z-20 mx-auto max-h-[50dvh] max-w-room overflow-y-auto">
      {passages.map((passage) => (
        <StrandedOn
          key={passage}
          written={gone.filter(({ id }) => passageOf(id) === passage)}
          deleted={deletedWith(passage)}
          exact={wordsOf(passage)}
          isKnown={known.current.has(passage) || deletedWith(passage) !== null}
        />
      ))}
    </div>
  );
}

/** Whether something was written before this page was loaded, which then holds all that it could be on. */
function isOlderThanPage(at: string): boolean {
  return Date.parse(at) < performance.timeOrigin;
}

function idOf(on: NonNullable<HalfWritten["on"]>): string {
  return "threadId" in on ? on.threadId : on.passageId;
}

/** Whether what something was written on is here. */
function useIsThere(): (written: HalfWritten) => boolean {
  const { article, surroundings, discussion, entries, voices } = useRoom();
  return ({ key, on }) => {
    if (!on) return true;
    const id = idOf(on);
    if ("threadId" in on) return discussion.threads.some((one) => one.id === id);
    // Who said it is filled in for words: it goes on where the same ones are marked again.
    const goesOn = (passage: { start: number; end: number }) =>
      keptAs(attributionKey(surroundings.viewer.userId, article.id, passage)) === key;
    return entries.some(({ passage }) => passage.id === id || goesOn(passage)) || voices.sources.has(id);
  };
}

type Props = {
  written: HalfWritten[];
  /** The passage, to whoever may bring it back. */
  deleted: DeletedPassage | null;
  /** Its words, to whoever had them before their eyes or wrote with them. */
  exact: string | null | undefined;
  /** It was here, or can come back: it is the passage itself that has been deleted. */
  isKnown: boolean;
};

function StrandedOn({ written, deleted, exact, isKnown }: Props) {
  const personName = usePersonName();
  const root = useRef<HTMLDivElement>(null);
  useHandOn(root);
  const by = deleted?.deletedBy ? ` by ${personName(deleted.deletedBy)}` : "";
  const named = deleted?.exact ?? exact;
  const quote = named ? ` ${inQuotes(shorten(named, 80))}` : "";
  const latest = written.at(-1);
  return (
    <div ref={root}>
      <Notice kind="caution">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="wrap-anywhere">
            {isKnown || quote
              ? `The passage${quote} on which you were writing has been deleted${by}.`
              : "What you were writing on is not here any more."}{" "}
            Your words are kept:
          </span>
          {deleted && (
            <RestorePassage passage={deleted} opens={latest && { ...threadOf(latest), ...latest.opens }} />
          )}
        </p>
        <div className="mt-2 flex flex-col gap-2">
          {written.map((one) => (
            <Written key={one.key} written={one} />
          ))}
        </div>
      </Notice>
    </div>
  );
}

function threadOf({ on }: HalfWritten): { threadId?: string } {
  return on && "threadId" in on ? on : {};
}

function Written({ written: { key, what, words } }: { written: HalfWritten }) {
  const root = useRef<HTMLDivElement>(null);
  // It was thrown away: on to the next, or the one before.
  useHandOn(root, ({ beside, within }) => beside?.querySelector("button") ?? within);
  return (
    <div ref={root}>
      <KeptWords what={what} words={words} onDiscard={() => throwAway(key)} />
    </div>
  );
}
