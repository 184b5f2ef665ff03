"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Hands over what was typed into a served field before the scripts ran: React neither hears of it nor keeps it, the
 * next render would empty the field.
 */
export function useEarlyInput<Input extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onTyped: (typed: string) => void,
): RefObject<Input | null> {
  const field = useRef<Input>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anything else is rendered
  useLayoutEffect(() => {
    const typed = field.current?.value ?? "";
    if (typed !== value) onTyped(typed);
  }, []);
  return field;
}
