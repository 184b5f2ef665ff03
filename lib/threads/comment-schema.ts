import { z } from "zod";
import { visible } from "@/lib/http/fields";
import { inFigures } from "@/lib/text/count-of";

export type LinkMark = { type: "link"; attrs: { href: string } };
export type Mark = { type: "bold" } | { type: "italic" } | { type: "code" } | LinkMark;
export type TextNode = { type: "text"; text: string; marks?: Mark[] | undefined };
export type MentionNode = { type: "mention"; attrs: { id: string; label: string } };
export type Inline = TextNode | MentionNode | { type: "hardBreak" };
export type Paragraph = { type: "paragraph"; content?: Inline[] | undefined };
export type CodeBlock = { type: "codeBlock"; content?: { type: "text"; text: string }[] | undefined };
export type ListItem = { type: "listItem"; content: [Paragraph, ...CommentBlock[]] };
export type CommentBlock =
  | Paragraph
  | CodeBlock
  | { type: "blockquote"; content: CommentBlock[] }
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; attrs?: { start: number } | undefined; content: ListItem[] };

/** A comment's wording: Tiptap JSON of exactly the nodes and marks that components/threads/comment-body draws. */
export type CommentBody = { type: "doc"; content: CommentBlock[] };

/** The most UTF-16 units a comment's plain text may have. */
export const longestComment = 20_000;

/** How deep quotes and lists may lie in each other. */
export const deepestNesting = 6;

/** The most nodes a comment may have, so that a page of empty paragraphs is refused too. */
export const mostNodes = 5_000;

const longestAddress = 2_000;

/** True for an address that a comment may link to: http, https or mailto, without spaces or control characters. */
export function isSafeAddress(value: string): boolean {
  return value.length <= longestAddress && safeAddress.test(value) && URL.canParse(value);
}

const safeAddress = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
// Line breaks and tabs are the only control characters with a look.
const drawable = /^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u;

const href = z
  .string()
  .max(longestAddress, { error: "This address is too long." })
  .regex(safeAddress, { error: "A link must start with http://, https:// or mailto:." })
  .refine((value) => URL.canParse(value), { error: "This is not a valid address." });

const text = z
  .string()
  .min(1)
  .regex(drawable, { error: "This text has a control character that cannot be shown." });

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("code") }),
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href }) }),
]);

const marks = z
  .array(mark)
  .max(3)
  .refine((all) => new Set(all.map((one) => one.type)).size === all.length, {
    error: "A mark may be on a text only once.",
  })
  .refine((all) => all.length < 2 || all.every((one) => one.type !== "code"), {
    error: "Code takes no other marks.",
  });

const mention = z.strictObject({
  type: z.literal("mention"),
  attrs: z.strictObject({
    id: z.uuid({ error: "This is not a valid id." }).toLowerCase(),
    label: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}]*$/u),
  }),
});

const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text, marks: marks.optional() }),
  mention,
  z.strictObject({ type: z.literal("hardBreak") }),
]);

const paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(inline).optional() });

const codeBlock = z.strictObject({
  type: z.literal("codeBlock"),
  content: z
    .array(z.strictObject({ type: z.literal("text"), text }))
    .max(1)
    .optional(),
});

/**
 * Blocks that hold at most `depth` more levels. Levels are written out instead of recursing, so that a body nested a
 * million deep is refused at the seventh level and never meets the call stack. Each level has an id, so that a
 * JSON schema names it once and refers to it.
 */
function blocksOf(depth: number, inner: z.ZodType<CommentBlock> | null): z.ZodType<CommentBlock> {
  if (!inner) return z.discriminatedUnion("type", [paragraph, codeBlock]).meta({ id: "CommentBlock0" });
  const listItem = z.strictObject({
    type: z.literal("listItem"),
    content: z.tuple([paragraph]).rest(inner),
  });
  return z
    .discriminatedUnion("type", [
      paragraph,
      codeBlock,
      z.strictObject({ type: z.literal("blockquote"), content: z.array(inner).min(1) }),
      z.strictObject({ type: z.literal("bulletList"), content: z.array(listItem).min(1) }),
      z.strictObject({
        type: z.literal("orderedList"),
        attrs: z.strictObject({ start: z.number().int().min(0).max(999_999) }).optional(),
        content: z.array(listItem).min(1),
      }),
    ])
    .meta({ id: `CommentBlock${depth}` });
}

function allLevels(): z.ZodType<CommentBlock> {
  let level = blocksOf(0, null);
  for (let depth = 1; depth <= deepestNesting; depth++) level = blocksOf(depth, level);
  return level;
}

const block = allLevels();

/**
 * Accepts exactly what can be drawn: no unknown node, mark or attribute, http, https and mailto links only, at most
 * `longestComment` characters, not empty. What is refused is refused, never repaired.
 */
export const commentBody = bodyOf("comment").meta({ id: "CommentBody" });

/** The same for why a verdict was given. */
export const reasonBody = bodyOf("reason").meta({ id: "ReasonBody" });

function bodyOf(what: "comment" | "reason"): z.ZodType<CommentBody> {
  return z
    .strictObject({ type: z.literal("doc"), content: z.array(block).min(1) })
    .refine((body) => !isTooBig(body), { error: `This ${what} has too many parts. Shorten it.` })
    .refine((body) => plainTextOf(body).length <= longestComment, {
      error: `A ${what} can have at most ${inFigures(longestComment)} characters.`,
    })
    .refine((body) => hasWords(body), { error: "Write something first." });
}

function isTooBig(body: CommentBody): boolean {
  let nodes = 0;
  for (const _ of nodesOf(body)) if (++nodes > mostNodes) return true;
  return false;
}

/** True when the comment says something: a letter, number, mark or symbol, not only spaces or invisible characters. */
export function hasWords(body: CommentBody): boolean {
  return visible.test(plainTextOf(body));
}

type AnyNode = CommentBlock | Inline | ListItem | { type: "text"; text: string };

function* nodesOf(parent: CommentBody | AnyNode): Generator<AnyNode> {
  for (const node of "content" in parent ? (parent.content ?? []) : []) {
    yield node;
    yield* nodesOf(node);
  }
}

/** The comment in plain text, for search, lists and the clipboard: a line for each block, mentions as "@name". */
export function plainTextOf(body: CommentBody): string {
  return body.content.map(textOfBlock).join("\n");
}

function textOfBlock(block: CommentBlock | ListItem): string {
  switch (block.type) {
    case "paragraph":
      return (block.content ?? []).map(textOfInline).join("");
    case "codeBlock":
      return (block.content ?? []).map((node) => node.text).join("");
    default:
      return (block.content as (CommentBlock | ListItem)[]).map(textOfBlock).join("\n");
  }
}

function textOfInline(node: Inline): string {
  if (node.type === "text") return node.text;
  return node.type === "mention" ? `@${node.attrs.label}` : "\n";
}

/** Ids of the people mentioned, each once, in the order of their first mention. */
export function mentionsIn(body: CommentBody): string[] {
  return [...mentionLabels(body).keys()];
}

/** The name that the body gives to each person it mentions, by id: the writer's own word. */
export function mentionLabels(body: CommentBody): Map<string, string> {
  const labels = new Map<string, string>();
  for (const node of nodesOf(body)) {
    if (node.type === "mention" && !labels.has(node.attrs.id)) labels.set(node.attrs.id, node.attrs.label);
  }
  return labels;
}

/** A body with nothing but this text: a paragraph for each line. For the fallback field and for tests. */
export function bodyOfText(value: string): CommentBody {
  return {
    type: "doc",
    content: value
      .split("\n")
      .map((line) =>
        line ? { type: "paragraph", content: [{ type: "text", text: line }] } : { type: "paragraph" },
      ),
  };
}
