"use client";

import { useState, useSyncExternalStore } from "react";
import type { Highlight } from "@/components/passages/highlights/highlight-class";
import { servedHighlights } from "@/components/passages/highlights/served-highlights";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { ArticleText } from "./article-text";

type Props = {
  title: string;
  language: string;
  text: string;
  blocks: BlockPlace[];
  /** In text order; null where they were left in `servedHighlights`, which spares the browser what only the server draws. */
  highlights: Highlight[] | null;
  activeId: string | null;
  isAnnounced: boolean;
};

/**
 * The article as the server draws it, for as long as nothing on it changes. The browser takes it over as it stands:
 * going through two thousand elements once more, to find that they are the same, kept the first picture waiting.
 */
export function ServedText({ title, language, text, blocks, highlights, activeId, isAnnounced }: Props) {
  const isTakingOver = useSyncExternalStore(subscribe, isNever, isInBrowser);
  const [isServed] = useState(isTakingOver);
  return (
    // React leaves the content of an element alone that is said to be a text, and allowed to be another one.
    // biome-ignore lint/a11y/useSemanticElements: the editor's root can only be a div, and both must be alike
    <div role="article" aria-label={title} lang={language} suppressHydrationWarning>
      {isServed ? (
        ""
      ) : (
        <ArticleText
          text={text}
          blocks={blocks}
          highlights={highlights ?? servedHighlights.take() ?? noHighlights()}
          activeId={activeId}
          isAnnounced={isAnnounced}
        />
      )}
    </div>
  );
}

/** In a browser that has to draw the page anew there are none, until the room comes. On the server some were lost. */
function noHighlights(): Highlight[] {
  if (!isInBrowser()) throw new Error("The page has left no highlights for its text.");
  return [];
}

const subscribe = () => () => {};
const isNever = () => false;
/** Asked by React on the server and again, in the browser, of what it takes over from there; of nothing else. */
const isInBrowser = () => typeof window !== "undefined";
