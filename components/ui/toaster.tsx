"use client";

import { useRef, useSyncExternalStore } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { useWayBack } from "./use-way-back";

/** What says them: toast.ts. */
export const tellers = { message: toast, success: toast.success, error: toast.error };

export const dismiss = (id: string) => toast.dismiss(id);

/** Where short messages with an undo button appear, also those that were said before it was there: sonner keeps them. */
export function Toaster() {
  const isNarrow = useSyncExternalStore(heedWidth, isNarrowNow, () => false);
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} {...useWayBack(root)}>
      <Sonner
        // Over the header it covers neither what is read nor what is pressed next: at the bottom are the words, the foot
        // of the open card, and on a phone the sheet, the composer and what is done with selected words.
        position={isNarrow ? "top-center" : "top-right"}
        offset={isNarrow ? acrossHeader : besideMenu}
        mobileOffset={acrossHeader}
        duration={10_000}
        closeButton
        containerAriaLabel="Messages"
        toastOptions={{
          // Two lines are no higher than the header.
          className:
            "!rounded-md !border-hairline !bg-card !pr-11 !text-ink !shadow-float !font-sans !text-card pointer-coarse:!pr-13 !min-h-14 !py-2",
          // Inside, at the end: at the corner it lies over the words below, and is a disc where fingers need room.
          classNames: {
            closeButton:
              "!top-1/2 !right-2 !left-auto ![transform:translateY(-50%)] !size-6 !rounded-sm !border-0 !bg-transparent !text-muted hover:!text-ink pointer-coarse:!right-1 pointer-coarse:!size-11",
          },
          actionButtonStyle: { background: "transparent", color: "var(--color-link)", fontWeight: 600 },
        }}
      />
    </div>
  );
}

const top = "max(4px, env(safe-area-inset-top))";
const acrossHeader = { top, left: "8px", right: "8px" };
/** Left of the search, the bell and the account, which stand at the end of the room. */
const besideMenu = { top, right: "calc(max(0px, 50vw - var(--container-room) / 2) + 11.5rem)" };

/** As wide as a phone: globals.css says the same. */
const narrow = "(width < 45rem)";

function isNarrowNow(): boolean {
  return window.matchMedia(narrow).matches;
}

function heedWidth(changed: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
