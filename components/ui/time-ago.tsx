"use client";

import { useEffect, useState } from "react";

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86400],
  ["week", 604800],
  ["month", 2629800],
  ["year", 31557600],
];

/** "2 h ago" for a moment `at` seen at `now` (both ms since 1970). Anything under a minute is "just now". */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  const step = steps.findLast(([, size]) => seconds >= size);
  if (!step) return "just now";
  // The short form of English is "2 hr", and the narrow one has no space.
  if (step[0] === "hour") return `${Math.floor(seconds / step[1])} h ago`;
  return new Intl.RelativeTimeFormat("en-GB", { numeric: "auto", style: "short" }).format(
    -Math.floor(seconds / step[1]),
    step[0],
  );
}

const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** A moment, as distance from now. The server prints the day in UTC; the browser refines it, so nothing mismatches. */
export function TimeAgo({ at }: { at: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const moment = new Date(at);
  return (
    <time dateTime={at} className="whitespace-nowrap" title={now === null ? undefined : exact.format(moment)}>
      {now === null ? day.format(moment) : ago(moment.getTime(), now)}
    </time>
  );
}
