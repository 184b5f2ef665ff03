"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { moveFocus } from "@/components/ui/move-focus";

/** One thing that lies there: a passage, or a suggestion. */
export type PassageChoice = { id: string; words: string; label: string };

type Props = {
  /** The shortest first. */
  choices: PassageChoice[];
  /** Where to appear, in pixels from the top left of the text. */
  at: { left: number; top: number };
  onChoose: (id: string) => void;
  onPoint: (id: string | null) => void;
  onClose: () => void;
};

/** Several passages lie under one stretch: which one? Arrow keys move, Enter opens, Esc closes. */
export function PassageChooser({ choices, at, onChoose, onPoint, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    box.current?.querySelector("button")?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", onDown, true);
    return () => document.removeEventListener("pointerdown", onDown, true);
  }, [onClose]);

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={`${choices.length} passages here`}
      onKeyDown={(event) => moveOrClose(event, onClose)}
      style={{ left: `clamp(0px, ${at.left}px, calc(100% - min(22rem, 100%)))`, top: at.top }}
      className="absolute z-40 max-h-80 w-88 max-w-full animate-appear overflow-y-auto rounded-md border border-hairline bg-card py-1 font-sans shadow-float print:hidden"
    >
      <ul>
        {choices.map(({ id, words, label }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              onPointerEnter={() => onPoint(id)}
              onFocus={() => onPoint(id)}
              className="block w-full px-3 py-2 text-left hover:bg-sunk focus-visible:-outline-offset-2"
            >
              <span className="line-clamp-2 font-serif text-body text-ink">{words}</span>
              <span className="text-label text-muted">{label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function moveOrClose(event: KeyboardEvent<HTMLDivElement>, onClose: () => void): void {
  if (event.key === "Escape") {
    onClose();
  } else {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    moveFocus(event.currentTarget, by);
  }
  event.preventDefault();
  event.stopPropagation();
}
