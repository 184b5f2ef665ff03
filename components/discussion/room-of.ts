import type { useMarking } from "@/components/passages/selection/use-marking";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { Room } from "./room";
import type { useOpening } from "./use-opening";
import type { useRoomData } from "./use-room-data";

type Parts = Pick<
  Room,
  | "article"
  | "suggesting"
  | "undoing"
  | "newcomer"
  | "pick"
  | "threadRef"
  | "judging"
  | "setJudging"
  | "leaveMark"
> & {
  data: ReturnType<typeof useRoomData>;
  opening: ReturnType<typeof useOpening>;
  marking: ReturnType<typeof useMarking>;
  /** Those that pass the filter. */
  shown: PassageEntry[];
};

/** What the cards, lists and panels share, out of the parts of the room. */
export function roomOf({ data, opening, marking, shown, ...own }: Parts): Room {
  const { held, unsaved, entries } = data;
  const remove = (id: string) => {
    opening.expectGone(id);
    void marking.remove(id);
  };
  return {
    ...own,
    shown,
    entries,
    surroundings: data.surroundings,
    discussion: data.discussion,
    articleThreads: data.articleThreads,
    sourceThreads: data.sourceThreads,
    commentsOf: data.commentsOf,
    seen: data.seen,
    unsaved: data.states,
    voices: data.voices,
    coverage: data.coverage,
    looks: data.looks,
    attributing: data.attributing,
    assessing: data.assessing,
    mergeSource: (source) => held.merge({ sources: [source] }),
    opened: opening.opened,
    open: opening.open,
    finish: opening.finish,
    close: opening.close,
    reselect: (id) => {
      const passage = entries.find((entry) => entry.passage.id === id)?.passage;
      if (!passage) return;
      own.pick({
        ask: "Select the new words for this passage, then choose “Use these words”.",
        confirm: "Use these words",
        of: passage,
        now: passage,
        onPick: (span) => void marking.reselect(passage, span),
      });
    },
    remove,
    restore: marking.restore,
    markRead: (id, number) => void marking.markRead(id, number),
    retry: unsaved.retry,
    discard: (id) => {
      // Stored meanwhile, it is a passage like any other.
      if (unsaved.discard(id)) opening.expectGone(id);
      else remove(id);
    },
  };
}
