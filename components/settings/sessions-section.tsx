"use client";

import { useState } from "react";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type AccountView, endOtherSessions } from "@/lib/accounts/own-schema";
import { call } from "@/lib/http/client";
import { countOf } from "@/lib/text/count-of";
import { Section } from "./section";

/** Browsers that are signed in to the account, and the way out of all but this one. */
export function SessionsSection({ sessions }: Pick<AccountView, "sessions">) {
  const { busy, problem, submit } = useSubmit();
  const [ended, setEnded] = useState<number | null>(null);
  const ready = useHydrated();
  const shown = ended === null ? sessions : sessions.filter((one) => one.isHere);
  const end = () =>
    submit(async () => {
      const answer = await call(endOtherSessions, {});
      setEnded(answer.ended);
    });
  return (
    <Section id="sessions" title="Where you are signed in">
      {problem && <Notice kind="error">{problem}</Notice>}
      {ended !== null && (
        <Notice kind="success">
          {ended > 0
            ? `You are signed out in ${countOf(ended, "other browser")}.`
            : "You were signed in only here."}
        </Notice>
      )}
      <ul className="divide-y divide-hairline border-hairline border-y text-card">
        {shown.map((one) => (
          <li key={`${one.since}${one.isHere}`} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="font-semibold">{one.isHere ? "This browser" : "Another browser"}</span>
            <span className="text-muted">
              signed in <TimeAgo at={one.since} />, used <TimeAgo at={one.lastSeenAt} />
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button disabled={!ready || shown.length < 2} busy={busy} onClick={() => void end()}>
          Sign out everywhere else
        </Button>
      </div>
    </Section>
  );
}
