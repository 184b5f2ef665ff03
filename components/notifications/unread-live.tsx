"use client";

import { useEffect, useState } from "react";
import { hearUnread, lastTold } from "@/components/live/unread";
import { UnreadNumber } from "./unread-number";

/** The number as the server drew it, until a stream tells otherwise. */
export function UnreadLive({ initial }: { initial: number }) {
  const [unread, setUnread] = useState(() => lastTold() ?? initial);
  useEffect(() => hearUnread(setUnread), []);
  return <UnreadNumber unread={unread} />;
}
