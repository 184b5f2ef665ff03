"use client";

import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import { goToWords } from "@/components/articles/text-geometry";
import { classNames } from "@/components/ui/class-names";
import { cardsOutOfSight, type OutOfSight, type PlacedCard } from "@/lib/discussion/arrange-cards";

type Props = {
  marginRef: RefObject<HTMLElement | null>;
  placed: readonly PlacedCard[];
  /** Something in the margin may be no passage: a suggestion, a source. */
  isPassage: (id: string) => boolean;
};

/** Pixels between a count and the edge that it stands at. */
const air = 8;

const none: OutOfSight = { count: 0, nearest: null };

/**
 * How many cards are above and below what is seen, at the edges of the window, and the way to the nearest. They stand
 * between text and cards, where nothing else does, so that they cover neither.
 */
export function OutOfSightCounts({ marginRef, placed, isPassage }: Props) {
  const { above, below, top } = useOutOfSight({ marginRef, placed, isPassage });
  return (
    // Through the strip one can press what lies under it.
    <div className="pointer-events-none absolute inset-y-0 -left-14 z-10 flex w-11 flex-col justify-between">
      <Count {...above} arrow="↑" where="above" style={{ top: top + air }} />
      <Count {...below} arrow="↓" where="below" style={{ bottom: air }} />
    </div>
  );
}

type CountProps = OutOfSight & { arrow: string; where: "above" | "below"; style: CSSProperties };

function Count({ count, nearest, arrow, where, style }: CountProps) {
  const label = `${count} ${count === 1 ? "passage" : "passages"} ${where}`;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      style={style}
      onClick={() => nearest && goToWords(nearest)}
      className={classNames(
        "pointer-events-auto sticky min-h-6 pointer-coarse:min-h-11 w-full rounded-md border border-hairline bg-paper text-label text-muted tabular-nums hover:border-control hover:text-ink",
        // Its place stays, which holds the other one at its edge.
        count === 0 && "invisible",
      )}
    >
      {arrow} {count}
    </button>
  );
}

function useOutOfSight({ marginRef, placed, isPassage }: Props) {
  const [seen, setSeen] = useState({ above: none, below: none, top: 0 });
  const latest = useRef({ placed, isPassage });
  latest.current = { placed, isPassage };
  const look = useRef(() => {
    const start = marginRef.current?.getBoundingClientRect().top ?? 0;
    const { placed, isPassage } = latest.current;
    const top = barBottom();
    const next = cardsOutOfSight(placed, top - start, window.innerHeight - start, isPassage);
    setSeen((before) => {
      const isKept = isSame(before.above, next.above) && isSame(before.below, next.below);
      return isKept && before.top === top ? before : { ...next, top };
    });
  });
  useEffect(() => {
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => look.current());
    };
    window.addEventListener("scroll", later, { passive: true });
    window.addEventListener("resize", later);
    // The filter opens in the bar, and what is behind it is out of sight.
    const observer = new ResizeObserver(later);
    const bar = document.getElementById(barId);
    if (bar) observer.observe(bar);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener("scroll", later);
      window.removeEventListener("resize", later);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards that stand elsewhere are counted anew
  useEffect(() => look.current(), [placed]);
  return seen;
}

const barId = "above-the-text";

/** What the header and the bar cover at the top of the window; in a low one they scroll away. */
function barBottom(): number {
  return Math.max(0, Math.round(document.getElementById(barId)?.getBoundingClientRect().bottom ?? 0));
}

function isSame(a: OutOfSight, b: OutOfSight): boolean {
  return a.count === b.count && a.nearest === b.nearest;
}
