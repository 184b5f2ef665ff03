"use client";

import { type RefObject, useEffect, useState } from "react";
import { blockElement } from "@/components/articles/text-geometry";
import { useRoom } from "@/components/discussion/room";
import { type VoiceLook, voiceClass } from "@/components/sources/source-colours";
import { classNames } from "@/components/ui/class-names";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { type BlockCoverage, type CoveredStretch, nextUnexamined } from "@/lib/attributions/coverage";
import type { Span } from "@/lib/text/offsets";
import { describeBlock, nameOfStretch } from "./coverage-words";

type Props = {
  rootRef: RefObject<HTMLDivElement | null>;
  blocks: readonly BlockPlace[];
  /** Goes to a stretch that nobody has examined; null when there is none. */
  onGo: (span: Span | null) => void;
};

type Place = { top: number; height: number };

/**
 * Beside each block a bar of whose words it is made: sources in their hue and pattern, the reporter's own hollow, what
 * nobody has examined grey; dots for claims without a source. A press goes to the next unexamined stretch from there.
 * Its words for screen readers are the coverage table (coverage-table.tsx), and U does the same by key.
 */
export function CoverageStrip({ rootRef, blocks, onGo }: Props) {
  const { article, coverage, voices, looks } = useRoom();
  const places = usePlaces(rootRef, blocks);
  return (
    <div aria-hidden className="absolute inset-y-0 -left-3 w-1.5 print:hidden phone:-left-6 phone:w-2">
      {coverage.map((block) => {
        const place = places.get(block.start);
        if (!place || block.words === 0) return null;
        return (
          <Bar
            key={block.start}
            block={block}
            place={place}
            looks={looks}
            title={describeBlock(block, voices)}
            onPress={() => onGo(nextUnexamined(coverage, article.text, block.start, 1))}
            nameOf={(stretch) => nameOfStretch(stretch, voices)}
          />
        );
      })}
    </div>
  );
}

type BarProps = {
  block: BlockCoverage;
  place: Place;
  looks: ReadonlyMap<string, VoiceLook>;
  title: string;
  onPress: () => void;
  nameOf: (stretch: CoveredStretch) => string;
};

function Bar({ block, place, looks, title, onPress, nameOf }: BarProps) {
  const told = block.stretches.filter((one) => one.words > 0);
  return (
    <button
      type="button"
      tabIndex={-1}
      title={title}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      style={{ transform: `translateY(${place.top}px)`, height: place.height }}
      // The bar is thin; the place to press is not.
      className="absolute inset-x-0 top-0 flex flex-col gap-px before:absolute before:inset-y-0 before:-inset-x-2 before:content-['']"
    >
      {told.map((stretch) => (
        <span
          key={stretch.start}
          title={nameOf(stretch)}
          style={{ flexGrow: stretch.words }}
          className={classNames("min-h-px w-full rounded-sm", classOf(stretch, looks))}
        />
      ))}
      {block.bareClaims.slice(0, 6).map((claim, at) => (
        <span
          key={claim.start}
          style={{ top: 4 + at * 8 }}
          className="absolute -left-2 size-1.25 rounded-full bg-active max-phone:-left-1.5"
        />
      ))}
    </button>
  );
}

/** Class names of a stretch in the strip and its legend. */
export function classOf(
  { voice, sourceId }: Pick<CoveredStretch, "voice" | "sourceId">,
  looks: ReadonlyMap<string, VoiceLook>,
): string {
  if (voice !== "source") return `voice-${voice}`;
  const look = sourceId ? looks.get(sourceId) : undefined;
  return look ? voiceClass(look) : "voice";
}

/** Where each block stands, in pixels from the top of the text, measured again when the text takes another shape. */
function usePlaces(
  rootRef: RefObject<HTMLDivElement | null>,
  blocks: readonly BlockPlace[],
): ReadonlyMap<number, Place> {
  const [places, setPlaces] = useState<ReadonlyMap<number, Place>>(new Map());
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    let frame = 0;
    const look = () => {
      const origin = root.getBoundingClientRect().top;
      const next = new Map<number, Place>();
      for (const block of blocks) {
        const box = blockElement(root, block)?.getBoundingClientRect();
        if (box && box.height > 0) next.set(block.start, { top: box.top - origin, height: box.height });
      }
      setPlaces(next);
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    later();
    const observer = new ResizeObserver(later);
    observer.observe(root);
    // The editor takes the place of the served text, and a fold may open without changing the width.
    root.addEventListener("toggle", later, true);
    document.fonts.ready.then(later);
    return () => {
      observer.disconnect();
      root.removeEventListener("toggle", later, true);
      cancelAnimationFrame(frame);
    };
  }, [rootRef, blocks]);
  return places;
}
