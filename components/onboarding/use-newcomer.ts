"use client";

import { type ReactNode, useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { call } from "@/lib/http/client";
import { closeOnboarding } from "@/lib/onboarding/schema";

export type Newcomer = {
  /** The first steps as the server has drawn them; null when they are closed, or were never there. */
  served: ReactNode;
  close: () => void;
};

/** Whether the first steps are shown, and closing them for good. */
export function useNewcomer(served: ReactNode): Newcomer {
  const [isClosed, setClosed] = useState(false);
  async function close() {
    setClosed(true);
    if (!(await attempt(call(closeOnboarding, {})))) setClosed(false);
  }
  return { served: isClosed ? null : served, close: () => void close() };
}
