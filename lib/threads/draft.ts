import { bodyOfText, type CommentBody, hasWords } from "./comment-schema";
import { type EditorNode, tidyBody } from "./tidy-body";

/** Something half written, as it is kept in the browser; of an edit also on which thread. */
export type CommentDraft = { body: CommentBody; at: string; threadId?: string };

/** Where something is being written: a reply, an edit of a comment, or the start of a thread. */
export type DraftPlace =
  | { threadId: string }
  | { commentId: string; threadId: string }
  /** A passage's id is its own from the first moment, also while it is not stored yet. */
  | { passageId: string | null; about: string };

/** How the names of all drafts of a person in an article begin. */
export function draftPrefix(userId: string, articleId: string): string {
  return `sayso:draft:${userId}:${articleId}:`;
}

/** The name under which a draft is kept: one for each person, article and place. */
export function draftKey(userId: string, articleId: string, place: DraftPlace): string {
  const at =
    "commentId" in place
      ? `comment:${place.commentId}`
      : "threadId" in place
        ? `thread:${place.threadId}`
        : `${place.passageId ?? "article"}:${place.about}`;
  return `${draftPrefix(userId, articleId)}${at}`;
}

/**
 * On which thread or passage something is written, from the rest of its draft's name and from what it says itself; null
 * where on neither, and for an edit that an earlier version has kept.
 */
export function groundOfDraft(
  rest: string,
  { threadId }: CommentDraft,
): { threadId: string } | { passageId: string } | null {
  const [kind = "", id = ""] = rest.split(":");
  if (kind === "thread") return { threadId: id };
  if (kind === "comment") return threadId ? { threadId } : null;
  return kind === "article" ? null : { passageId: kind };
}

/** The draft as text to be stored, or null when there is nothing worth keeping. */
export function writeDraft(body: CommentBody, at: string, place?: DraftPlace): string | null {
  const on = place && "commentId" in place ? { threadId: place.threadId } : {};
  return hasWords(body) ? JSON.stringify({ body, at, ...on }) : null;
}

/** A stored draft, or null for anything that is none. What is damaged is repaired as far as it goes. */
export function readDraft(stored: string | null): CommentDraft | null {
  try {
    const value: unknown = JSON.parse(stored ?? "null");
    if (typeof value !== "object" || value === null || !("body" in value) || !("at" in value)) return null;
    const at = String(value.at);
    if (Number.isNaN(Date.parse(at))) return null;
    const body = typeof value.body === "string" ? bodyOfText(value.body) : tidyBody(value.body as EditorNode);
    const on = "threadId" in value && typeof value.threadId === "string" ? { threadId: value.threadId } : {};
    return hasWords(body) ? { body, at, ...on } : null;
  } catch {
    return null;
  }
}
