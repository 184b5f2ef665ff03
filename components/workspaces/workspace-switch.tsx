import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Viewer } from "@/lib/auth/viewer";

type Props = {
  viewer: Viewer;
  /** Undefined: all of them. */
  current: string | undefined;
  /** Where a choice leads to. */
  address: (workspaceId: string | undefined) => string;
  /** Whether all workspaces at once are a choice. */
  hasAll?: boolean;
};

/** Chooses the workspace that a page is about, on a line of its own; nothing for those who are in one only. */
export function WorkspaceSwitch({ viewer, current, address, hasAll = false }: Props) {
  if (viewer.memberships.length < 2) return null;
  return (
    <nav aria-label="Workspaces" className="flex min-w-0 basis-full flex-wrap gap-1">
      {hasAll && (
        <Choice href={address(undefined)} current={!current}>
          All
        </Choice>
      )}
      {viewer.memberships.map((one) => (
        <Choice key={one.workspaceId} href={address(one.workspaceId)} current={current === one.workspaceId}>
          {one.workspaceName}
        </Choice>
      ))}
    </nav>
  );
}

/** One of several addresses that show the same list otherwise. */
export function Choice({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <a
      href={href}
      {...(current ? { "aria-current": "true" as const } : {})}
      title={children}
      className={classNames(
        buttonClass("faint", "small"),
        "max-w-full pointer-coarse:min-w-11 phone:max-w-72 aria-[current]:border-control aria-[current]:bg-card aria-[current]:text-ink",
      )}
    >
      <span className="truncate">{children}</span>
    </a>
  );
}
