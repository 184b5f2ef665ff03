import type { ReactNode } from "react";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PlainPage } from "@/components/ui/plain-page";
import { matrix } from "@/lib/auth/permissions";
import type { SignInWay } from "@/lib/auth/providers";
import type { Viewer } from "@/lib/auth/viewer";
import { labelOfRole, roles } from "@/lib/workspaces/roles";
import type { LookedAtInvitation } from "@/lib/workspaces/schema";
import { JoinButton, JoinForms } from "./join-box";

type Props = {
  token: string;
  looked: LookedAtInvitation | { refused: string; message: string };
  viewer: Viewer | null;
  ways: SignInWay[];
};

/** What an invitation is for, before anything is asked; then the one thing that this person can do with it. */
export function InvitationView({ token, looked, viewer, ways }: Props) {
  if ("refused" in looked)
    return looked.refused === "not-found" ? (
      <Dead title="No such invitation">
        Perhaps a part of the link is missing. Copy it whole, or ask for a new one.
      </Dead>
    ) : (
      <Dead title="One moment">{looked.message}</Dead>
    );
  if (looked.workspaceId)
    return (
      <PlainPage title={`You are in ${looked.workspaceName ?? "this workspace"}`}>
        <p>There is nothing to accept: you are a member already.</p>
        <a className={`${buttonClass("primary")} self-start`} href="/">
          Go to your articles
        </a>
      </PlainPage>
    );
  if (looked.state !== "open") return <Dead {...deadOf(looked)} />;
  const workspaceName = looked.workspaceName ?? "";
  return (
    <PlainPage title={`Join ${workspaceName}`}>
      <Offer looked={looked} />
      {looked.fits === false && viewer ? (
        <>
          <Notice kind="error">
            This invitation is for {looked.emailHint}, and you are signed in as {viewer.email}. Sign in with
            that address, or ask {looked.invitedBy} for an invitation for yours.
          </Notice>
          <p>
            <SignOutButton label="Sign in as someone else" />
          </p>
        </>
      ) : viewer ? (
        <>
          <JoinButton token={token} workspaceName={workspaceName} />
          <p className="flex flex-wrap items-center gap-3 text-card text-muted">
            You are {viewer.name} ({viewer.email}). <SignOutButton label="Someone else?" />
          </p>
        </>
      ) : (
        <JoinForms token={token} ways={ways} />
      )}
    </PlainPage>
  );
}

function Offer({ looked }: { looked: LookedAtInvitation }) {
  return (
    <div className="flex flex-col gap-2 border-ink border-y py-4">
      <p>
        <strong>{looked.invitedBy}</strong> invites you to{" "}
        {matrix["comment.create"][looked.role] === "none" ? "read" : "read and discuss"} articles in{" "}
        <strong>{looked.workspaceName}</strong>. Your role: <strong>{labelOfRole(looked.role)}</strong>.
      </p>
      <p className="text-card text-muted">{roles.find((one) => one.role === looked.role)?.brief}</p>
      {looked.emailHint && (
        <p className="text-card text-muted">This invitation is for the address {looked.emailHint} only.</p>
      )}
    </div>
  );
}

function deadOf({ state, invitedBy }: LookedAtInvitation): { title: string; children: ReactNode } {
  const ask = invitedBy ? `Ask ${invitedBy} for a new one.` : "Ask for a new one.";
  if (state === "accepted")
    return {
      title: "This invitation has been used",
      children: `It worked once. If it was you, sign in. Otherwise: ${ask}`,
    };
  if (state === "expired")
    return { title: "This invitation has expired", children: `It was valid for seven days. ${ask}` };
  return { title: "This invitation was withdrawn", children: "Whoever sent it took it back." };
}

function Dead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <PlainPage title={title}>
      <p>{children}</p>
      <p className="flex gap-4">
        <a className="link" href="/">
          Go to your articles
        </a>
        <a className="link" href="/sign-in">
          Sign in
        </a>
      </p>
    </PlainPage>
  );
}
