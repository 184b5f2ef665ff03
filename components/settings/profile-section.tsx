"use client";

import { type FormEvent, useState } from "react";
import { typed, useFocusOnWrong, useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { renameAccount } from "@/lib/accounts/own-schema";
import { call } from "@/lib/http/client";
import { Section } from "./section";

/** What colleagues see of the person. */
export function ProfileSection({ name, email }: { name: string; email: string }) {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const [isSaved, setSaved] = useState(false);
  const form = useFocusOnWrong(fields);
  const ready = useHydrated();
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = { name: typed(event, "name") };
    setSaved(false);
    void submit(async () => {
      await call(renameAccount, { body });
      setSaved(true);
    });
  }
  return (
    <Section id="profile" title="Profile" saving={{ state: busy ? "saving" : isSaved ? "saved" : "idle" }}>
      <form ref={form} method="post" onSubmit={send} className="flex max-w-md flex-col gap-4">
        {problem && <Notice kind="error">{problem}</Notice>}
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          defaultValue={name}
          hint="Colleagues see it beside what you mark and write, also what you wrote before."
          error={fields.name}
          onChange={() => {
            clear("name");
            setSaved(false);
          }}
          required
        />
        <p className="text-card">
          <span className="font-semibold">E-mail address</span>
          <span className="block break-all text-muted">{email}</span>
        </p>
        <div>
          <Button type="submit" look="primary" disabled={!ready} busy={busy}>
            Save the name
          </Button>
        </div>
      </form>
    </Section>
  );
}
