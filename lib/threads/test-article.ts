import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { db } from "@/lib/db/client";
import { makeArticle, makeComment, makeNewsroom, makeThread } from "@/prisma/factories";
import { bodyOfText, type CommentBody } from "./comment-schema";

export let room: Awaited<ReturnType<typeof makeNewsroom>>;
export let article: Awaited<ReturnType<typeof makeArticle>>;

/** Gives the tests of a file a newsroom with an article. */
export function useArticle(): void {
  beforeAll(async () => {
    room = await makeNewsroom(db());
    article = await makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId });
  });
}

/** The number of what happened last in the article. */
export const lastNumber = async () =>
  (await db().article.findUniqueOrThrow({ where: { id: article.id } })).eventNumber;

/** What somebody writes who mentions this person under this name. */
export function mention(id: string, label: string): CommentBody {
  const content = [
    { type: "text" as const, text: "ask " },
    { type: "mention" as const, attrs: { id, label } },
  ];
  return { type: "doc", content: [{ type: "paragraph", content }] };
}

/** What begins a thread: on the first occurrence of these words, or about the whole article. */
export function newThread(words?: string) {
  const start = words ? article.revision.text.indexOf(words) : 0;
  return {
    id: randomUUID(),
    about: "attribution" as const,
    comment: { id: randomUUID(), body: bodyOfText("Who says so?") },
    ...(words ? { passage: { id: randomUUID(), start, end: start + words.length, exact: words } } : {}),
  };
}

/** A thread about the whole article with one comment. */
export async function makeDiscussed(author = room.member) {
  const thread = await makeThread(db(), { articleId: article.id, createdById: author.userId });
  const comment = await makeComment(db(), { threadId: thread.id, authorId: author.userId, text: "First" });
  return { thread, comment };
}
