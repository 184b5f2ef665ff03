"use client";

import { Toaster } from "sonner";

/** Where short messages with an undo button appear. */
export function Toasts() {
  return (
    <Toaster
      position="bottom-left"
      duration={10_000}
      closeButton
      toastOptions={{
        className: "!rounded-md !border-hairline !bg-card !text-ink !shadow-float !font-sans !text-card",
        actionButtonStyle: { background: "transparent", color: "var(--color-link)", fontWeight: 600 },
      }}
    />
  );
}
