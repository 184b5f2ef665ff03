import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EndedNotice } from "@/components/accounts/ended-notice";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PlainPage } from "@/components/ui/plain-page";
import { ownPath } from "@/lib/auth/own-path";
import { signInWays } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/session";
import { describeEnd, describeTrouble } from "@/lib/auth/sign-in-trouble";
import { firstOf, type GivenAddress } from "@/lib/http/read-address";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<GivenAddress> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, callbackUrl, error, reason, was } = await searchParams;
  const next = ownPath(wanted ?? callbackUrl);
  const viewer = await getViewer();
  // Whose page it was is somebody else: they are not to find themselves writing under another name.
  const isOther = viewer !== null && firstOf(was) !== null && firstOf(was) !== viewer.userId;
  if (viewer && wanted && !isOther) redirect(next);
  const end = describeEnd(firstOf(reason));
  const trouble = describeTrouble(firstOf(error));
  if (viewer)
    return (
      <PlainPage title="You are signed in">
        {trouble && <Notice kind="error">{trouble}</Notice>}
        {isOther && (
          <Notice>
            Somebody else has signed in in this browser. What was written before is kept for whoever wrote it.
          </Notice>
        )}
        <p>
          You are {viewer.name} ({viewer.email}).
        </p>
        <p className="flex flex-wrap gap-3">
          <a className={buttonClass("primary")} href={next}>
            Go on
          </a>
          <SignOutButton label="Sign in as someone else" next={`/sign-in?next=${encodeURIComponent(next)}`} />
        </p>
      </PlainPage>
    );
  return (
    <PlainPage title="Sign in">
      {end && <EndedNotice>{end}</EndedNotice>}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      <ProviderButtons ways={signInWays()} next={next} />
      <SignInForm next={next} isCalm={end !== null} />
      <p className="text-card text-muted">
        New here?{" "}
        <a className="link" href={next === "/" ? "/sign-up" : `/sign-up?next=${encodeURIComponent(next)}`}>
          Sign up
        </a>
      </p>
      <p className="text-card text-muted">
        Forgot your password? Nothing is sent by mail: ask whoever runs this server for a new one.
      </p>
    </PlainPage>
  );
}
