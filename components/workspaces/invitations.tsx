"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import { call } from "@/lib/http/client";
import { labelOfRole } from "@/lib/workspaces/roles";
import { type InvitationView, withdrawInvitation } from "@/lib/workspaces/schema";
import { InviteForm } from "./invite-form";

type Props = { workspace: { id: string }; invitations: InvitationView[] };

/** Making an invitation, those that wait, and, folded away, those that are over. */
export function Invitations({ workspace, invitations }: Props) {
  const open = invitations.filter((one) => one.state === "open");
  const over = invitations.filter((one) => one.state !== "open");
  return (
    <div className="flex flex-col gap-6 pt-4">
      <InviteForm workspaceId={workspace.id} over={over} />
      {open.length > 0 && (
        <div>
          <h3 className="text-label font-semibold">Waiting to be accepted</h3>
          <ul className="divide-y divide-hairline">
            {open.map((one) => (
              <Waiting key={one.id} workspaceId={workspace.id} invitation={one} />
            ))}
          </ul>
        </div>
      )}
      {over.length > 0 && (
        <details>
          <summary className="w-fit text-label font-semibold text-muted">
            {over.length} {over.length === 1 ? "invitation that is" : "invitations that are"} over
          </summary>
          <ul className="divide-y divide-hairline">
            {over.map((one) => (
              <li key={one.id} className="py-2 text-card text-muted">
                {whom(one)} as {labelOfRole(one.role).toLowerCase()}, by {one.invitedBy}: {outcome(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function whom({ email }: InvitationView): string {
  return email ? `For ${email}` : "By link";
}

function outcome({ state, acceptedBy }: InvitationView): string {
  if (state === "accepted") return acceptedBy ? `accepted by ${acceptedBy}` : "accepted";
  return state;
}

function Waiting({ workspaceId, invitation }: { workspaceId: string; invitation: InvitationView }) {
  const { busy, problem, submit } = useSubmit();
  const router = useRouter();
  const row = useRef<HTMLLIElement>(null);
  useHandOn(row, ({ beside, within }) => beside?.querySelector("button") ?? within);

  function withdraw() {
    submit(async () => {
      await call(withdrawInvitation, { params: { workspaceId, invitationId: invitation.id } });
      toast.success("Withdrawn. Its link no longer works.");
      router.refresh();
    });
  }

  return (
    <li ref={row} className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-48 text-card break-words">
          {whom(invitation)} as <strong>{labelOfRole(invitation.role).toLowerCase()}</strong>
          <span className="block text-label text-muted">
            by {invitation.invitedBy}, <TimeAgo at={invitation.createdAt} /> · valid until{" "}
            {dayOf(invitation.expiresAt)}
          </span>
        </p>
        <Button size="small" className="min-h-10" busy={busy} onClick={withdraw}>
          Withdraw
        </Button>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
    </li>
  );
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/** "30 November", in UTC, so that server and browser print the same. */
function dayOf(at: string): string {
  return day.format(new Date(at));
}
