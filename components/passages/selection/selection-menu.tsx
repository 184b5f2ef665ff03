"use client";

import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { rangeOfSpan } from "@/components/articles/text-geometry";
import { useShape } from "@/components/discussion/use-shape";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { classNames } from "@/components/ui/class-names";
import { coveredTop } from "@/components/ui/covered-top";
import { moveFocus } from "@/components/ui/move-focus";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { ShortcutId } from "@/lib/shortcuts/keys";
import { countOf } from "@/lib/text/count-of";
import type { Picking } from "./picking";
import type { Selected } from "./use-selection";

export type SelectionAction =
  | "attribute"
  | "own"
  | "so"
  | "other"
  | "highlight"
  | "link"
  | "show"
  | "pick"
  | "leave";

type Item = { action: SelectionAction; label: string; hint: ShortcutId; short: string };

const marking: Item[] = [
  { action: "attribute", label: "Who said it?", short: "Who?", hint: "selection.attribute" },
  { action: "own", label: "Reporter’s own", short: "Own", hint: "selection.own" },
  { action: "so", label: "Is it so?", short: "So?", hint: "selection.so" },
  { action: "other", label: "Comment", short: "Comment", hint: "selection.comment" },
  { action: "highlight", label: "Mark", short: "Mark", hint: "selection.highlight" },
];

type Props = {
  rootRef: RefObject<HTMLDivElement | null>;
  blocks: BlockPlace[];
  selected: Selected;
  /** How many passages lie under the selection already. */
  here: number;
  mayMark: boolean;
  /** Words are being chosen for something else than a new passage: the menu offers that and nothing else. */
  picking: Picking | null;
  /** Counts up when the menu is to take the focus. */
  focusRequest: number;
  onAction: (action: SelectionAction) => void;
};

/** What can be done with the selected words: a small toolbar at their end, or at the bottom edge under a finger. */
export function SelectionMenu(props: Props) {
  const { selected, here, mayMark, picking, focusRequest, onAction } = props;
  const menu = useRef<HTMLDivElement>(null);
  const isDocked = useIsDocked(selected);
  const place = usePlace(menu, props, isDocked);
  const keyHint = useKeyHint();
  const items = itemsFor({ here, mayMark, picking });

  useReturnFocus();
  // Before it has its place it is hidden, and what is hidden takes no focus.
  const isPlaced = isDocked || place.visibility !== "hidden";
  useEffect(() => {
    if (focusRequest > 0 && isPlaced) menu.current?.querySelector("button")?.focus();
  }, [focusRequest, isPlaced]);

  return (
    <div
      ref={menu}
      role="toolbar"
      aria-label={picking ? "Change the words" : "Selected words"}
      // The words must stay selected while a button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onKeyDown={onArrow}
      style={isDocked ? undefined : place}
      className={classNames(
        "z-40 flex flex-wrap items-stretch border border-hairline bg-card text-card text-ink shadow-float print:hidden",
        isDocked
          ? "fixed inset-x-0 bottom-0 justify-around border-x-0 border-b-0 pb-[env(safe-area-inset-bottom)]"
          : "absolute w-max max-w-window animate-appear rounded-md",
      )}
    >
      {items.map(({ action, label, short, hint }, at) => (
        <button
          key={action}
          type="button"
          tabIndex={at === 0 ? 0 : -1}
          aria-label={action === "show" ? `${countOf(here, "passage")} here` : label}
          aria-keyshortcuts={keyHint(hint)?.aria}
          onClick={() => onAction(action)}
          className={classNames(
            "inline-flex items-center justify-center gap-2 whitespace-nowrap font-medium hover:bg-sunk focus-visible:-outline-offset-2",
            isDocked
              ? "min-h-12 flex-1 px-2"
              : "min-h-10 px-3 pointer-coarse:min-h-11 first:rounded-l-md last:rounded-r-md",
          )}
        >
          {isDocked ? short : label}
          {!isDocked && keyHint(hint) && (
            <kbd aria-hidden className="font-mono text-tiny text-muted">
              {keyHint(hint)?.shown}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}

function itemsFor({ here, mayMark, picking }: Pick<Props, "here" | "mayMark" | "picking">): Item[] {
  if (picking) {
    return [
      { action: "pick", label: picking.confirm, short: picking.confirm, hint: "selection.menu" },
      { action: "leave", label: "Cancel", short: "Cancel", hint: "selection.leave" },
    ];
  }
  return [
    ...(mayMark ? marking : []),
    { action: "link", label: "Copy link", short: "Link", hint: "selection.link" },
    ...(here > 0
      ? [{ action: "show", label: `${here} here`, short: `${here} here`, hint: "selection.show" } as const]
      : []),
  ];
}

/** Arrow keys go round the buttons, as in every toolbar. */
function onArrow(event: KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (by === 0) return;
  moveFocus(event.currentTarget, by);
  event.preventDefault();
  event.stopPropagation();
}

function useIsDocked(selected: Selected): boolean {
  const shape = useShape();
  return selected.by === "touch" || shape === "sheet";
}

/** Under the last line of the words, 8 px away; above the first line where there is no room below. */
function usePlace(
  menu: RefObject<HTMLDivElement | null>,
  { rootRef, blocks, selected }: Props,
  isDocked: boolean,
): { left: number; top: number; visibility?: "hidden" } {
  const [place, setPlace] = useState<{ left: number; top: number; visibility?: "hidden" }>({
    left: 0,
    top: 0,
    visibility: "hidden",
  });
  const width = useWindowWidth();
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a window of another width the words stand elsewhere
  useLayoutEffect(() => {
    const element = menu.current;
    const root = rootRef.current;
    const range = root && rangeOfSpan(root, blocks, selected);
    const lines = range ? [...range.getClientRects()].filter((line) => line.width > 0) : [];
    const first = lines[0];
    const last = lines.at(-1);
    if (isDocked || !element || !root || !first || !last) return;
    const origin = root.getBoundingClientRect();
    const { offsetWidth, offsetHeight: height } = element;
    const isRoomBelow = last.bottom + gap + height < window.innerHeight;
    const isRoomAbove = first.top - gap - height > coveredTop();
    const top = isRoomBelow || !isRoomAbove ? last.bottom + gap : first.top - gap - height;
    const furthest = Math.min(origin.right + 80, document.documentElement.clientWidth - 8) - offsetWidth;
    // Not out of the column: words that end at the beginning of a line would have it at the window's edge.
    const nearest = Math.max(8, Math.min(origin.left, furthest));
    const left = Math.max(nearest, Math.min(last.right - offsetWidth / 2, furthest));
    setPlace({ left: left - origin.left, top: top - origin.top });
  }, [menu, rootRef, blocks, selected, isDocked, width]);
  return place;
}

function useWindowWidth(): number {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener("resize", changed);
      return () => window.removeEventListener("resize", changed);
    },
    () => window.innerWidth,
    () => 0,
  );
}

const gap = 8;
