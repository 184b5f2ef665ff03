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
        // At the bottom of a phone are the sheet, the composer and what is done with selected words: over the header it
        // covers nothing that is pressed next, at any height of these.
        position={isNarrow ? "top-center" : "bottom-left"}
        {...(isNarrow ? { offset: overHeader, mobileOffset: overHeader } : {})}
        duration={10_000}
        closeButton
        containerAriaLabel="Messages"
        toastOptions={{
          // Two lines are no higher than the header of a phone.
          className:
            "!rounded-md !border-hairline !bg-card !pr-11 !text-ink !shadow-float !font-sans !text-card pointer-coarse:!pr-13 max-phone:!min-h-14 max-phone:!py-2",
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

const overHeader = {
  top: "max(4px, env(safe-area-inset-top))",
  left: "8px",
  right: "8px",
};

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
