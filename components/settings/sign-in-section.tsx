"use client";

import { type FormEvent, useState } from "react";
import { PasswordField } from "@/components/accounts/password-field";
import { typed, useFocusOnWrong, useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type AccountView, changePassword } from "@/lib/accounts/own-schema";
import { weaknessOf } from "@/lib/accounts/password";
import { call } from "@/lib/http/client";
import { countOf } from "@/lib/text/count-of";
import { Section } from "./section";

/** The ways into the account, and a new password. */
export function SignInSection({ account }: { account: AccountView }) {
  const { hasPassword, providers } = account;
  const ways = [...(hasPassword ? ["E-mail address and password"] : []), ...providers];
  return (
    <Section id="sign-in" title="Signing in">
      <div className="text-card">
        <h3 className="font-semibold">How you can sign in</h3>
        <ul className="mt-1 list-disc pl-5 text-muted">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </div>
      {hasPassword ? (
        <PasswordForm about={[account.name, account.email]} email={account.email} />
      ) : (
        <p className="text-card text-muted">You sign in through a provider; there is no password here.</p>
      )}
    </Section>
  );
}

function PasswordForm({ about, email }: { about: string[]; email: string }) {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const [done, setDone] = useState<string | null>(null);
  const [weakness, setWeakness] = useState<string | null>(null);
  const form = useFocusOnWrong(fields);
  const ready = useHydrated();
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = { old: typed(event, "old"), password: typed(event, "password") };
    setDone(null);
    setWeakness(null);
    void submit(async () => {
      const { ended } = await call(changePassword, { body });
      form.current?.reset();
      const elsewhere = ended > 0 ? ` You are signed out in ${countOf(ended, "other browser")}.` : "";
      setDone(`Your password is changed.${elsewhere}`);
    });
  }
  return (
    <form ref={form} method="post" onSubmit={send} className="flex max-w-md flex-col gap-4">
      <h3 className="font-semibold text-card">Change the password</h3>
      {problem && <Notice kind="error">{problem}</Notice>}
      {done && <Notice kind="success">{done}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Present password"
        name="old"
        autoComplete="current-password"
        error={fields.old}
        onChange={() => clear("old")}
      />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        hint="At least 15 characters. A few words in a row work well, and any sign is allowed."
        error={fields.password ?? weakness ?? undefined}
        onChange={() => {
          clear("password");
          setWeakness(null);
        }}
        onLeave={(password) => setWeakness(password ? weaknessOf(password, about) : null)}
      />
      <p className="text-label text-muted">It signs you out everywhere but here.</p>
      <div>
        <Button type="submit" look="primary" disabled={!ready} busy={busy}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
