"use client";

import { useEffect, useState } from "react";
import { TimeAgo } from "@/components/ui/time-ago";

const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** When it was written, as a link to the comment. The exact time shows on pointing and on focus. */
export function CommentTime({ at, href }: { at: string; href: string }) {
  const [full, setFull] = useState<string | null>(null);
  useEffect(() => setFull(exact.format(new Date(at))), [at]);
  return (
    <a
      href={href}
      className="group/time relative inline-flex min-h-6 items-center rounded-sm pointer-coarse:min-h-11 text-label whitespace-nowrap text-muted hover:underline"
    >
      <TimeAgo at={at} />
      {full && (
        <span className="absolute bottom-full left-0 z-20 mb-1 hidden rounded-md border border-hairline bg-card px-2 py-1 whitespace-nowrap text-ink shadow-float group-focus-visible/time:block">
          {full}
        </span>
      )}
    </a>
  );
}
