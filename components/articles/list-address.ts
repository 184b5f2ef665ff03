/** What a list of articles shows. */
export type ListChoice = { q: string; workspace: string | undefined; archived: boolean };

/** The address of a list, from its top or from where a page ended. */
export function addressOfList({ q, workspace, archived }: ListChoice, cursor?: string): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (workspace) query.set("workspace", workspace);
  if (archived) query.set("archived", "true");
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/?${query}` : "/";
}
