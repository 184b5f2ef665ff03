"use client";

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Shown } from "@/components/passages/highlight-plugin";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { Span } from "@/lib/text/offsets";
import type { ReaderEditor } from "./reader-editor";
import { rangeOfSpan, selectRange, spanOfSelection } from "./text-geometry";

type Props = {
  /** The element that holds whichever text is shown: for measuring and selecting. */
  rootRef: RefObject<HTMLDivElement | null>;
  text: string;
  blocks: BlockPlace[];
  language: string;
  label: string;
  shown: Shown;
  /** The same text as the server has drawn it. */
  children: ReactNode;
  /** What is drawn has changed: anything that was measured has to be measured again. */
  onDrawn: () => void;
};

/**
 * Shows the served text at first; when the browser is idle or the reader selects something, loads the editor and puts
 * it in the same place. The selection, if there is one, stays on its words.
 */
export function ArticleReader({ rootRef, text, blocks, language, label, shown, children, onDrawn }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<ReaderEditor>(null);
  const latest = useRef(shown);
  const kept = useRef<Kept | null>(null);
  const [isReady, setReady] = useState(false);

  useLayoutEffect(() => {
    latest.current = shown;
    editor.current?.show(shown);
  }, [shown]);
  // What only stands out more or less stays where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other highlights are drawn elsewhere
  useLayoutEffect(onDrawn, [shown.highlights, onDrawn]);

  useEffect(() => {
    const element = place.current;
    const root = rootRef.current;
    if (!element || !root) return;
    let isGone = false;
    const stop = whenWanted(async () => {
      const { createReaderEditor } = await import("./reader-editor");
      await pointerIsUp();
      if (isGone) return;
      editor.current = createReaderEditor({
        element,
        text,
        blocks,
        language,
        label,
        shown: latest.current,
      });
      kept.current = keep(root, blocks);
      setReady(true);
    });
    return () => {
      isGone = true;
      stop();
      editor.current?.destroy();
      editor.current = null;
      setReady(false);
    };
  }, [rootRef, text, blocks, language, label]);

  useLayoutEffect(() => {
    const root = rootRef.current;
    if (!isReady || !root) return;
    if (kept.current) putBack(root, blocks, kept.current);
    kept.current = null;
    onDrawn();
  }, [isReady, rootRef, blocks, onDrawn]);

  return (
    <div ref={rootRef} className="article-text" data-reader={isReady ? "editor" : "served"}>
      {!isReady && (
        // biome-ignore lint/a11y/useSemanticElements: the editor's root can only be a div, and both must be alike
        <div role="article" aria-label={label} lang={language}>
          {children}
        </div>
      )}
      <div ref={place} hidden={!isReady} />
    </div>
  );
}

/** What the reader has done to the served text and must not lose when the editor takes its place. */
type Kept = { selected: Span | null; openFolds: boolean[] };

function keep(root: HTMLElement, blocks: BlockPlace[]): Kept {
  return { selected: spanOfSelection(root, blocks), openFolds: foldsOf(root).map((fold) => fold.open) };
}

function putBack(root: HTMLElement, blocks: BlockPlace[], { selected, openFolds }: Kept): void {
  foldsOf(root).forEach((fold, at) => {
    fold.open = openFolds[at] ?? false;
  });
  const range = selected && rangeOfSpan(root, blocks, selected);
  if (range) selectRange(range);
}

function foldsOf(root: HTMLElement): HTMLDetailsElement[] {
  return [...root.querySelectorAll("details")];
}

/** Runs once: when the browser has nothing else to do, or as soon as something is selected. */
function whenWanted(run: () => void): () => void {
  let isDone = false;
  const once = () => {
    stop();
    if (!isDone) run();
    isDone = true;
  };
  const onSelect = () => {
    if (!window.getSelection()?.isCollapsed) once();
  };
  const canIdle = "requestIdleCallback" in window;
  const waiting = canIdle ? requestIdleCallback(once, { timeout: 3000 }) : window.setTimeout(once, 300);
  document.addEventListener("selectionchange", onSelect);
  function stop() {
    document.removeEventListener("selectionchange", onSelect);
    if (canIdle) cancelIdleCallback(waiting);
    else clearTimeout(waiting);
  }
  return stop;
}

let buttonsDown = 0;
if (typeof window !== "undefined") {
  const note = (event: PointerEvent) => {
    buttonsDown = event.buttons;
  };
  for (const name of ["pointerdown", "pointerup", "pointercancel"] as const) {
    window.addEventListener(name, note, true);
  }
}

/** Taking the text away under a drag would end it: wait until the button is up. */
function pointerIsUp(): Promise<void> {
  if (buttonsDown === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      window.removeEventListener("pointerup", done);
      window.removeEventListener("pointercancel", done);
      setTimeout(resolve);
    };
    window.addEventListener("pointerup", done);
    window.addEventListener("pointercancel", done);
  });
}
