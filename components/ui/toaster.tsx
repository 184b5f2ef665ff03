"use client";

import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";

/** Where short messages with an undo button appear, also those that were said before it was there. */
export function Toaster() {
  useEffect(() => {
    for (const one of toast.getToasts()) if ("title" in one) toast(one.title, one);
  }, []);
  return (
    <Sonner
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
