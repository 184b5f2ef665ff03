"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signOutHere } from "@/lib/auth/sign-in";
import { useSubmit } from "./use-submit";

/** Ends the session, then loads `next` (an address of ours; this page again when absent). */
export function SignOutButton({ label, next }: { label: string; next?: string }) {
  const { busy, problem, submit } = useSubmit();
  const leave = async () => {
    await signOutHere();
    if (next) window.location.assign(next);
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
