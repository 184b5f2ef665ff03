import type { ArticleShow, ArticleSort } from "@/lib/articles/schema";

/** What a list of articles shows, and in which order. */
export type ListChoice = {
  q?: string;
  workspace?: string | undefined;
  archived?: boolean;
  show?: ArticleShow | undefined;
  sort?: ArticleSort | undefined;
};

/** The address of a list, from its top or from where a page ended. */
export function addressOfList(choice: ListChoice, cursor?: string): string {
  const query = new URLSearchParams(fieldsOfList(choice));
  if (choice.q) query.set("q", choice.q);
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/?${query}` : "/";
}

/** The same without the words that are searched for: what a form for these has to keep. */
export function fieldsOfList({
  workspace,
  archived,
  show,
  sort,
}: ListChoice): [name: string, value: string][] {
  const fields: [string, string | undefined][] = [
    ["workspace", workspace],
    ["archived", archived ? "true" : undefined],
    ["show", show],
    ["sort", sort === "newest" ? sort : undefined],
  ];
  return fields.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
