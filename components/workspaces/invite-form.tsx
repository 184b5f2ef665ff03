"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { typed, useFocusOnWrong, useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field, inputClass, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Role } from "@/lib/auth/viewer";
import { call } from "@/lib/http/client";
import { labelOfRole, roles } from "@/lib/workspaces/roles";
import { createInvitation } from "@/lib/workspaces/schema";
import { RoleSelect } from "./role-select";

type Made = { id: string; link: string; role: Role; email: string | null };

type Props = {
  workspaceId: string;
  /** Invitations whose links work no longer. */
  over: readonly { id: string }[];
};

/**
 * Makes links that bring one person in each. They are shown this once, since the server keeps only their hash, so a
 * new one stands above those made before it.
 */
export function InviteForm({ workspaceId, over }: Props) {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const [role, setRole] = useState<Role>("member");
  const [made, setMade] = useState<readonly Made[]>([]);
  const form = useFocusOnWrong(fields);
  const ready = useHydrated();
  const router = useRouter();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typedForm = event.currentTarget;
    const email = typed(event, "email").trim();
    submit(async () => {
      const body = { role, ...(email ? { email } : {}) };
      const { token, invitation } = await call(createInvitation, { params: { workspaceId }, body });
      const { id, email: only } = invitation;
      const link = `${window.location.origin}/invitations/${token}`;
      setMade((before) => [{ id, link, role, email: only }, ...before]);
      typedForm.reset();
      router.refresh();
    });
  }

  return (
    <div className="flex flex-col gap-5">
      {problem && <Notice kind="error">{problem}</Notice>}
      <form
        ref={form}
        method="post"
        onSubmit={send}
        className="grid items-start gap-4 phone:grid-cols-invite"
      >
        <Field label="Role">{(props) => <RoleSelect {...props} value={role} onChange={setRole} />}</Field>
        <TextField
          label="Only for this e-mail address (optional)"
          name="email"
          type="email"
          autoComplete="off"
          error={fields.email}
          onChange={() => clear("email")}
        />
        <Button type="submit" look="primary" className="min-h-11 phone:mt-5.5" disabled={!ready} busy={busy}>
          Make a link
        </Button>
        <p className="text-label text-muted phone:col-span-3">
          {roles.find((one) => one.role === role)?.can}
        </p>
      </form>
      {made
        .filter(({ id }) => !over.some((one) => one.id === id))
        .map(({ id, ...one }) => (
          <NewLink key={id} {...one} />
        ))}
    </div>
  );
}

function NewLink({ link, role, email }: Omit<Made, "id">) {
  return (
    <Notice kind="success">
      <div className="flex flex-col gap-3">
        <p>
          Send this link to {email ?? "the person you invite"} as {labelOfRole(role).toLowerCase()}. It works
          once, for seven days, and is shown only now.
        </p>
        <div className="flex flex-wrap gap-2">
          <input
            aria-label="Invitation link"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
            className={`${inputClass} min-w-0 flex-1 basis-60`}
          />
          <CopyButton text={link} label="Copy link" said="Copied." />
        </div>
      </div>
    </Notice>
  );
}
