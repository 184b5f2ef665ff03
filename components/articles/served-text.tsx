"use client";

import { useState, useSyncExternalStore } from "react";
import type { Highlight } from "@/components/passages/highlight-class";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { ArticleText } from "./article-text";

type Props = {
  title: string;
  language: string;
  text: string;
  blocks: BlockPlace[];
  /**
   * The list of `Highlight` in text order, in JSON: React takes several times as long to hand over a thousand objects
   * as one text.
   */
  highlightsJson: string;
  activeId: string | null;
  isAnnounced: boolean;
};

/**
 * The article as the server draws it, for as long as nothing on it changes. The browser takes it over as it stands:
 * going through two thousand elements once more, to find that they are the same, kept the first picture waiting.
 */
export function ServedText({ title, language, text, blocks, highlightsJson, activeId, isAnnounced }: Props) {
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
          highlights={JSON.parse(highlightsJson) as Highlight[]}
          activeId={activeId}
          isAnnounced={isAnnounced}
        />
      )}
    </div>
  );
}

const subscribe = () => () => {};
const isNever = () => false;
/** Asked by React on the server and again, in the browser, of what it takes over from there; of nothing else. */
const isInBrowser = () => typeof window !== "undefined";
