import { randomUUID } from "node:crypto";
import { findWordsNear } from "@/lib/attributions/find-cue";
import { createAttribution } from "@/lib/attributions/mutations";
import type { AttributionContent } from "@/lib/attributions/schema";
import { createSettlement } from "@/lib/attributions/settlements";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { describePassage } from "@/lib/passages/mutations";
import { addAlias, createSource, editSource, mergeSource } from "@/lib/sources/mutations";
import { acceptSuggestions } from "@/lib/suggestions/accept";
import { changeSuggestion, dismissSuggestion } from "@/lib/suggestions/mutations";
import type { DemoDecision, DemoSaid, DemoSource, DemoVoices } from "./demo-article";
import { findPassage, findSourceId, findSuggestion, findWords } from "./find";
import type { Happening, Scene } from "./happening";

// All through the product's own writes, so that events, numbers and versions are what they would be.

/** Who said what in the article, as colleagues recorded it. */
export function voiceHappenings(scene: Scene, demo: DemoVoices): Happening[] {
  const { viewers } = scene;
  return [
    ...demo.decisions.map((one) => at(one, () => decide(scene, viewers[one.by], one))),
    ...demo.said.map((one) => at(one, () => record(scene, viewers[one.by], one))),
    ...demo.settlements.map((one) =>
      at(one, async () => {
        const passage = await passageOn(scene, one.words);
        const attribution = await db().attribution.findFirstOrThrow({
          where: { passageId: passage.id, byId: viewers[one.choice].userId, stands: true, deletedAt: null },
          select: { id: true, version: true },
        });
        const given = { id: randomUUID(), attribution, replaces: null, why: one.why };
        return createSettlement(viewers[one.by], passage.id, given);
      }),
    ),
    ...demo.claims.map((one) =>
      at(one, async () => {
        const { id, version } = await passageOn(scene, one.words);
        return describePassage(viewers[one.by], id, { version, claimKinds: one.kinds });
      }),
    ),
    ...demo.merges.map((one) => at(one, () => merge(scene, viewers[one.by], one))),
  ];
}

function at({ hoursAgo }: { hoursAgo: number }, store: () => Promise<unknown>): Happening {
  return { hoursAgo, store };
}

/** Enters the sources that an article's importer knows of; they have nothing to do with each other, so all at once. */
export async function storeSources(
  scene: Scene,
  viewer: Viewer,
  sources: readonly DemoSource[],
): Promise<void> {
  await Promise.all(sources.map((source) => storeSource(scene, viewer, source)));
}

async function storeSource(
  { articleId, workspaceId }: Scene,
  viewer: Viewer,
  { name, kind, role, isParty, note, here = [], everywhere = [] }: DemoSource,
): Promise<void> {
  const entered = { id: randomUUID(), kind, name, ...(role ? { role } : {}) };
  const { id } = await createSource(viewer, workspaceId, entered);
  const more = { ...(isParty ? { isParty } : {}), ...(note ? { note } : {}) };
  if (isParty || note) await editSource(viewer, id, { version: 1, ...more });
  for (const text of everywhere) await addAlias(viewer, id, { id: randomUUID(), text, articleId: null });
  for (const text of here) await addAlias(viewer, id, { id: randomUUID(), text, articleId });
}

async function decide(scene: Scene, viewer: Viewer, decision: DemoDecision): Promise<unknown> {
  if ("dismiss" in decision) return dismissSuggestion(viewer, await findSuggestion(scene, decision.dismiss));
  const suggestionId = await findSuggestion(scene, decision.accept);
  const ids = { passageId: randomUUID(), attributionId: randomUUID(), sourceId: randomUUID() };
  return acceptSuggestions(viewer, scene.articleId, { accept: [{ suggestionId, ...ids }] });
}

async function record(scene: Scene, viewer: Viewer, said: DemoSaid): Promise<unknown> {
  const place = findWords(scene, said.words);
  const passage = { ...place, exact: said.words };
  const content = await contentOf(scene, said);
  const attributionId = randomUUID();
  const ids = { passageId: randomUUID(), attributionId };
  if (said.suggestion !== undefined) {
    const suggestionId = await findSuggestion(scene, said.suggestion);
    return changeSuggestion(viewer, suggestionId, { ...ids, passage, content });
  }
  const known = await findPassage(scene, said.words);
  return createAttribution(viewer, scene.articleId, {
    id: attributionId,
    ...(known ? { passageId: known.id } : { passage: { id: ids.passageId, ...passage } }),
    content,
  });
}

async function contentOf(scene: Scene, said: DemoSaid): Promise<AttributionContent> {
  const { source, via = [], directness = "indirect", cueClass = "neutral", channel = "unknown" } = said;
  const choose = async (name: string) => ({ sourceId: await findSourceId(scene, name) });
  const links: AttributionContent["links"] = [];
  for (const name of via) links.push({ id: randomUUID(), source: await choose(name) });
  return {
    voice: source ? "source" : "reporter",
    source: source ? await choose(source) : null,
    directness: source ? directness : null,
    mention: select(scene, said, said.mention),
    cue: select(scene, said, said.cue),
    cueClass: said.cue ? cueClass : null,
    channel,
    polarity: "positive",
    saidAt: said.saidAt ?? null,
    links,
    parentId: null,
  };
}

function select(scene: Scene, said: DemoSaid, words: string | undefined) {
  if (words === undefined) return null;
  const place = findWordsNear(scene.text, words, findWords(scene, said.words));
  if (!place) throw new Error(`A demo article does not say “${words}” near “${said.words}”.`);
  return { ...place, exact: scene.text.slice(place.start, place.end) };
}

async function merge(scene: Scene, viewer: Viewer, { source, into, hoursAgo }: DemoVoices["merges"][number]) {
  await mergeSource(viewer, await findSourceId(scene, source), await findSourceId(scene, into));
  await db().auditEntry.updateMany({
    where: { workspaceId: scene.workspaceId, createdAt: { gt: scene.ago(0) } },
    data: { createdAt: scene.ago(hoursAgo) },
  });
}

async function passageOn(scene: Scene, words: string) {
  const passage = await findPassage(scene, words);
  if (!passage) throw new Error(`Nobody in the demo has marked “${words}”.`);
  return passage;
}
