"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

/** What the reading room can be asked for from outside it: from the header, a menu or the palette. */
export type RoomRequest = "text" | "by-words" | "next-unexamined" | "passage-list" | "suggestions";

const requests: readonly unknown[] = [
  "text",
  "by-words",
  "next-unexamined",
  "passage-list",
  "suggestions",
] satisfies RoomRequest[];

const event = "sayso-room";

function isRequest(value: unknown): value is RoomRequest {
  return requests.includes(value);
}

/** Asks the reading room of this page for something. False where there is none that answers. */
export function askRoom(request: RoomRequest): boolean {
  return !window.dispatchEvent(new CustomEvent(event, { detail: request, cancelable: true }));
}

/** Answers the requests that are named here. */
export function useRoomRequests(answers: Partial<Record<RoomRequest, () => void>>): void {
  const latest = useRef(answers);
  useLayoutEffect(() => {
    latest.current = answers;
  });
  useEffect(() => {
    const hear = (heard: Event) => {
      if (!(heard instanceof CustomEvent)) return;
      const answer = isRequest(heard.detail) ? latest.current[heard.detail] : undefined;
      if (!answer) return;
      heard.preventDefault();
      answer();
    };
    window.addEventListener(event, hear);
    return () => window.removeEventListener(event, hear);
  }, []);
}
