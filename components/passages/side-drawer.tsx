"use client";

import { useEffect, useRef } from "react";
import { OpenPanel } from "@/components/discussion/open-panel";
import { PassageList } from "./passage-list";
import { CloseButton } from "./passage-panel";

type Props = {
  /** Show the list of all, whatever is open. */
  isList: boolean;
  focusRequest: number;
  onClose: () => void;
};

/** The discussion at the right edge of a window too narrow for a margin: the open passage, or the list of all. */
export function SideDrawer({ isList, focusRequest, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isList) heading.current?.focus({ preventScroll: true });
  }, [isList]);
  return (
    <aside
      aria-label={isList ? "All passages" : "Discussion"}
      className="fixed top-[59px] right-0 bottom-0 z-20 flex w-88 max-w-[calc(100vw-3rem)] animate-appear flex-col border-hairline border-l bg-paper font-sans shadow-float print:hidden"
    >
      <header className="flex items-center gap-2 border-hairline border-b py-2 pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="flex-1 font-sans font-semibold text-card">
          {isList ? "All passages" : "Discussion"}
        </h2>
        <CloseButton label="Close the discussion" onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-3">
        {isList && <PassageList />}
        {!isList && <OpenPanel focusRequest={focusRequest} isPlain />}
      </div>
    </aside>
  );
}
