"use client";

import { useEffect, useState } from "react";
import { PlainPage } from "@/components/ui/plain-page";
import type { SignInWay } from "@/lib/auth/providers";
import { ProviderButtons } from "./provider-buttons";
import { SignUpForm } from "./sign-up-form";

type Props = {
  next: string;
  /** Address of the page for those who have an account. */
  signIn: string;
  ways: SignInWay[];
};

/** The page on which people sign up; where signing in is offered instead, it says so. */
export function SignUpRoom({ next, signIn, ways }: Props) {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isAsked) document.title = "Sign in · Sayso";
  }, [isAsked]);
  return (
    <PlainPage title={isAsked ? "Sign in" : "Sign up"}>
      {!isAsked && (
        <p className="text-body text-muted">
          You get a workspace of your own, with an article to practise on, and can invite colleagues to it. If
          a colleague invited you, open their link instead.
        </p>
      )}
      <ProviderButtons ways={ways} next={next} />
      <SignUpForm next={next} onAsked={() => setAsked(true)} />
      {!isAsked && (
        <p className="text-card text-muted">
          You have an account?{" "}
          <a className="link" href={signIn}>
            Sign in
          </a>
        </p>
      )}
    </PlainPage>
  );
}
