"use client";

import { Popover as Parts } from "radix-ui";
import { useRef, useState } from "react";
import { addressOfList } from "@/components/articles/list-address";
import { ThemeSwitch } from "@/components/settings/theme-switch";
import { Popover } from "@/components/ui/popover";
import { signOutHere } from "@/lib/auth/sign-in";
import type { Viewer, ViewerMembership } from "@/lib/auth/viewer";
import { AccountButton } from "./account-button";
import { useSubmit } from "./use-submit";

const place =
  "flex min-h-9 items-center rounded-md px-3 py-1.5 hover:bg-sunk focus-visible:-outline-offset-2 pointer-coarse:min-h-11";

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
        aria-disabled={busy}
        className={`${place} w-full text-left`}
        onClick={() => !busy && submit(leave, { stay: false })}
      >
        Sign out
      </button>
    </div>
  );
}

/** The places of one workspace under its name: also where the header has no room for them. */
function WorkspacePlaces({ membership }: { membership: ViewerMembership }) {
  const { workspaceId, workspaceName, role } = membership;
  const of = <span className="sr-only"> of {workspaceName}</span>;
  return (
    <div className="pb-2">
      <h2 className="flex items-baseline justify-between gap-4 px-3 pt-1 font-sans text-label text-muted">
        <span className="truncate font-semibold text-ink" title={workspaceName}>
          {workspaceName}
        </span>
        {role}
      </h2>
      <a className={place} href={addressOfList({ workspace: workspaceId })}>
        Articles{of}
      </a>
      <a className={place} href={`/workspaces/${workspaceId}`}>
        People{of}
      </a>
    </div>
  );
}

/** What opens from the person's own corner: who is signed in, their workspaces, the colours of the page. */
export function AccountPopover({ viewer, canImport }: { viewer: Viewer; canImport: boolean }) {
  const places = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Parts.Trigger asChild>
        <AccountButton viewer={viewer} />
      </Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Account"
          // Of itself it would pass over the links, to the colours.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            places.current?.querySelector("a")?.focus();
          }}
          className="z-50 max-h-(--radix-popover-content-available-height) w-72 animate-appear overflow-y-auto rounded-md border border-hairline bg-card p-2 text-card text-ink shadow-float"
        >
          <div className="border-hairline border-b px-3 pt-1 pb-3">
            <p className="truncate font-semibold">{viewer.name}</p>
            <p className="truncate text-label text-muted">{viewer.email}</p>
          </div>
          <nav ref={places} aria-label="Workspaces" className="border-hairline border-b py-2">
            {viewer.memberships.map((one) => (
              <WorkspacePlaces key={one.workspaceId} membership={one} />
            ))}
            {canImport && (
              <a className={`${place} phone:hidden`} href="/articles/new">
                Import an article
              </a>
            )}
            <a className={place} href="/workspaces/new">
              New workspace
            </a>
          </nav>
          <div className="border-hairline border-b py-2">
            <a className={place} href="/settings">
              Settings
            </a>
          </div>
          <div className="flex items-center justify-between py-2 pl-3">
            <span className="text-muted">Colours</span>
            <ThemeSwitch />
          </div>
          <SignOut />
        </Parts.Content>
      </Parts.Portal>
    </Popover>
  );
}
