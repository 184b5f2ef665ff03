import type { BlockRole } from "@/lib/articles/document-schema";

/** The roles as they are called on the screen, each with the key that chooses it. */
export const roleWords: Record<BlockRole, { label: string; key: string }> = {
  title: { label: "Title", key: "t" },
  dek: { label: "Dek", key: "d" },
  byline: { label: "Byline", key: "y" },
  body: { label: "Body", key: "b" },
  quote: { label: "Quote", key: "q" },
  caption: { label: "Caption", key: "c" },
  credit: { label: "Credit", key: "r" },
  bio: { label: "Bio", key: "i" },
  boilerplate: { label: "Boilerplate", key: "x" },
};

/** The role that a key chooses. */
export function roleOfKey(key: string): BlockRole | undefined {
  const found = Object.entries(roleWords).find(([, words]) => words.key === key.toLowerCase());
  return found?.[0] as BlockRole | undefined;
}
