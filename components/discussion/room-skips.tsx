"use client";

import type { MouseEvent } from "react";
import { askRoom, type RoomRequest } from "./room-requests";

const skips: { label: string; href: string; request: RoomRequest }[] = [
  { label: "Skip to the text", href: "#text", request: "text" },
  { label: "Skip to the discussion", href: "#discussion", request: "passage-list" },
  { label: "Skip to the next words nobody has examined", href: "#text", request: "next-unexamined" },
];

/** The first links of the reading room, for the keyboard. Until there is one they lead to the same places of the page. */
export function RoomSkips() {
  return skips.map(({ label, href, request }) => (
    <a
      key={label}
      className="skip-link link"
      href={href}
      onClick={(event: MouseEvent) => {
        if (askRoom(request)) event.preventDefault();
      }}
    >
      {label}
    </a>
  ));
}
