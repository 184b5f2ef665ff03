"use client";

import { useEffect, useRef } from "react";
import { OpenPanel } from "@/components/discussion/open-panel";
import { PassageList } from "@/components/passages/passage-list";
import { CloseButton } from "@/components/passages/passage-panel";
import { classNames } from "@/components/ui/class-names";
import { useCloseWatcher } from "@/components/ui/use-close-request";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { useSwipeAway } from "./use-swipe-away";

type Props = {
  /** Show the list of all, whatever is open. */
  isList: boolean;
  /** In the margin's column, in its place; else over the right edge of the page. */
  isInColumn: boolean;
  focusRequest: number;
  onClose: () => void;
};

/**
 * The list of all passages, which takes the margin's place while it is open; or, in a window too narrow for a margin,
 * the list or the open passage at the right edge.
 */
export function SideDrawer({ isList, isInColumn, focusRequest, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus(isList);
  useCloseWatcher(onClose, !isInColumn);
  const swipe = useSwipeAway(onClose);
  useEffect(() => {
    if (isList) heading.current?.focus({ preventScroll: true });
  }, [isList]);
  return (
    <aside
      aria-label={isList ? "All passages" : "Discussion"}
      {...(isInColumn ? {} : swipe.handlers)}
      style={swipe.moved > 0 ? { transform: `translateX(${swipe.moved}px)` } : undefined}
      className={classNames(
        "flex animate-appear flex-col border-hairline bg-paper font-sans print:hidden",
        isInColumn
          ? "sticky top-29 max-h-drawer border"
          : "fixed top-header right-0 bottom-0 z-20 w-88 max-w-drawer touch-pan-y touch-pinch-zoom border-l pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] shadow-float low:top-0 low:z-30",
      )}
    >
      <header className="flex items-center gap-2 border-hairline border-b py-2 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="flex-1 font-sans font-semibold text-card">
          {isList ? "All passages" : "Discussion"}
        </h2>
        <CloseButton label="Close the discussion" onClick={onClose} />
      </header>
      <div className="relative min-h-0 flex-1 touch-pan-y touch-pinch-zoom overflow-y-auto overscroll-contain px-2 py-3">
        {isList && <PassageList />}
        {!isList && <OpenPanel focusRequest={focusRequest} isPlain />}
      </div>
    </aside>
  );
}
