import { beforeEach } from "vitest";
import { db } from "@/lib/db/client";
import { makeArticle, makeAttribution, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import type { LedgerQuery } from "./ledger-schema";
import { listLedger } from "./workspace-ledger";

export let room: Awaited<ReturnType<typeof makeNewsroom>>;
export let article: Awaited<ReturnType<typeof makeArticle>>;

export const text = [
  "The harbour",
  "The port will reopen in March, Ida Holm said. “We lost two winters,” she said.",
  "The court had closed it, the paper wrote. Half of the boats have left.",
].join("\n\n");

/** Words of the article. */
export const words = {
  port: "The port will reopen in March",
  winters: "“We lost two winters,”",
  court: "The court had closed it",
};

/** Gives each test a newsroom, so that its ledger has only what the test put there, and an article. */
export function useNewsroom(): void {
  beforeEach(async () => {
    room = await makeNewsroom(db());
    article = await write({ publishedAt: new Date("2026-03-10") });
  });
}

/** An article of the newsroom. */
export const write = (over: Partial<Parameters<typeof makeArticle>[1]> = {}) =>
  makeArticle(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, text, ...over });

/** A source of the newsroom. */
export const source = (name: string, over: Partial<Parameters<typeof makeSource>[1]> = {}) =>
  makeSource(db(), { workspaceId: room.workspace.id, createdById: room.owner.userId, name, ...over });

/** Has the source say these words in the article. */
export async function say(
  sourceId: string | null,
  {
    articleId = article.id,
    words: exact = words.port,
    ...over
  }: Record<string, unknown> & {
    articleId?: string;
    words?: string;
    passageId?: string;
  } = {},
) {
  const { passageId } = over;
  const id =
    passageId ?? (await makePassage(db(), { articleId, createdById: room.member.userId, words: exact })).id;
  const held = await makeAttribution(db(), { byId: room.member.userId, ...over, sourceId, passageId: id });
  return { passageId: id, attributionId: held.id };
}

/** The rows of the ledger. */
export async function list(query: Omit<LedgerQuery, "cursor"> = {}, viewer = room.viewer) {
  return (await listLedger(viewer, room.workspace.id, query)).rows;
}

/** The names of the sources, in the order of the rows. */
export const names = (rows: { source: { name: string } }[]) => rows.map((row) => row.source.name);
