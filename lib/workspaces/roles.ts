import type { Role } from "@/lib/auth/viewer";

/**
 * The roles from the most to the least, in plain words: what somebody with it can do, each beside the others, and in
 * `brief` what is told to whoever is invited and sees this one only.
 */
export const roles: readonly { role: Role; label: string; can: string; brief: string }[] = [
  {
    role: "owner",
    label: "Owner",
    can: "Everything an editor can, and: invite and remove people, change roles, rename the workspace, publish reports and withdraw them, see the workspace’s history and how suggestions were taken.",
    brief: "You read, mark, judge and discuss with the others, publish reports and look after the workspace.",
  },
  {
    role: "editor",
    label: "Editor",
    can: "Everything a member can, and: import articles, edit their details, archive them, settle who said it where colleagues differ, resolve passages with a last word, change the words of any passage, resolve any thread, and delete others’ passages, evidence and comments.",
    brief:
      "You read, mark, judge and discuss with the others, import articles, and have the last word where they differ.",
  },
  {
    role: "member",
    label: "Member",
    can: "Everything a viewer can, and: mark passages and say what kinds of claim they hold, say who said it, keep and merge the sources, take or dismiss suggestions, judge whether it is so, add evidence, ask colleagues to check a passage, discuss, react, assign threads, resolve the threads they started, and change or delete what they made themselves.",
    brief:
      "You read, mark passages, say who said what, judge whether it is so, and discuss it with the others.",
  },
  {
    role: "viewer",
    label: "Viewer",
    can: "Read everything, choose what to hear of, print and export. They change nothing.",
    brief: "You read everything, print and export. You change nothing.",
  },
];

/** The name of a role as it stands on the screen. */
export function labelOfRole(role: Role): string {
  return roles.find((one) => one.role === role)?.label ?? role;
}

/** "a viewer", "an editor": what somebody with a role is, in a sentence. */
export function withRole(role: Role): string {
  return `${/^[aeiou]/.test(role) ? "an" : "a"} ${labelOfRole(role).toLowerCase()}`;
}
