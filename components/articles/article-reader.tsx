"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Shown } from "@/components/passages/highlights/highlight-plugin";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { type KeptReading, putBackReading } from "./kept-reading";
import { createReaderEditor, type ReaderEditor, readSelected, type Selected } from "./reader-editor";

type Props = {
  /** The element that holds the text: for measuring and selecting. */
  rootRef: RefObject<HTMLDivElement | null>;
  text: string;
  blocks: BlockPlace[];
  language: string;
  label: string;
  shown: Shown;
  /** What the reader had done to the text as it was served. */
  kept: RefObject<KeptReading | null>;
  /** What is drawn has changed: anything that was measured has to be measured again. */
  onDrawn: () => void;
};

/** The text in the editor, in the very place and look of the served one, with the reader's selection on its words. */
export function ArticleReader({ rootRef, text, blocks, language, label, shown, kept, onDrawn }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<ReaderEditor>(null);
  const latest = useRef(shown);

  // While rendering, which is right because what is drawn never changes in a transition: the page follows at once.
  const selected = useRef<Selected>(null);
  if (latest.current !== shown) selected.current = readSelected();
  useLayoutEffect(() => {
    latest.current = shown;
    editor.current?.show(shown, selected.current);
  }, [shown]);

  useLayoutEffect(() => {
    const element = place.current;
    const root = rootRef.current;
    if (!element || !root) return;
    editor.current = createReaderEditor({ element, text, blocks, language, label, shown: latest.current });
    if (kept.current) putBackReading(root, blocks, kept.current);
    kept.current = null;
    return () => {
      editor.current?.destroy();
      editor.current = null;
    };
  }, [rootRef, text, blocks, language, label, kept]);

  // What only stands out more or less stays where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other highlights are drawn elsewhere
  useLayoutEffect(onDrawn, [shown.highlights, onDrawn]);

  return (
    <div ref={rootRef} id="text" className="article-text" data-reader="editor">
      <div ref={place} />
    </div>
  );
}
