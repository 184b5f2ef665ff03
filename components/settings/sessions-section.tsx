"use client";

import { useState } from "react";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type AccountView, endOneSession, endOtherSessions } from "@/lib/accounts/own-schema";
import { CallError, call } from "@/lib/http/client";
import { countOf } from "@/lib/text/count-of";
import { Section } from "./section";

/** Browsers that are signed in to the account, with the way out of each other one, and of all but this one. */
export function SessionsSection({ sessions }: Pick<AccountView, "sessions">) {
  const { busy, problem, submit } = useSubmit();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<string | null>(null);
  const ready = useHydrated();
  const shown = sessions.filter((one) => one.isHere || !gone.has(one.id));
  const endAll = () =>
    submit(async () => {
      const { ended } = await call(endOtherSessions, {});
      setGone(new Set(sessions.map((one) => one.id)));
      const where =
        ended > 0 ? `in ${countOf(ended, "other browser")}` : "nowhere else, for you were only here";
      setDone(`You are signed out ${where}.`);
    });
  const endOne = ({ id, device }: AccountView["sessions"][number]) =>
    submit(async () => {
      await call(endOneSession, { params: { sessionId: id } }).catch((error) => {
        // Where nobody is signed in any more there is nothing left to end.
        if (!(error instanceof CallError && error.code === "not-found")) throw error;
      });
      setGone(new Set([...gone, id]));
      setDone(`You are signed out in ${device ?? "that browser"}.`);
    });
  return (
    <Section id="sessions" title="Where you are signed in">
      {problem && <Notice kind="error">{problem}</Notice>}
      {done && <Notice kind="success">{done}</Notice>}
      <ul className="divide-y divide-hairline border-hairline border-y text-card">
        {shown.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-56">
              <span className="font-semibold">
                {one.device ?? (one.isHere ? "This browser" : "Another browser")}
              </span>
              {one.isHere && one.device && <span className="text-muted"> · this browser</span>}
              <span className="block text-label text-muted">
                signed in <TimeAgo at={one.since} />, used <TimeAgo at={one.lastSeenAt} />
              </span>
            </span>
            {!one.isHere && (
              <Button size="small" disabled={!ready} busy={busy} onClick={() => void endOne(one)}>
                End<span className="sr-only"> the session in {one.device ?? "another browser"}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button disabled={!ready || shown.length < 2} busy={busy} onClick={() => void endAll()}>
          Sign out everywhere else
        </Button>
      </div>
    </Section>
  );
}
