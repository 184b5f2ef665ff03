import { completeAddress } from "@/lib/text/complete-address";
import { type ArticleMetadata, articleMetadata } from "./schema";

/** What an article is beside its text, as typed: empty for what is not known. */
export type MetadataFields = Record<keyof ArticleMetadata, string>;

/** Nothing known yet. */
export const noMetadata: MetadataFields = {
  title: "",
  author: "",
  publisher: "",
  publishedAt: "",
  url: "",
  language: "en",
};

/** The metadata as the server takes it: what is empty is not known, and an address has its "https://". */
export function metadataOf(fields: MetadataFields): ArticleMetadata {
  const known = (value: string) => (value.trim() === "" ? null : value.trim());
  return {
    title: fields.title.trim(),
    author: known(fields.author),
    publisher: known(fields.publisher),
    publishedAt: known(fields.publishedAt),
    url: known(completeAddress(fields.url)),
    language: fields.language,
  };
}

/** What the server will refuse of it, by field: all of it at once, before anything is sent. */
export function refusedFields(metadata: ArticleMetadata): Record<string, string> {
  const { error } = articleMetadata.safeParse(metadata);
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}
