"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { typed, useFocusOnWrong, useSubmit } from "@/components/accounts/use-submit";
import { announce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useHandOn } from "@/components/ui/use-hand-on";
import { call, isPassing } from "@/lib/http/client";
import { renameWorkspace } from "@/lib/workspaces/schema";

type Props = { workspace: { id: string; name: string }; canRename: boolean };

/** The workspace's name as the headline; owners can change it in place. */
export function RenameWorkspace({ workspace, canRename }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (open) return <RenameForm workspace={workspace} button={button} onClose={() => setOpen(false)} />;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <h1 className="min-w-0 text-title font-medium break-words">{workspace.name}</h1>
      {canRename && (
        <Button ref={button} look="quiet" size="small" onClick={() => setOpen(true)}>
          <Pencil aria-hidden className="size-4" />
          Rename
        </Button>
      )}
    </div>
  );
}

type FormProps = Pick<Props, "workspace"> & {
  /** What opens the form, and stands in its place otherwise. */
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

function RenameForm({ workspace, button, onClose }: FormProps) {
  const { busy, fields, problem, clear, submit } = useSubmit();
  const form = useFocusOnWrong(fields);
  useHandOn(form, () => button.current);
  const router = useRouter();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = typed(event, "name");
    submit(async () => {
      const params = { workspaceId: workspace.id };
      try {
        await call(renameWorkspace, { params, body: { name, was: workspace.name } });
      } catch (error) {
        // A colleague has renamed it: the next try is about the name that it has now. What was typed stays.
        if (!isPassing(error)) router.refresh();
        throw error;
      }
      router.refresh();
      announce(`Renamed to ${name.trim()}.`);
      onClose();
    });
  }

  return (
    <form ref={form} method="post" onSubmit={send} className="flex max-w-xl flex-col gap-4">
      <h1 className="sr-only">{workspace.name}</h1>
      {problem && <Notice kind="error">{problem}</Notice>}
      <TextField
        label="Name of the workspace"
        name="name"
        defaultValue={workspace.name}
        error={fields.name}
        onChange={() => clear("name")}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
        autoComplete="off"
        autoFocus
        required
      />
      <div className="flex gap-3">
        <Button type="submit" look="primary" busy={busy}>
          Rename
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
