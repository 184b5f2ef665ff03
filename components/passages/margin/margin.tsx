"use client";

import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { OpenPanel } from "@/components/discussion/open-panel";
import { openAt } from "@/components/discussion/open-place";
import { useRoom } from "@/components/discussion/room";
import { LateFirstSteps } from "@/components/onboarding/late-first-steps";
import { ArticleCard } from "@/components/passages/article-card";
import { HowToBegin } from "@/components/passages/how-to-begin";
import { PassageCard } from "@/components/passages/passage-card";
import { classNames } from "@/components/ui/class-names";
import { coveredTop } from "@/components/ui/covered-top";
import {
  type Anchor,
  cardGap,
  cardsInWindow,
  groupHeight,
  placeCards,
  shareCards,
  usualHeight,
} from "@/lib/discussion/arrange-cards";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { OutOfSightCounts } from "./out-of-sight";

type Props = {
  marginRef: RefObject<HTMLDivElement | null>;
  anchors: Anchor[];
  focusRequest: number;
  /** Something else stands in its place; what is being written in it stays. */
  isHidden: boolean;
};

/** How many pixels beyond the window are drawn too, so that scrolling meets no holes. */
const beyond = 700;
const articleId = "article";

/** A card's name among the slots. */
function slotOf(ids: readonly string[]): string {
  return ids.length > 1 ? `group ${ids[0]}` : (ids[0] ?? "");
}

/** What is open has a height of its own, so that its card is expected as it was when it closes. */
function heightName(slot: string, isOpen: boolean): string {
  return isOpen ? `open ${slot}` : slot;
}

/**
 * The cards beside their passages: at the height of the words, in text order, never over each other. Only those near
 * the window are in the page, so thousands of passages cost no more than a few dozen.
 */
export function Margin({ marginRef, anchors, focusRequest, isHidden }: Props) {
  const { shown, opened } = useRoom();
  const heights = useHeights();
  const range = useWindow(marginRef);
  const sourceId = opened?.sourceId ?? null;
  const activeId = opened ? (opened.passageId ?? opened.suggestionId ?? sourceId ?? articleId) : null;

  // A source has no words of its own to stand beside: it opens where the reader is.
  const sourceTop = useTopInSight(marginRef, sourceId);
  const opensArticle = activeId === articleId;
  const active = useMemo(() => {
    if (sourceId) return { id: sourceId, top: sourceTop };
    return anchors.find((one) => one.id === activeId) ?? null;
  }, [anchors, activeId, sourceId, sourceTop]);
  const floorUnder = (isOpen: boolean) => {
    const height = heights.of(heightName(articleId, isOpen), 0);
    return height > 0 ? height + cardGap : 0;
  };
  const floor = floorUnder(opensArticle);
  const closedFloor = floorUnder(false);
  const windowHeight = range.height;
  // A suggestion has a card only while it is open: the passages share as if it were not there.
  const suggestionId = opened?.suggestionId ?? null;
  const shares = useMemo(() => {
    const lasting = suggestionId ? anchors.filter((one) => one.id !== suggestionId) : anchors;
    return shareCards(lasting, { floor: closedFloor, windowHeight });
  }, [anchors, suggestionId, closedFloor, windowHeight]);
  const placed = useMemo(
    () =>
      placeCards({
        shares,
        active,
        heightOf: (ids, isOpen) =>
          heights.of(heightName(slotOf(ids), isOpen), ids.length > 1 ? groupHeight : usualHeight),
        floor,
        windowHeight,
      }),
    [shares, active, heights, floor, windowHeight],
  );
  const { start, end } = cardsInWindow(placed, range.from - beyond, range.to + beyond);
  const activeAt = active ? placed.findIndex((card) => card.ids[0] === active.id) : -1;
  const drawn = indexes(start, end, activeAt);
  const last = placed.at(-1);
  const bottom = last ? last.top + last.height : floor;
  // It never gives room back: the text would jump when what is open closes near the end of the page.
  const reached = useRef(0);
  reached.current = Math.max(reached.current, bottom);
  const entryOf = useMemo(() => new Map(shown.map((entry) => [entry.passage.id, entry])), [shown]);
  const isPassage = (id: string) => entryOf.has(id);

  return (
    <aside
      ref={marginRef}
      aria-label="Discussion"
      // The cards hang free, so the page would end at the last of them, and jump whenever that grows or shrinks.
      style={{ minHeight: reached.current }}
      className={classNames("relative min-w-0 font-sans", isHidden && "invisible")}
    >
      <h2 className="sr-only">Discussion</h2>
      <OutOfSightCounts marginRef={marginRef} placed={placed} isPassage={isPassage} />
      <Slot id={articleId} top={0} isActive={opensArticle} onHeight={heights.note}>
        <ArticleSlot isOpen={opensArticle} focusRequest={focusRequest} />
      </Slot>
      {drawn.map((at) => {
        const { ids, top } = placed[at] ?? { ids: [], top: 0 };
        const id = slotOf(ids);
        return (
          <Slot key={id} id={id} top={top} isActive={at === activeAt} onHeight={heights.note}>
            {at === activeAt ? (
              <OpenPanel focusRequest={focusRequest} />
            ) : (
              <Cards entries={ids.flatMap((one) => entryOf.get(one) ?? [])} />
            )}
          </Slot>
        );
      })}
    </aside>
  );
}

function ArticleSlot({ isOpen, focusRequest }: { isOpen: boolean; focusRequest: number }) {
  const { newcomer } = useRoom();
  if (isOpen) return <OpenPanel focusRequest={focusRequest} />;
  return (
    <>
      <div className="mb-3 empty:mb-0 max-desk:hidden">
        <LateFirstSteps newcomer={newcomer} />
      </div>
      <ArticleCard />
      <HowToBegin />
    </>
  );
}

function Cards({ entries }: { entries: PassageEntry[] }): ReactNode {
  const [first] = entries;
  if (!first) return null;
  return entries.length === 1 ? <PassageCard entry={first} /> : <CardGroup entries={entries} />;
}

/** Passages that stand too close for a card each. */
function CardGroup({ entries }: { entries: PassageEntry[] }) {
  // Not before it is unfolded: in a crowd these would be most of what a click has to draw.
  const [isUnfolded, setUnfolded] = useState(false);
  const comments = entries.reduce((sum, entry) => sum + entry.comments, 0);
  const unread = entries.reduce((sum, entry) => sum + entry.unread, 0);
  return (
    <details
      className="border-control border-l-2 border-double bg-paper"
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary className="min-h-8 pointer-coarse:min-h-11 py-1 pr-2 pl-3 text-card text-ink">
        {entries.length} passages
        <span className="text-label text-muted">
          {comments > 0 && ` · ${comments} ${comments === 1 ? "comment" : "comments"}`}
          {unread > 0 && ` · ${unread} new`}
        </span>
      </summary>
      {isUnfolded && entries.map((entry) => <PassageCard key={entry.passage.id} entry={entry} />)}
    </details>
  );
}

type SlotProps = {
  id: string;
  top: number;
  isActive: boolean;
  onHeight: (id: string, height: number) => void;
  children: ReactNode;
};

/** Holds a card at its height and reports how tall it is. */
function Slot({ id, top, isActive, onHeight, children }: SlotProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const slot = element.current;
    if (!slot) return;
    const note = () => onHeight(heightName(id, isActive), slot.offsetHeight);
    note();
    const observer = new ResizeObserver(note);
    observer.observe(slot);
    return () => observer.disconnect();
  }, [id, isActive, onHeight]);
  return (
    <div
      ref={element}
      {...(isActive ? { [openAt]: top } : {})}
      style={isActive ? shift(-12, top) : { transform: `translate(0, ${top}px)` }}
      className={classNames(
        "absolute inset-x-0 top-0 transition-transform duration-160 ease-out",
        isActive && "z-10",
      )}
    >
      {children}
    </div>
  );
}

/** A custom property is no part of React's own type. */
type Shift = CSSProperties & { "--down": string };

/**
 * Where the open card stands. What sticks inside it reckons without the shift, and has to know it; on the others it
 * would have the browser reckon every element in them anew whenever they move.
 */
function shift(left: number, down: number): Shift {
  return { transform: `translate(${left}px, ${down}px)`, "--down": `${down}px` };
}

/** Measured heights by slot; one that was never drawn has the height that is expected of it. */
function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const note = useRef((id: string, height: number) => {
    setHeights((before) => (before.get(id) === height ? before : new Map(before).set(id, height)));
  });
  return useMemo(
    () => ({ of: (id: string, expected: number) => heights.get(id) ?? expected, note: note.current }),
    [heights],
  );
}

/** The first pixel of the margin that the reader sees at the moment when something opens. */
function useTopInSight(marginRef: RefObject<HTMLDivElement | null>, id: string | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const above = marginRef.current?.getBoundingClientRect().top ?? 0;
    if (id) setTop(Math.max(0, coveredTop() - above));
  }, [id, marginRef]);
  return top;
}

/** The stretch of the margin that the window shows, in pixels from its top, in steps so that scrolling draws seldom. */
function useWindow(marginRef: RefObject<HTMLDivElement | null>) {
  const [range, setRange] = useState({ from: 0, to: 1200, height: 900 });
  useEffect(() => {
    let frame = 0;
    const step = 200;
    const look = () => {
      const top = marginRef.current?.getBoundingClientRect().top ?? 0;
      const from = Math.floor(-top / step) * step;
      const height = window.innerHeight;
      const to = Math.ceil((height - top) / step) * step;
      setRange((before) =>
        before.from === from && before.to === to && before.height === height ? before : { from, to, height },
      );
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", later, { passive: true });
    window.addEventListener("resize", later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", later);
      window.removeEventListener("resize", later);
    };
  }, [marginRef]);
  return range;
}

function indexes(start: number, end: number, also: number): number[] {
  const list = Array.from({ length: end - start }, (_, at) => start + at);
  if (also < 0 || (also >= start && also < end)) return list;
  return also < start ? [also, ...list] : [...list, also];
}
