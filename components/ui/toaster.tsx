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
      toastOptions={{
        className: "!rounded-md !border-hairline !bg-card !text-ink !shadow-float !font-sans !text-card",
        classNames: { closeButton: "!size-6 pointer-coarse:!size-11 !bg-card !text-muted !border-hairline" },
        actionButtonStyle: { background: "transparent", color: "var(--color-link)", fontWeight: 600 },
      }}
    />
  );
}
