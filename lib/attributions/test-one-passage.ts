import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { makeArticle, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { createAttribution } from "./mutations";
import type { AttributionContent } from "./schema";
import { saysOf } from "./test-content";

const text =
  "Port to reopen\n\nThe port will reopen in March, Ida Holm told the Courier. The court had closed it, the paper said.";

export let room: Awaited<ReturnType<typeof makeNewsroom>>;
export let article: Awaited<ReturnType<typeof makeArticle>>;
export let passageId: string;
export let ida: string;
export let courier: string;
/** The attributions of the member, of Ida Holm, and of the editor, of the Courier. */
export let members: string;
export let editors: string;

/** Gives each test an article with one passage and two sources, which the variables beside this hold. */
export function useOnePassage(): void {
  beforeAll(async () => {
    room = await makeNewsroom(db());
  });
  beforeEach(async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    article = await makeArticle(db(), { ...made, text });
    ida = (await makeSource(db(), { ...made, name: "Ida Holm" })).id;
    courier = (await makeSource(db(), { ...made, name: "Courier", kind: "organisation" })).id;
    passageId = (
      await makePassage(db(), {
        articleId: article.id,
        createdById: room.member.userId,
        words: "The port will reopen in March",
      })
    ).id;
  });
}

/** Gives each test two attributions of the passage besides, which differ. */
export function useTwoAttributions(): void {
  beforeEach(async () => {
    [members, editors] = [randomUUID(), randomUUID()];
    await create(room.member, says(ida), members);
    await create(room.editor, says(courier), editors);
  });
}

/** Where the article says these words. */
export function select(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, exact: words };
}

/** That the source said it, as Ida Holm told the Courier. */
export const says = (sourceId: string, over: Partial<AttributionContent> = {}): AttributionContent =>
  saysOf(sourceId, {
    mention: select("Ida Holm"),
    cue: select("told"),
    cueClass: "neutral" as const,
    ...over,
  });

/** Has this person record who said the passage. */
export const create = (viewer: Viewer, content: AttributionContent, id: string = randomUUID()) =>
  createAttribution(viewer, article.id, { id, passageId, content });

/** What this person holds of the passage. */
export const mine = (viewer: Viewer) =>
  db().attribution.findMany({ where: { passageId, byId: viewer.userId, deletedAt: null } });
