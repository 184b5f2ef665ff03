"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Opens the browser's own print window, which also makes a PDF. Without scripts the browser's menu does the same. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()} disabled={!useHydrated()}>
      <Printer aria-hidden className="size-4" />
      Print or save as PDF
    </Button>
  );
}
