"use client";

import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { toast } from "@/components/ui/toast";
import type { Span } from "@/lib/text/offsets";
import type { ByWords } from "./by-words";

type Given = {
  article: { text: string; language: string };
  mayMark: boolean;
  onChoose: (span: Span) => void;
};

/** The dialogue that finds words in the text. Hardly a reader needs it, so it comes when it is first asked for. */
export function useByWords({ article, mayMark, onChoose }: Given): { start: () => void; dialog: ReactNode } {
  const [Loaded, setLoaded] = useState<typeof ByWords | null>(null);
  const [isOpen, setOpen] = useState(false);

  async function start(): Promise<void> {
    try {
      const { ByWords } = await import("./by-words");
      setLoaded(() => ByWords);
      setOpen(true);
    } catch {
      toast.error("This could not be loaded. Try again when you are back online.");
    }
  }

  const dialog = Loaded && isOpen && (
    <Loaded
      article={article}
      mayMark={mayMark}
      onClose={() => setOpen(false)}
      onChoose={(span) => {
        // The dialogue has to be gone before, for it keeps the focus.
        flushSync(() => setOpen(false));
        onChoose(span);
      }}
    />
  );
  return { start: () => void start(), dialog };
}
