import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { getDiscussion } from "@/lib/discussion/queries";
import { makeArticle, makeNewsroom } from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import type { SuggestionView } from "./schema";

export const text = [
  "Ferry skipped checks",
  "The Courier reported that the operator, Norline, said the test was done on 3 March.",
  "“We lost two winters,” Ida Holm said. Holm said the boats had left.",
  "Nineteen people were treated in 2026.",
].join("\n\n");

export let room: Awaited<ReturnType<typeof makeNewsroom>>;
export let article: Awaited<ReturnType<typeof makeArticle>>;
export let offered: SuggestionView[];

/** Gives each test an article and what is suggested in it, which the variables beside this hold. */
export function useSuggestions(): void {
  beforeAll(async () => {
    room = await makeNewsroom(db());
  });
  beforeEach(async () => {
    const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
    article = await makeArticle(db(), { ...made, text });
    offered = (await getDiscussion(room.member, article.id)).suggestions;
  });
}

/** What is suggested as this speaker's word, or without a speaker as a claim. */
export function suggestion(name: string, index = 0): SuggestionView {
  const found = offered.filter((one) => (one.speaker?.name ?? "claim") === name)[index];
  if (!found) throw new Error(`Nothing is suggested for ${name}: ${offered.map((one) => one.speaker?.name)}`);
  return found;
}

/** Ids of what an accepted suggestion becomes. */
export const newIds = () => ({
  passageId: randomUUID(),
  attributionId: randomUUID(),
  sourceId: randomUUID(),
});

/** The same for a source that is there already. */
export const newIdsOnly = () => ({ passageId: randomUUID(), attributionId: randomUUID() });

/** Has this person accept suggestions as they are. */
export function accept(viewer: Viewer, ...suggestions: SuggestionView[]) {
  const given = suggestions.map((one) => ({ suggestionId: one.id, ...newIds() }));
  return acceptSuggestions(viewer, article.id, { accept: given });
}

/** What has become of a suggestion. */
export const stateOf = async (id: string) =>
  (await db().suggestion.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
