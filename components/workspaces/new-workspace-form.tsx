"use client";

import { type FormEvent, useRef } from "react";
import { typed, useFocusOnWrong, useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { call } from "@/lib/http/client";
import { createWorkspace } from "@/lib/workspaces/schema";

export function NewWorkspaceForm() {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const form = useFocusOnWrong(fields);
  const ready = useHydrated();
  // One id for all tries: a retry after a lost answer finds the workspace that exists.
  const id = useRef<string>(undefined);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = typed(event, "name");
    id.current ??= crypto.randomUUID();
    const body = { id: id.current, name };
    submit(
      async () => {
        const made = await call(createWorkspace, { body });
        window.location.assign(`/workspaces/${made.id}`);
      },
      { stay: false },
    );
  }

  return (
    <form ref={form} method="post" onSubmit={send} className="flex flex-col gap-5">
      {problem && <Notice kind="error">{problem}</Notice>}
      <TextField
        label="Name"
        name="name"
        placeholder="Harbour desk"
        error={fields.name}
        onChange={() => clear("name")}
        autoComplete="off"
        required
      />
      <Button type="submit" look="primary" className="min-h-11" disabled={!ready} busy={busy}>
        Make workspace
      </Button>
    </form>
  );
}
