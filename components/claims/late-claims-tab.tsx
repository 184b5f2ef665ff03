"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useState } from "react";
import { isField } from "@/components/ui/is-field";
import type { ClaimsTabProps } from "./claims-tab";
import { leftClaims } from "./kept-row";

/** The same, where the browser can tell where the reader comes from. Esc goes back as well, when it closes nothing. */
export function LateClaimsTab({ articleId, href, className }: ClaimsTabProps) {
  const [back] = useState(() => leftClaims(articleId, document.referrer, window.location.origin));
  useEffect(() => {
    if (!back) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !isWriting(event.target))
        window.location.assign(back);
    };
    // On the window, so after everything that Esc can close in the page.
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [back]);
  if (!back) {
    return (
      <a href={href} className={className}>
        Claims
      </a>
    );
  }
  return (
    <a href={back} className={className} title="Back to the row that you came from (Esc)">
      <ArrowLeft aria-hidden className="size-4" />
      <span className="max-phone:sr-only">Back to claims</span>
      {/* No wider than before on a phone, so that nothing moves down. */}
      <span aria-hidden className="phone:hidden">
        Claims
      </span>
    </a>
  );
}

function isWriting(target: EventTarget | null): boolean {
  const isInside = target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;
  return isInside || isField(target);
}
