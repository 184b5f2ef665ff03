import type { Person } from "@/lib/discussion/schema";

/** "Post to Newsroom (6)": whoever writes sees who will read it. */
export function sendLabelFor(workspace: { name: string }, people: readonly Person[]): string {
  return `Post to ${workspace.name} (${people.filter((one) => one.role !== null).length})`;
}
