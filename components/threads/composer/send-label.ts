import type { Person } from "@/lib/discussion/schema";

/** The words of a button that sends; `count` is never cut off, however long the name is. */
export type SendLabel = { words: string; count?: string };

/** "Post to Newsroom (6)": whoever writes sees who will read it. */
export function sendLabelFor(workspace: { name: string }, people: readonly Person[]): SendLabel {
  const readers = people.filter((one) => one.role !== null).length;
  return { words: `Post to ${workspace.name}`, count: `(${readers})` };
}
