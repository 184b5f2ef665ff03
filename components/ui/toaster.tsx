"use client";

import { Toaster as Sonner, toast } from "sonner";

/** What says them: toast.ts. */
export const tellers = { message: toast, success: toast.success, error: toast.error };

export const dismiss = (id: string) => toast.dismiss(id);

/** Where short messages with an undo button appear, also those that were said before it was there: sonner keeps them. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-left"
      duration={10_000}
      closeButton
      containerAriaLabel="Messages"
      toastOptions={{
        className:
          "!rounded-md !border-hairline !bg-card !pr-11 !text-ink !shadow-float !font-sans !text-card pointer-coarse:!pr-13",
        // Inside, at the end: at the corner it lies over the words below, and is a disc where fingers need room.
        classNames: {
          closeButton:
            "!top-1/2 !right-2 !left-auto ![transform:translateY(-50%)] !size-6 !rounded-sm !border-0 !bg-transparent !text-muted hover:!text-ink pointer-coarse:!right-1 pointer-coarse:!size-11",
        },
        actionButtonStyle: { background: "transparent", color: "var(--color-link)", fontWeight: 600 },
      }}
    />
  );
}
