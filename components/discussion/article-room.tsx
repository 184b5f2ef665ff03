"use client";

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { type KeptReading, keepReading } from "@/components/articles/kept-reading";
import { ServedText } from "@/components/articles/served-text";
import type { ReadArticle } from "@/components/passages/article-area";
import { type Highlight, markSelector } from "@/components/passages/highlights/highlight-class";
import { Notice } from "@/components/ui/notice";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Viewer } from "@/lib/auth/viewer";
import { RoomFrame } from "./room-frame";
import type { Target } from "./use-opened";
import { useRoomParts } from "./use-room-parts";

type Props = {
  article: ReadArticle & { workspace: { id: string; name: string } };
  viewer: Viewer;
  target: Target;
  /** See ServedText. */
  highlights: Highlight[] | null;
  /** Screen readers are to hear where a passage begins. */
  isAnnounced: boolean;
  header: ReactNode;
  /** The first steps, where the article is the sample and its reader has not closed them. */
  firstSteps: ReactNode;
  /** The bar above the text, until the room brings its own. */
  bar: ReactNode;
};

/**
 * An article that can be read at once: its text and passages as the server has drawn them. The reading room takes its
 * place, unnoticed, as soon as its parts have come.
 */
export function ArticleRoom({
  article,
  viewer,
  target,
  highlights,
  isAnnounced,
  header,
  firstSteps,
  bar,
}: Props) {
  const { text, blocks, language, title } = article;
  const rootRef = useRef<HTMLDivElement>(null);
  const kept = useKeptReading(rootRef, blocks);
  const { parts, problem, retry } = useRoomParts(article.id);
  useArrival(rootRef, target.passageId);
  if (parts)
    return (
      <parts.ReadingRoom
        article={article}
        viewer={viewer}
        initial={parts.discussion}
        target={target}
        header={header}
        firstSteps={firstSteps}
        kept={kept}
      />
    );
  return (
    <>
      {bar}
      {problem && (
        <Notice className="mx-auto max-w-room">
          {problem}{" "}
          <button type="button" className="link" onClick={retry}>
            Try again
          </button>
        </Notice>
      )}
      <RoomFrame
        header={header}
        firstSteps={firstSteps}
        text={
          <div ref={rootRef} id="text" className="article-text" data-reader="served" data-early="keys">
            <ServedText
              title={title}
              language={language}
              text={text}
              blocks={blocks}
              highlights={highlights}
              activeId={target.passageId}
              isAnnounced={isAnnounced}
            />
          </div>
        }
      />
    </>
  );
}

/** Follows what the reader selects and unfolds, since after the change it is too late to ask. */
function useKeptReading(rootRef: RefObject<HTMLDivElement | null>, blocks: readonly BlockPlace[]) {
  const kept = useRef<KeptReading | null>(null);
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    const note = () => {
      if (root.isConnected) kept.current = keepReading(root, blocks);
    };
    document.addEventListener("selectionchange", note);
    root.addEventListener("toggle", note, true);
    return () => {
      document.removeEventListener("selectionchange", note);
      root.removeEventListener("toggle", note, true);
    };
  }, [rootRef, blocks]);
  return kept;
}

/** Whoever follows a link arrives at its words. */
function useArrival(rootRef: RefObject<HTMLDivElement | null>, passageId: string | null): void {
  useLayoutEffect(() => {
    if (!passageId) return;
    const mark = rootRef.current?.querySelector(markSelector(passageId));
    const fold = mark?.closest("details");
    if (fold) fold.open = true;
    const place = mark?.getBoundingClientRect();
    if (place && (place.top < 120 || place.bottom > window.innerHeight / 2))
      window.scrollBy({ top: place.top - window.innerHeight / 4, behavior: "instant" });
  }, [rootRef, passageId]);
}
