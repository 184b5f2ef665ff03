"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { signInByPassword } from "@/lib/auth/sign-in";
import { PasswordField } from "./password-field";
import { typed, useSubmit } from "./use-submit";

type Props = {
  /** The page of ours to go to afterwards. */
  next: string;
  /** Known already, so that only the password is asked for. */
  email?: string;
  /** Done between signing in and going on; it may say where to go instead. */
  afterwards?: () => Promise<string>;
  /** Something else on the page takes the focus. */
  isCalm?: boolean;
};

/** E-mail and password. A wrong pair is told as one thing, whichever half was wrong. */
export function SignInForm({ next, email, afterwards, isCalm = false }: Props) {
  const { busy, problem, submit } = useSubmit();
  const ready = useHydrated();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const [address, password] = [typed(event, "email"), typed(event, "password")];
    submit(
      async () => {
        // A link to a comment ends in "#c-…": the browser has brought that along, the server never sees it.
        const wanted = next.includes("#") ? next : next + window.location.hash;
        const goTo = await signInByPassword(address, password, wanted);
        window.location.replace(afterwards ? await afterwards() : goTo);
      },
      { stay: false },
    );
  }

  return (
    <form method="post" onSubmit={send} className="flex flex-col gap-5">
      {problem && <Notice kind="error">{problem}</Notice>}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        autoFocus={!email && !isCalm}
        required
      />
      <PasswordField autoComplete="current-password" autoFocus={email !== undefined} />
      <Button type="submit" look="primary" className="min-h-11" disabled={!ready} busy={busy}>
        Sign in
      </Button>
      <NeedsScript />
    </form>
  );
}

/** Said where scripts are off, since the button then stays closed. */
export function NeedsScript() {
  return (
    <noscript>
      <p className="text-label text-muted">Signing in needs JavaScript. Reading does not.</p>
    </noscript>
  );
}
