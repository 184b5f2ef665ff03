"use client";

import { useEffect, useState } from "react";

const dayMs = 24 * 60 * 60 * 1000;
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const utcDate = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/** "14:02" today, "Tuesday" within the week, "3 November" before. */
function sayWhen(moment: Date, now: Date): string {
  if (moment.toDateString() === now.toDateString()) return clock.format(moment);
  return (now.getTime() - moment.getTime() < 6 * dayMs ? weekday : date).format(moment);
}

/** The line above the first new comment. The server prints the day in UTC, the browser what its reader would say. */
export function NewSince({ since }: { since: string }) {
  const moment = new Date(since);
  const [text, setText] = useState(utcDate.format(moment));
  useEffect(() => setText(sayWhen(new Date(since), new Date())), [since]);
  return (
    <div className="flex items-center gap-3 text-label font-semibold text-active">
      <span aria-hidden className="h-px flex-1 bg-current" />
      <span>
        New since <time dateTime={since}>{text}</time>
      </span>
      <span aria-hidden className="h-px flex-1 bg-current" />
    </div>
  );
}
