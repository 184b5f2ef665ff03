"use client";

import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "lucide-react";
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { OpenPanel } from "@/components/discussion/open-panel";
import { useRoom } from "@/components/discussion/room";
import { classNames } from "@/components/ui/class-names";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { PassageList } from "./passage-list";
import { CloseButton, iconButton } from "./passage-panel";

export type SheetHeight = "peek" | "half" | "full";

const heights: SheetHeight[] = ["peek", "half", "full"];
const heightClass: Record<SheetHeight, string> = {
  peek: "h-24",
  half: "h-[50dvh]",
  full: "h-sheet",
};

type Props = {
  /** Show the list of all, whatever is open. */
  isList: boolean;
  height: SheetHeight;
  onHeight: (height: SheetHeight) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  focusRequest: number;
};

/** The discussion on a phone: a sheet of three heights, changed by buttons or by dragging its head. */
export function BottomSheet({ isList, height, onHeight, onStep, onClose, focusRequest }: Props) {
  const { opened, entries, shown, suggesting } = useRoom();
  const onTop = isList ? null : opened;
  const entry = entries.find((one) => one.passage.id === onTop?.passageId);
  const at = suggesting.list.findIndex((one) => one.id === onTop?.suggestionId);
  const drag = useDrag(height, onHeight);
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus(isList);
  useEffect(() => {
    if (isList) heading.current?.focus({ preventScroll: true });
  }, [isList]);
  useEffect(() => {
    // What gets the focus in the text comes to stand above the sheet, and not behind it.
    const { style } = document.documentElement;
    style.scrollPaddingBottom = height === "half" ? "calc(50dvh + 1rem)" : "7rem";
    return () => {
      style.scrollPaddingBottom = "";
    };
  }, [height]);
  const keyboard = useKeyboardHeight();
  const step = (by: 1 | -1) => heights[heights.indexOf(height) + by];
  const taller = step(1);
  const lower = step(-1);
  return (
    <aside
      aria-label="Discussion"
      style={{
        bottom: keyboard,
        transform: drag.offset ? `translateY(${drag.offset}px)` : undefined,
      }}
      className={classNames(
        "fixed inset-x-0 z-20 flex animate-appear flex-col rounded-t-md border-hairline border-t bg-paper pb-[env(safe-area-inset-bottom)] font-sans shadow-float print:hidden",
        !drag.offset && "transition-[height] duration-160",
        heightClass[height],
      )}
    >
      <header
        className="flex shrink-0 touch-none items-center gap-1 border-hairline border-b px-2 py-1"
        {...drag.handlers}
      >
        <h2
          ref={heading}
          tabIndex={-1}
          className="min-w-0 flex-1 truncate pl-2 font-sans font-semibold text-label"
        >
          {entry
            ? `Passage ${entry.place} of ${entries.length}`
            : at >= 0
              ? `Suggestion ${at + 1} of ${suggesting.list.length}`
              : isList
                ? "All passages"
                : "Discussion"}
        </h2>
        {entry && (
          <>
            <SheetButton label="Previous passage" onClick={() => onStep(-1)} disabled={shown[0] === entry}>
              <ChevronLeft aria-hidden className="size-5" />
            </SheetButton>
            <SheetButton label="Next passage" onClick={() => onStep(1)} disabled={shown.at(-1) === entry}>
              <ChevronRight aria-hidden className="size-5" />
            </SheetButton>
          </>
        )}
        {at >= 0 && (
          <>
            <SheetButton
              label="Previous suggestion"
              onClick={() => suggesting.step(-1, "pointer")}
              disabled={false}
            >
              <ChevronLeft aria-hidden className="size-5" />
            </SheetButton>
            <SheetButton
              label="Next suggestion"
              onClick={() => suggesting.step(1, "pointer")}
              disabled={false}
            >
              <ChevronRight aria-hidden className="size-5" />
            </SheetButton>
          </>
        )}
        <SheetButton label="Taller" onClick={() => taller && onHeight(taller)} disabled={!taller}>
          <ChevronUp aria-hidden className="size-5" />
        </SheetButton>
        <SheetButton label="Lower" onClick={() => lower && onHeight(lower)} disabled={!lower}>
          <ChevronDown aria-hidden className="size-5" />
        </SheetButton>
        <CloseButton label="Close the discussion" onClick={onClose} isLarge />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-3">
        {isList && <PassageList />}
        {opened && (
          // What is being written in it stays.
          <div hidden={isList}>
            <OpenPanel focusRequest={focusRequest} isPlain />
          </div>
        )}
      </div>
    </aside>
  );
}

type ButtonProps = { label: string; onClick: () => void; disabled: boolean; children: ReactNode };

function SheetButton({ label, children, disabled, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      // Not `disabled`: whoever has just pressed it for the last time would lose the focus.
      aria-disabled={disabled || undefined}
      className={classNames(iconButton, "size-11")}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}

/** A drag of more than this changes the height. */
const dragMin = 40;

function useDrag(height: SheetHeight, onHeight: (height: SheetHeight) => void) {
  const start = useRef<number | null>(null);
  const [offset, setOffset] = useState(0);
  const end = (event: PointerEvent) => {
    if (start.current === null) return;
    const moved = event.clientY - start.current;
    start.current = null;
    setOffset(0);
    const next = heights[heights.indexOf(height) + (moved > 0 ? -1 : 1)];
    if (Math.abs(moved) > dragMin && next) onHeight(next);
  };
  return {
    offset,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.target instanceof Element && event.target.closest("button")) return;
        start.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent) => {
        if (start.current !== null) setOffset(Math.max(-60, event.clientY - start.current));
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}

/** How much of the window the on-screen keyboard covers: the composer has to stay above it. */
function useKeyboardHeight(): number {
  const [covered, setCovered] = useState(0);
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const look = () =>
      setCovered(Math.max(0, Math.round(window.innerHeight - viewport.height - viewport.offsetTop)));
    viewport.addEventListener("resize", look);
    viewport.addEventListener("scroll", look);
    return () => {
      viewport.removeEventListener("resize", look);
      viewport.removeEventListener("scroll", look);
    };
  }, []);
  return covered;
}
