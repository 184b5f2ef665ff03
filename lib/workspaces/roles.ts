import type { Role } from "@/lib/auth/viewer";

/** The roles from the most to the least, in plain words: what somebody with it can do. */
export const roles: readonly { role: Role; label: string; can: string }[] = [
  {
    role: "owner",
    label: "Owner",
    can: "Everything an editor can, and: invite and remove people, change roles, rename the workspace, see its history and how suggestions were taken.",
  },
  {
    role: "editor",
    label: "Editor",
    can: "Everything a member can, and: import articles, edit their details, settle who said it, resolve any thread, delete others’ passages and comments.",
  },
  {
    role: "member",
    label: "Member",
    can: "Read, mark passages, say who said it, keep the sources, discuss, react, assign threads, and resolve the threads they started.",
  },
  { role: "viewer", label: "Viewer", can: "Read everything, change nothing." },
];

/** The name of a role as it stands on the screen. */
export function labelOfRole(role: Role): string {
  return roles.find((one) => one.role === role)?.label ?? role;
}
