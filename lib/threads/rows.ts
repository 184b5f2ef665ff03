import "server-only";
import { createHash } from "node:crypto";
import type { Prisma } from "@/prisma/generated/client";
import { bodyOfText, type CommentBody, commentBody } from "./comment-schema";
import { reactionEmoji } from "./reactions";
import type { CommentView, ThreadView } from "./schema";

/** What leaves the server of a thread. */
export const threadSelect = {
  id: true,
  passageId: true,
  sourceId: true,
  assessmentId: true,
  about: true,
  state: true,
  createdById: true,
  createdAt: true,
  assigneeId: true,
  version: true,
  createdNumber: true,
  number: true,
  stateChanges: {
    select: { id: true, state: true, byId: true, why: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ThreadSelect;

/** What leaves the server of a comment; toCommentView keeps back what was deleted. */
export const commentSelect = {
  id: true,
  threadId: true,
  authorId: true,
  body: true,
  text: true,
  mentions: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  deletedById: true,
  version: true,
  createdNumber: true,
  number: true,
  reactions: { select: { emoji: true, userId: true }, orderBy: [{ createdAt: "asc" }, { userId: "asc" }] },
} satisfies Prisma.CommentSelect;

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;
type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;

export function toThreadView({
  createdById,
  createdAt,
  assigneeId,
  stateChanges,
  ...row
}: ThreadRow): ThreadView {
  return {
    ...row,
    createdBy: createdById,
    createdAt: createdAt.toISOString(),
    assignee: assigneeId,
    changes: stateChanges.map(({ byId, at, ...change }) => ({ ...change, by: byId, at: at.toISOString() })),
  };
}

/** A deleted comment keeps its place, author and times, and loses its words and reactions. */
export function toCommentView(row: CommentRow): CommentView {
  const isDeleted = row.deletedAt !== null;
  return {
    id: row.id,
    threadId: row.threadId,
    author: row.authorId,
    body: isDeleted ? null : parseBody(row),
    text: isDeleted ? "" : row.text,
    mentions: isDeleted ? [] : row.mentions,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    deletedBy: row.deletedById,
    version: row.version,
    createdNumber: row.createdNumber,
    number: row.number,
    reactions: isDeleted ? [] : groupReactions(row.reactions),
  };
}

function groupReactions(rows: CommentRow["reactions"]): CommentView["reactions"] {
  if (rows.length === 0) return [];
  return reactionEmoji.flatMap((emoji) => {
    const by = rows.filter((one) => one.emoji === emoji).map((one) => one.userId);
    return by.length > 0 ? [{ emoji, by }] : [];
  });
}

// Whatever way a row came into the table, only what the schema allows leaves it. Checking costs more than reading,
// so the bodies that passed are remembered by their hash.
const passed = new Set<string>();
const mostRemembered = 50_000;

/** A stored wording, or its plain text where the schema does not draw it any more. */
export function parseBody(row: { body: Prisma.JsonValue; text: string }): CommentBody {
  const hash = createHash("sha256").update(JSON.stringify(row.body)).digest("base64");
  if (passed.has(hash)) return row.body as CommentBody;
  const parsed = commentBody.safeParse(row.body);
  // One row that the schema no longer draws must not take the discussion away.
  if (!parsed.success) return bodyOfText(row.text);
  if (passed.size >= mostRemembered) passed.clear();
  passed.add(hash);
  return parsed.data;
}
