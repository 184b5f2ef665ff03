"use client";

import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { OpenPanel } from "@/components/discussion/open-panel";
import { type Opened, useRoom } from "@/components/discussion/room";
import { PassageList } from "@/components/passages/passage-list";
import { CloseButton, iconButton } from "@/components/passages/passage-panel";
import { classNames } from "@/components/ui/class-names";
import { isField } from "@/components/ui/is-field";
import { useCloseWatcher } from "@/components/ui/use-close-request";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { type SheetHeight, sheetHeights, sheetPixels } from "./sheet-size";
import { useSeen } from "./use-seen";
import { useSheetDrag } from "./use-sheet-drag";

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
  // It may not be proposed any more; while suggestions are hidden there is none.
  const isSuggestion = suggesting.here !== null && suggesting.here.id === onTop?.suggestionId;
  const at = suggesting.list.findIndex((one) => one.id === onTop?.suggestionId);
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus(isList);
  useCloseWatcher(onClose);
  useEffect(() => {
    if (isList) heading.current?.focus({ preventScroll: true });
  }, [isList]);
  const seen = useSeen();
  useScrollPadding(sheetPixels(height, seen));
  const drag = useSheetDrag({ height, seen, onHeight, onClose });
  const content = useFieldInSight(seen.keyboard, height === "peek", onHeight);
  useScrolled(content, height === "peek", isList ? "list" : nameOf(opened));
  const step = (by: 1 | -1) => sheetHeights[sheetHeights.indexOf(height) + by];
  const taller = step(1);
  const lower = step(-1);
  return (
    <aside
      aria-label="Discussion"
      style={{
        bottom: seen.keyboard,
        // The edge of a screen that is not quite a rectangle comes on top, unless the keyboard lies over it.
        height: `calc(${drag.pixels ?? sheetPixels(height, seen)}px + ${seen.keyboard > 0 ? "0px" : edge})`,
        paddingBottom: seen.keyboard > 0 ? 0 : edge,
      }}
      className={classNames(
        "fixed inset-x-0 z-20 flex animate-appear flex-col overflow-clip rounded-t-md border-hairline border-t bg-paper font-sans shadow-float print:hidden",
        drag.pixels === null && "transition-[height] duration-160",
      )}
    >
      <header
        // Up and down is ours; sideways (back to the page before) and two fingers are the browser's.
        className="relative flex shrink-0 touch-pan-x touch-pinch-zoom select-none items-center border-hairline border-b px-2 pt-2 pb-0.5 max-magnified:flex-wrap"
        {...drag.handlers}
      >
        <span
          aria-hidden
          className="absolute top-1 left-1/2 h-1 w-9 -translate-x-1/2 rounded-full bg-control opacity-60"
        />
        <h2
          ref={heading}
          tabIndex={-1}
          className="min-w-0 flex-1 truncate pl-2 font-sans font-semibold text-label max-magnified:basis-full"
        >
          {entry ? (
            <Counted noun="Passage" at={entry.place} of={entries.length} />
          ) : at >= 0 ? (
            <Counted noun="Suggestion" at={at + 1} of={suggesting.list.length} />
          ) : isSuggestion ? (
            "Suggestion"
          ) : isList ? (
            "All passages"
          ) : (
            "Discussion"
          )}
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
        {isSuggestion && suggesting.list.length > 0 && (
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
      <div
        ref={content}
        className="relative min-h-0 flex-1 scroll-pb-3 overflow-y-auto overscroll-contain p-3"
      >
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

/** What is open, by a name of its own; null while nothing is. */
function nameOf(opened: Opened | null): string | null {
  return opened && (opened.passageId ?? opened.suggestionId ?? opened.sourceId ?? "article");
}

/** "Passage 3 of 12"; without the noun where the buttons leave no room for it. */
function Counted({ noun, at, of }: { noun: string; at: number; of: number }) {
  return (
    <>
      <span className="max-small:sr-only">{noun} </span>
      {at} of {of}
    </>
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
      className={classNames(iconButton, "size-11 max-magnified:size-8")}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}

/** What gets the focus in the text comes to stand above the sheet, and not behind it. */
function useScrollPadding(pixels: number) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = `${pixels + 16}px`;
    return () => {
      style.scrollPaddingBottom = "";
    };
  }, [pixels]);
}

/**
 * Something else that comes into the sheet (`shown`) is read from its top. While there is room for one line, that is the
 * beginning of the words; what was in sight before comes back with the room for it.
 */
function useScrolled(content: RefObject<HTMLDivElement | null>, isLow: boolean, shown: string | null) {
  const before = useRef<number | null>(null);
  const last = useRef(shown);
  // Before anything in it is brought into sight: a comment that a link names, say.
  useLayoutEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    before.current = null;
    content.current?.scrollTo({ top: 0, behavior: "instant" });
  }, [content, shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are looked for when something else is shown
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    if (!isLow) {
      if (before.current !== null) element.scrollTop = before.current;
      before.current = null;
      return;
    }
    before.current ??= element.scrollTop;
    const words = element.querySelector("blockquote");
    const above = words ? words.getBoundingClientRect().top - element.getBoundingClientRect().top : 0;
    element.scrollTop += above - 6;
  }, [content, isLow, shown]);
}

const edge = "env(safe-area-inset-bottom)";

/** What is being typed in stays in sight: when the keyboard comes, and when the sheet is too low for it. */
function useFieldInSight(keyboard: number, isLow: boolean, onHeight: Props["onHeight"]) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (keyboard === 0 || !element) return;
    // The sheet takes a moment to its new height.
    const watch = new ResizeObserver(() => {
      const focused = document.activeElement;
      if (element.contains(focused)) focused?.scrollIntoView({ block: "nearest" });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [keyboard]);
  useEffect(() => {
    const element = content.current;
    if (!isLow || !element) return;
    const rise = ({ target }: FocusEvent) => {
      if (isField(target)) onHeight("half");
    };
    element.addEventListener("focusin", rise);
    return () => element.removeEventListener("focusin", rise);
  }, [isLow, onHeight]);
  return content;
}
