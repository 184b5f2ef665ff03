"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signOutHere } from "@/lib/auth/sign-in";
import { useSubmit } from "./use-submit";

type Props = { label: string; next?: string | (() => string) };

/** Ends the session, then loads `next` (an address of ours; this page again when absent). */
export function SignOutButton({ label, next }: Props) {
  const { busy, problem, submit } = useSubmit();
  const leave = async () => {
    await signOutHere();
    if (next) window.location.assign(typeof next === "function" ? next() : next);
    else window.location.reload();
  };
  return (
    <>
      {problem && <Notice kind="error">{problem}</Notice>}
      <Button busy={busy} onClick={() => submit(leave, { stay: false })}>
        {label}
      </Button>
    </>
  );
}
