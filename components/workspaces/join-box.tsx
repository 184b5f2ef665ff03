"use client";

import { useState } from "react";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button, wrapsClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SignInWay } from "@/lib/auth/providers";
import { call } from "@/lib/http/client";
import { acceptInvitation } from "@/lib/workspaces/schema";

async function join(token: string): Promise<string> {
  await call(acceptInvitation, { body: { token } });
  return "/";
}

/** For the signed-in: one button, and then their articles. */
export function JoinButton({ token, workspaceName }: { token: string; workspaceName: string }) {
  const { busy, problem, submit } = useSubmit();
  const ready = useHydrated();
  return (
    <>
      {problem && <Notice kind="error">{problem}</Notice>}
      <Button
        look="primary"
        disabled={!ready}
        busy={busy}
        className={classNames(wrapsClass, "min-h-11")}
        onClick={() =>
          submit(
            async () => {
              const goTo = await join(token);
              // The link must not stay in the history of a shared machine.
              window.location.replace(goTo);
            },
            { stay: false },
          )
        }
      >
        Join {workspaceName}
      </Button>
    </>
  );
}

/** For everybody else: sign up or sign in, which joins in the same step. */
export function JoinForms({ token, ways }: { token: string; ways: SignInWay[] }) {
  const [isNew, setNew] = useState(true);
  const here = `/invitations/${token}`;
  const afterwards = () => join(token);
  return (
    <div className="flex flex-col gap-6">
      <ProviderButtons ways={ways} next={here} />
      {isNew ? (
        <SignUpForm next="/" invitation={token} afterwards={afterwards} />
      ) : (
        <SignInForm next="/" afterwards={afterwards} />
      )}
      <p className="text-card text-muted">
        {isNew ? "You have an account?" : "New here?"}{" "}
        <button type="button" className="link" onClick={() => setNew(!isNew)}>
          {isNew ? "Sign in instead" : "Sign up instead"}
        </button>
      </p>
    </div>
  );
}
