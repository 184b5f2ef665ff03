"use client";

import { Late } from "@/components/ui/late";
import { UnreadNumber } from "./unread-number";

const load = async () => (await import("./unread-live")).UnreadLive;

/** How many notifications are unread: drawn by the server, and kept right by what comes after the page. */
export function UnreadCount({ initial }: { initial: number }) {
  return <Late load={load} props={{ initial }} served={<UnreadNumber unread={initial} />} />;
}
