"use client";

import { useState } from "react";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { call } from "@/lib/http/client";
import { describeAudit } from "@/lib/workspaces/audit-sentence";
import { type AuditEntryView, listAudit } from "@/lib/workspaces/schema";

type Page = { entries: AuditEntryView[]; more: boolean };

const shownAtFirst = 10;

/** What happened in the workspace, the latest first; earlier entries on request. */
export function History({ workspaceId, first }: { workspaceId: string; first: Page }) {
  const { busy, problem, submit } = useSubmit();
  const [earlier, setEarlier] = useState<Page | null>(null);
  const [all, setAll] = useState(false);
  const known = new Set(first.entries.map((entry) => entry.id));
  const entries = [...first.entries, ...(earlier?.entries.filter((entry) => !known.has(entry.id)) ?? [])];
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  const hasMore = shown.length < entries.length || (earlier ?? first).more;

  function showMore() {
    setAll(true);
    if (!all && entries.length > shownAtFirst) return;
    submit(async () => {
      const before = entries.at(-1)?.id;
      const page = await call(listAudit, { params: { workspaceId }, query: before ? { before } : {} });
      setEarlier({ entries: [...(earlier?.entries ?? []), ...page.entries], more: page.more });
    });
  }

  if (entries.length === 0) {
    return (
      <p className="py-2 text-card text-muted">
        Nothing yet. Invitations, changed roles and deletions will be listed here.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <ol className="divide-y divide-hairline">
        {shown.map((entry) => (
          <li key={entry.id} className="flex flex-wrap justify-between gap-x-6 py-2 text-card">
            <span className="min-w-0 break-words">{describeAudit(entry)}</span>
            <span className="text-label text-muted">
              <TimeAgo at={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      {problem && <Notice kind="error">{problem}</Notice>}
      {hasMore && (
        <Button look="quiet" size="small" className="self-start" busy={busy} onClick={showMore}>
          Show earlier
        </Button>
      )}
    </div>
  );
}
