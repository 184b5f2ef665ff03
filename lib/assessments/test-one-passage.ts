import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import { createAttribution } from "@/lib/attributions/mutations";
import { saysOf } from "@/lib/attributions/test-content";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { makeArticle, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { createEvidence } from "./evidence";
import { createAssessment } from "./mutations";
import { createResolution } from "./resolutions";
import type { Bearing, NewAssessment, NewResolution, Verdict } from "./schema";

export let room: Awaited<ReturnType<typeof makeNewsroom>>;
export let article: Awaited<ReturnType<typeof makeArticle>>;
export let passageId: string;
export let exact: string;

/** Gives each test an article with one passage and no notifications, which the variables beside this hold. */
export function useOnePassage(): void {
  beforeAll(async () => {
    room = await makeNewsroom(db());
  });
  beforeEach(async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    article = await makeArticle(db(), made);
    const passage = await makePassage(db(), {
      articleId: article.id,
      createdById: room.member.userId,
      words: "two winters",
    });
    passageId = passage.id;
    exact = passage.exact;
    await db().notification.deleteMany();
  });
}

/** A verdict on the passage as it stands. */
export const verdictOf = (verdict: Verdict | null, over: Partial<NewAssessment> = {}): NewAssessment => ({
  id: randomUUID(),
  axis: "so",
  verdict,
  replaces: null,
  exact,
  sourceId: null,
  ...over,
});

/** Has this person judge the passage. */
export const judge = (viewer: Viewer, verdict: Verdict | null, over: Partial<NewAssessment> = {}) =>
  createAssessment(viewer, passageId, verdictOf(verdict, over));

/** Has the editor resolve it. */
export const resolve = (verdict: Verdict | null, over: Partial<NewResolution> = {}) =>
  createResolution(room.editor, passageId, {
    id: randomUUID(),
    axis: "so",
    verdict,
    replaces: null,
    exact,
    sourceId: null,
    ...over,
  });

/** Has it recorded that a source of this name said it; answers with the source. */
export async function sayWho(name: string, viewer = room.member): Promise<string> {
  const { id } = await makeSource(db(), {
    workspaceId: room.workspace.id,
    createdById: room.owner.userId,
    name,
  });
  await createAttribution(viewer, article.id, { id: randomUUID(), passageId, content: saysOf(id) });
  return id;
}

/** What is added as evidence. */
export const evidence = {
  url: "https://records.example.net/ice",
  title: "Ice register",
  excerpt: "Closed 2023/24 and 2024/25.",
  bearing: "supports" as Bearing,
  primary: true,
};

/** Has this person add evidence. */
export const addEvidence = (viewer = room.member, over: Partial<typeof evidence> = {}) =>
  createEvidence(viewer, passageId, { id: randomUUID(), ...evidence, ...over });

/** A row as its reader has seen it. */
export const read = ({ id, version }: { id: string; version: number }) => ({ id, version });
