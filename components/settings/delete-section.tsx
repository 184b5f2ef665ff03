"use client";

import { type FormEvent, useState } from "react";
import { PasswordField } from "@/components/accounts/password-field";
import { typed, useFocusOnWrong, useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type AccountView, deleteAccount } from "@/lib/accounts/own-schema";
import { call } from "@/lib/http/client";
import { countOf } from "@/lib/text/count-of";
import { wordsForWhatStays } from "@/lib/workspaces/what-stays";
import { Section } from "./section";

type Leaving = AccountView["leaving"][number];

/** The end of the account: what becomes of everything, before it is asked for. */
export function DeleteSection({ account }: { account: AccountView }) {
  const [isAsking, setAsking] = useState(false);
  const ready = useHydrated();
  const stuck = account.leaving.filter((one) => one.outcome === "stuck");
  return (
    <Section id="delete" title="Delete the account">
      <WhatHappens leaving={account.leaving} />
      {stuck.length > 0 && (
        <Notice>
          You are the last owner of{" "}
          {stuck.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ", "}
              <a className="link" href={`/workspaces/${one.id}`}>
                {one.name}
              </a>
            </span>
          ))}
          . Make somebody else an owner there first; then you can delete your account.
        </Notice>
      )}
      <div>
        <Button look="danger" disabled={!ready || stuck.length > 0} onClick={() => setAsking(true)}>
          Delete the account…
        </Button>
      </div>
      <AskingDialog account={account} isOpen={isAsking} onOpen={setAsking} />
    </Section>
  );
}

function WhatHappens({ leaving }: { leaving: Leaving[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-card">
      {leaving.map((one) => (
        <li key={one.id}>
          <span className="font-semibold">{one.name}</span>: {sentenceOf(one)}
        </li>
      ))}
      <li>You are signed out everywhere, and your address, password, settings and notifications are gone.</li>
      <li>Nobody can bring the account back. With the same address you can sign up anew.</li>
    </ul>
  );
}

function sentenceOf({ outcome, articles, stays }: Leaving): string {
  if (outcome === "gone")
    return `you are alone there, so it is deleted, with ${articles === 0 ? "nothing in it" : `its ${countOf(articles, "article")} and all that was said about them`}.`;
  if (outcome === "stuck") return "you are its last owner, so it has to be in other hands first.";
  const words = wordsForWhatStays(stays);
  return words
    ? `you leave it. Under your name stays all that you did there: ${words}.`
    : "you leave it. You have marked, judged and written nothing there.";
}

type AskingProps = { account: AccountView; isOpen: boolean; onOpen: (isOpen: boolean) => void };

function AskingDialog({ account, isOpen, onOpen }: AskingProps) {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const form = useFocusOnWrong(fields);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = { proof: typed(event, "proof") };
    void submit(
      async () => {
        await call(deleteAccount, { body });
        window.location.assign("/sign-in");
      },
      { stay: false },
    );
  }
  return (
    <Dialog open={isOpen} onOpenChange={onOpen} title="Delete your account?">
      <form ref={form} method="post" onSubmit={send} className="flex flex-col gap-4">
        <WhatHappens leaving={account.leaving} />
        {problem && <Notice kind="error">{problem}</Notice>}
        {account.hasPassword ? (
          <PasswordField
            label="Your password"
            name="proof"
            autoComplete="current-password"
            error={fields.proof}
            onChange={() => clear("proof")}
          />
        ) : (
          <TextField
            label={`Type your name: ${account.name}`}
            name="proof"
            autoComplete="off"
            error={fields.proof}
            onChange={() => clear("proof")}
            required
          />
        )}
        <DialogEnd>
          <DialogCancel />
          <Button type="submit" look="danger" busy={busy}>
            Delete for good
          </Button>
        </DialogEnd>
      </form>
    </Dialog>
  );
}
