"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { weaknessOf } from "@/lib/accounts/password";
import { signUp } from "@/lib/accounts/schema";
import { signInByPassword } from "@/lib/auth/sign-in";
import { CallError, call } from "@/lib/http/client";
import { PasswordField } from "./password-field";
import { NeedsScript, SignInForm } from "./sign-in-form";
import { typed, useFocusOnWrong, useSubmit } from "./use-submit";

type Props = {
  next: string;
  /** Joins the workspace of this invitation instead of making one. */
  invitation?: string;
  /** Done between signing in and going on; it may say where to go instead. */
  afterwards?: () => Promise<string>;
  /** Signing in is offered instead, whatever stands around the form. */
  onAsked?: () => void;
};

type Asked = { email: string; message: string };

/**
 * Makes an account and signs in with it. Where the sign-in fails, the address may have had an account: the page then
 * offers to sign in and says neither yes nor no (lib/accounts/README.md).
 */
export function SignUpForm({ next, invitation, afterwards, onAsked }: Props) {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [weakness, setWeakness] = useState<string | null>(null);
  const form = useFocusOnWrong(fields);
  const ready = useHydrated();

  if (asked)
    return (
      <div className="flex flex-col gap-6">
        <Notice role="alert">{asked.message}</Notice>
        <SignInForm next={next} email={asked.email} {...(afterwards ? { afterwards } : {})} />
      </div>
    );

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const [name, email, password] = [typed(event, "name"), typed(event, "email"), typed(event, "password")];
    setWeakness(null);
    submit(
      async () => {
        const body = { name, email, password, ...(invitation ? { invitation } : {}) };
        const { message } = await call(signUp, { body });
        try {
          const goTo = await signInByPassword(email, password, next);
          window.location.replace(afterwards ? await afterwards() : goTo);
        } catch (error) {
          if (!(error instanceof CallError) || error.code !== "unauthenticated") throw error;
          setAsked({ email, message });
          onAsked?.();
        }
      },
      { stay: false },
    );
  }

  function judge(password: string) {
    const about = new FormData(form.current ?? undefined);
    const known = [about.get("name"), about.get("email")].map(String);
    setWeakness(password ? weaknessOf(password, known) : null);
  }

  return (
    <form method="post" ref={form} onSubmit={send} className="flex flex-col gap-5">
      {problem && <Notice kind="error">{problem}</Notice>}
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        hint="Your colleagues see it beside what you mark and write."
        error={fields.name}
        onChange={() => clear("name")}
        autoFocus
        required
      />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        error={fields.email}
        onChange={() => clear("email")}
        required
      />
      <PasswordField
        autoComplete="new-password"
        hint="At least 15 characters. A few words in a row work well, and any sign is allowed."
        error={fields.password ?? weakness ?? undefined}
        onChange={() => {
          clear("password");
          setWeakness(null);
        }}
        onLeave={judge}
      />
      <Button type="submit" look="primary" className="min-h-11" disabled={!ready} busy={busy}>
        {invitation ? "Sign up and join" : "Sign up"}
      </Button>
      <NeedsScript />
    </form>
  );
}
