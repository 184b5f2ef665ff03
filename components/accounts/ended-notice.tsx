"use client";

import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";

/**
 * Says why the person is at the sign-in. It takes the focus: whoever was writing may still be typing, and must neither
 * put their words into a field of this page nor send its form with Enter.
 */
export function EndedNotice({ children }: { children: string }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={root} tabIndex={-1}>
      <Notice role="status">{children}</Notice>
    </div>
  );
}
