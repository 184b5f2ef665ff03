import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { AppError, idTaken, notFound } from "@/lib/errors";
import { checkQuote } from "@/lib/passages/check-quote";
import type { Selection } from "@/lib/passages/schema";
import { holdSources } from "@/lib/sources/hold-sources";
import { insertSource } from "@/lib/sources/mutations";
import type { NewSource } from "@/lib/sources/schema";
import type { Span } from "@/lib/text/offsets";
import { closesCircle, ownLinks } from "./chain";
import { attributionSelect, toAttributionView } from "./queries";
import type { AttributionContent, AttributionView, SourceChoice } from "./schema";

/** Where an attribution is stored: its passage, and the event that it belongs to. */
export type ContentPlace = {
  articleId: string;
  workspaceId: string;
  passageId: string;
  number: number;
  now: Date;
};

/**
 * The attributions of an article that are not deleted, by id. Who writes keeps it current, so that one read is enough
 * for many writes.
 */
export type Living = Map<string, AttributionView>;

/**
 * Holds the named words against the article's own text, since the browser is never believed, and refuses a mention
 * that is the passage itself: nobody's name is what they said.
 */
export function checkPlaces(text: string, passage: Span, { mention, cue }: AttributionContent): void {
  for (const [field, given] of [
    ["mention", mention],
    ["cue", cue],
  ] as const) {
    if (given) checkPlace(text, given, `content.${field}`);
  }
  if (mention && mention.start === passage.start && mention.end === passage.end) {
    const message = "The words that name the source cannot be the passage itself.";
    throw new AppError("invalid", message, { fields: { "content.mention": message } });
  }
}

function checkPlace(text: string, given: Selection, field: string): void {
  const checked = checkQuote(text, given);
  if (!checked.ok) throw new AppError("invalid", checked.message, { fields: { [field]: checked.message } });
}

/**
 * Makes the sources that came along and keeps all that are named from being taken away until the transaction ends. Call
 * it before the article is locked: whoever changes a source locks in this order, too.
 */
export async function prepareSources(
  tx: Tx,
  viewer: Viewer,
  workspaceId: string,
  content: AttributionContent,
): Promise<void> {
  const choices = [content.source, ...content.links.map((one) => one.source)];
  const made = choices.flatMap((one) => (one && "newSource" in one ? one.newSource : []));
  for (const one of made) await makeSource(tx, viewer, workspaceId, one);
  const ids = [...new Set(choices.flatMap((one) => idOf(one) ?? []))];
  const held = await holdSources(tx, workspaceId, ids);
  if (held.size < ids.length) throw notFound("source");
}

/** A source that was made by an earlier try, or stands in the chain twice, is taken as it is. */
async function makeSource(tx: Tx, viewer: Viewer, workspaceId: string, given: NewSource): Promise<void> {
  const known = await tx.source.findUnique({ where: { id: given.id }, select: { workspaceId: true } });
  if (known && known.workspaceId !== workspaceId) throw notFound("source");
  if (!known) await insertSource(tx, viewer, workspaceId, given);
}

/** The id of a chosen source; null for one that the text does not name. */
export function idOf(choice: SourceChoice): string | null {
  if (!choice) return null;
  return "sourceId" in choice ? choice.sourceId : choice.newSource.id;
}

/**
 * Stores the links of a chain on the passage's own words, outermost first, and says which attribution the innermost
 * word is reported by. Links that the chain had before and has no more are taken away.
 */
export async function storeLinks(
  tx: Tx,
  viewer: Viewer,
  place: ContentPlace,
  living: Living,
  headId: string,
  { links, parentId }: Pick<AttributionContent, "links" | "parentId">,
): Promise<string | null> {
  if (links.some((one) => one.id === headId)) throw idTaken();
  const head = living.get(headId);
  const before = head ? ownLinks(head, living) : [];
  // What has reported it so far may go on doing so, also when it was taken back: a missing link is drawn as missing.
  const isKept = head && parentId === (before.at(-1) ?? head).parentId;
  if (!isKept) checkParent(living, viewer, place, [headId, ...links.map((one) => one.id)], parentId);
  const gone = before.filter((one) => !links.some((link) => link.id === one.id)).map((one) => one.id);
  await removeRows(tx, place, gone);
  for (const id of gone) living.delete(id);
  let above = parentId;
  for (const link of links.toReversed()) {
    const known = before.find((one) => one.id === link.id);
    const data = { sourceId: idOf(link.source), parentId: above };
    const stored = known
      ? await changeLink(tx, place, known, data)
      : await insertLink(tx, viewer, place, link.id, data);
    living.set(link.id, stored);
    above = link.id;
  }
  return above;
}

type LinkData = { sourceId: string | null; parentId: string | null };

async function insertLink(
  tx: Tx,
  viewer: Viewer,
  { articleId, passageId, number, now }: ContentPlace,
  id: string,
  data: LinkData,
): Promise<AttributionView> {
  const row = await tx.attribution.create({
    data: {
      ...data,
      id,
      articleId,
      passageId,
      voice: "source",
      stands: false,
      byId: viewer.userId,
      createdAt: now,
      changedAt: now,
      createdNumber: number,
      contentNumber: number,
      number,
    },
    select: attributionSelect,
  });
  return toAttributionView(row);
}

/** Changes a link of a chain; what it said is kept. One that stays as it is is left alone. */
async function changeLink(
  tx: Tx,
  { number, now }: ContentPlace,
  was: AttributionView,
  data: LinkData,
): Promise<AttributionView> {
  if (was.sourceId === data.sourceId && was.parentId === data.parentId) return was;
  await storeRevision(tx, was);
  const row = await tx.attribution.update({
    where: { id: was.id },
    data: { ...data, changedAt: now, contentNumber: number, number, version: { increment: 1 } },
    select: attributionSelect,
  });
  return toAttributionView(row);
}

/** Keeps what an attribution said before a change. */
export async function storeRevision(tx: Tx, was: AttributionView): Promise<void> {
  await tx.attributionRevision.create({
    data: { attributionId: was.id, version: was.version, was, at: new Date(was.changedAt) },
    select: { version: true },
  });
}

/** A parent stands in this article, not below any of what it is to report; on the same words only one's own may be it. */
function checkParent(
  living: ReadonlyMap<string, AttributionView>,
  viewer: Viewer,
  { passageId }: ContentPlace,
  reported: string[],
  parentId: string | null,
): void {
  if (parentId === null) return;
  const parent = living.get(parentId);
  if (!parent) throw notFound("attribution");
  const isOthers = parent.passageId === passageId && parent.by !== viewer.userId;
  if (!isOthers && !reported.some((id) => closesCircle(id, parentId, living))) return;
  const message =
    "These words would report themselves. Choose another passage, or name the source in the chain.";
  throw new AppError("invalid", message, { fields: { "content.parentId": message } });
}

/** Takes attributions away; they can come back with the one that they belong to. */
export async function removeRows(
  tx: Tx,
  { number, now }: Pick<ContentPlace, "number" | "now">,
  ids: string[],
) {
  if (ids.length === 0) return;
  await tx.attribution.updateMany({
    where: { id: { in: ids } },
    data: { deletedAt: now, number, stands: false },
  });
}

/** What of the content goes into the attribution's own row. */
export function columnsOf(content: AttributionContent) {
  const { voice, source, directness, mention, cue, cueClass, channel, polarity, saidAt } = content;
  const isSource = voice === "source";
  return {
    voice,
    sourceId: idOf(source),
    directness: isSource ? directness : null,
    mentionStart: mention?.start ?? null,
    mentionEnd: mention?.end ?? null,
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    cueClass: cue ? cueClass : null,
    channel,
    polarity,
    saidAt: saidAt ? new Date(saidAt) : null,
  };
}

/** Rows of these ids that are not deleted, as they are now. */
export async function readRows(tx: Tx, ids: string[]): Promise<AttributionView[]> {
  const rows = await tx.attribution.findMany({
    where: { id: { in: ids }, deletedAt: null },
    orderBy: [{ createdNumber: "asc" }, { id: "asc" }],
    select: attributionSelect,
  });
  return rows.map(toAttributionView);
}

/** Whether an attribution and its chain say this already: a retry of what came through asks for what is so. */
export async function saysSo(
  tx: Tx,
  living: Living,
  current: AttributionView,
  content: AttributionContent,
): Promise<boolean> {
  const row = await tx.attribution.findUniqueOrThrow({
    where: { id: current.id },
    select: attributionSelect,
  });
  const asked = columnsOf(content);
  const links = ownLinks(current, living);
  const chainOf = (all: readonly { id: string; sourceId: string | null }[], parentId: string | null) =>
    JSON.stringify([...all.map(({ id, sourceId }) => [id, sourceId]), parentId]);
  return (
    Object.entries(asked).every(
      ([key, value]) => String(row[key as keyof typeof row] ?? "") === String(value ?? ""),
    ) &&
    chainOf(links, (links.at(-1) ?? current).parentId) ===
      chainOf(
        content.links.map(({ id, source }) => ({ id, sourceId: idOf(source) })),
        content.parentId,
      )
  );
}
