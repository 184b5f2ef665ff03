import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { createAttribution, editAttribution } from "@/lib/attributions/mutations";
import { reportersOwn } from "@/lib/attributions/reporters-own";
import type { AttributionContent } from "@/lib/attributions/schema";
import { createSettlement } from "@/lib/attributions/settlements";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { mergeSource } from "@/lib/sources/mutations";
import { makeArticle, makeNewsroom, makePassage, makeSource } from "@/prisma/factories";
import { listNotifications } from "./queries";

useTestDatabase();

let room: Awaited<ReturnType<typeof makeNewsroom>>;
let articleId: string;
let passageId: string;

beforeEach(async () => {
  room = await makeNewsroom(db());
  const createdById = room.member.userId;
  ({ id: articleId } = await makeArticle(db(), {
    workspaceId: room.workspace.id,
    createdById: room.owner.userId,
  }));
  ({ id: passageId } = await makePassage(db(), { articleId, createdById }));
});

const unnamed = { ...reportersOwn, voice: "source", directness: "indirect" } as const;

/** Settles the passage on this; answers with what its marker is told of the speaker. */
async function settleOn(content: AttributionContent) {
  const id = randomUUID();
  await createAttribution(room.owner, articleId, { id, passageId, content });
  const attribution = { id, version: 1 };
  await createSettlement(room.editor, passageId, { id: randomUUID(), attribution, replaces: null });
  return { id, told: await speakerTold() };
}

async function speakerTold() {
  const { notifications } = await listNotifications(room.member);
  return notifications.find((one) => one.kind === "settled")?.speaker;
}

it("tells of a settlement on whom it was made, as they are called after merges", async () => {
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  const source = await makeSource(db(), { ...made, name: "The port" });
  const { told } = await settleOn({ ...unnamed, source: { sourceId: source.id } });
  expect(told).toEqual({ voice: "source", name: "The port" });
  const into = await makeSource(db(), { ...made, name: "Port authority" });
  await mergeSource(room.owner, source.id, into.id);
  expect(await speakerTold()).toEqual({ voice: "source", name: "Port authority" });
});

it("tells of the reporter's own words, and of somebody unnamed, until they are changed", async () => {
  const { id, told } = await settleOn(unnamed);
  expect(told).toEqual({ voice: "source", name: null });
  await editAttribution(room.owner, id, { version: 1, content: reportersOwn });
  expect(await speakerTold()).toBeNull();
});

it("names nobody as having said what they deny", async () => {
  const { told } = await settleOn({ ...unnamed, cueClass: "denying", polarity: "negative" });
  expect(told).toBeNull();
});
