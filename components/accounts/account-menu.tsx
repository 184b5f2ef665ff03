"use client";

import { Popover } from "radix-ui";
import { Avatar } from "@/components/ui/avatar";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { useHydrated } from "@/components/ui/use-hydrated";
import { signOutHere } from "@/lib/auth/sign-in";
import type { Viewer } from "@/lib/auth/viewer";
import { useSubmit } from "./use-submit";

const place = "flex min-h-9 items-center justify-between gap-4 rounded-md px-3 py-1.5 hover:bg-sunk";

function SignOut() {
  const { busy, problem, submit } = useSubmit();
  const leave = async () => {
    await signOutHere();
    window.location.assign("/sign-in");
  };
  return (
    <div className="border-hairline border-t pt-2">
      {problem && <p className="px-3 py-1.5 text-label text-failure">{problem}</p>}
      <button
        type="button"
        disabled={busy}
        className={`${place} w-full text-left`}
        onClick={() => submit(leave, { stay: false })}
      >
        Sign out
      </button>
    </div>
  );
}

/** The person's own corner: who is signed in, their workspaces, the colours of the page. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  // A press before scripts run would be lost.
  const ready = useHydrated();
  return (
    <Popover.Root>
      <Popover.Trigger
        disabled={!ready}
        className="flex size-10 items-center justify-center rounded-full"
        aria-label={`Account of ${viewer.name}`}
      >
        <Avatar id={viewer.userId} name={viewer.name} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Account"
          className="z-50 w-72 animate-appear rounded-md border border-hairline bg-card p-2 text-card text-ink shadow-float"
        >
          <div className="border-hairline border-b px-3 pt-1 pb-3">
            <p className="truncate font-semibold">{viewer.name}</p>
            <p className="truncate text-label text-muted">{viewer.email}</p>
          </div>
          <ul className="border-hairline border-b py-2" aria-label="Workspaces and their people">
            {viewer.memberships.map((one) => (
              <li key={one.workspaceId}>
                <a className={place} href={`/workspaces/${one.workspaceId}`}>
                  <span className="truncate">{one.workspaceName}</span>
                  <span className="text-label text-muted">{one.role}</span>
                </a>
              </li>
            ))}
            <li>
              <a className={place} href="/workspaces/new">
                New workspace
              </a>
            </li>
          </ul>
          <div className="flex items-center justify-between py-2 pl-3">
            <span className="text-muted">Colours</span>
            <ThemeSwitch />
          </div>
          <SignOut />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
