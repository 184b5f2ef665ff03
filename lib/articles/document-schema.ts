import { z } from "zod";
import { collapseWhiteSpace } from "@/lib/text/white-space";

/** What part of an article a block is. */
export const blockRoles = [
  "title",
  "dek",
  "byline",
  "body",
  "quote",
  "caption",
  "credit",
  "bio",
  "boilerplate",
] as const;

export const blockRoleSchema = z.enum(blockRoles);
export type BlockRole = z.infer<typeof blockRoleSchema>;

/** The most blocks that an import may have: a book has fewer. What is stored was imported, and is read whatever it has. */
export const mostBlocks = 10_000;

const textNode = z.strictObject({
  type: z.literal("text"),
  text: z
    .string()
    .min(1, "A block is empty.")
    .refine((text) => collapseWhiteSpace(text) === text, "A block's white space is not collapsed."),
});

const blockNode = z.strictObject({
  type: z.literal("block"),
  attrs: z.strictObject({
    role: blockRoleSchema,
    /** Index of the earlier block that has the same words; null for most. */
    duplicateOf: z.int().min(0).nullable().optional(),
  }),
  content: z.tuple([textNode]),
});

/**
 * What a document may contain, as Tiptap JSON: blocks with a role, each holding one plain text and no marks.
 * White space inside is collapsed already, so places in the document and in its plain text agree.
 */
export const documentSchema = z
  .strictObject({
    type: z.literal("doc"),
    content: z.array(blockNode).min(1),
  })
  .refine(
    (document) =>
      document.content.every(({ attrs }, index) => attrs.duplicateOf == null || attrs.duplicateOf < index),
    "A duplicate must point at an earlier block.",
  );

export type ArticleDocument = z.infer<typeof documentSchema>;

/** Where a block lies in the plain text of its revision, in UTF-16 units, `end` not included. */
export const blockPlaceSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  role: blockRoleSchema,
  duplicateOf: z.int().min(0).optional(),
});

export type BlockPlace = z.infer<typeof blockPlaceSchema>;
