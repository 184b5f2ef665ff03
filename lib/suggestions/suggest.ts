import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type BlockPlace, blockPlaceSchema } from "@/lib/articles/document-schema";
import { isUnnamed } from "@/lib/attributions/describe-attribution";
import { db } from "@/lib/db/client";
import { type Tx, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { runInWorker, type Task } from "@/lib/http/worker";
import { storeEvent } from "@/lib/live/events";
import { log } from "@/lib/log";
import { isSuggestedFor } from "./languages";
import { engineVersion, type MadeSuggestion, makeSuggestions } from "./make-suggestions";
import { type SuggestionState, suggestedSpeaker } from "./schema";

// Articles whose suggestions are known to be made, so that most openings ask the database nothing.
const made = new Set<string>();
const mostRemembered = 5_000;

/** Texts that are being read; whoever opens one meanwhile waits for the same reading. */
const underway = new Map<string, Promise<void>>();

/**
 * Sees to it that this version of the rules has read the article's latest text. Does nothing where it has. The caller
 * has checked who asks. Two openings at once make them once; if it fails, the article opens without them,
 * and the next opening tries again. A text that took too long counts as read: what an earlier version proposed stays.
 */
export async function ensureSuggestions(articleId: string): Promise<void> {
  try {
    await makeWhenMissing(articleId);
  } catch (error) {
    log().error({ articleId, err: error }, "suggestions could not be made");
  }
}

async function makeWhenMissing(articleId: string): Promise<void> {
  const revision = await db().revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!revision || made.has(revision.id)) return;
  const key = { revisionId: revision.id, engine: engineVersion };
  const known = await db().suggestionRun.findUnique({
    where: { revisionId_engine: key },
    select: { engine: true },
  });
  if (!known) {
    const forget = () => void underway.delete(revision.id);
    const suggesting = underway.get(revision.id) ?? suggest(articleId, revision.id).finally(forget);
    underway.set(revision.id, suggesting);
    await suggesting;
  }
  if (made.size >= mostRemembered) made.clear();
  made.add(revision.id);
}

async function suggest(articleId: string, revisionId: string): Promise<void> {
  const { text, blocks, article } = await db().revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { text: true, blocks: true, article: { select: { language: true } } },
  });
  const isRead = isSuggestedFor(article.language);
  const places = z.array(blockPlaceSchema).parse(blocks);
  const found = isRead ? await readOrGiveUp(articleId, text, places) : [];
  await transaction(async (tx) => {
    // Whoever comes second waits here, and then sees that the first has stored its run.
    await tx.$queryRaw`SELECT 1 FROM "Article" WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
    const key = { revisionId, engine: engineVersion };
    const { count } = await tx.suggestionRun.createMany({ data: [key], skipDuplicates: true });
    if (count === 1 && found) await storeSuggestions(tx, articleId, revisionId, found);
  });
}

/**
 * The longest text, in UTF-16 units, that is read in the thread that answers everybody: 1,300 words take it 20 ms, and
 * the worst that we could think of 100. The other thread takes half a second and 45 MB to start, once, then 2 ms a text.
 */
const longestInline = 8_000;
const reading: Task<Parameters<typeof makeSuggestions>, MadeSuggestion[]> = {
  file: "lib/suggestions/make-suggestions.ts",
  name: "makeSuggestions",
  run: makeSuggestions,
  refusal: "This text is too long for the rules.",
  // Two megabytes, the longest article, take four seconds on an idle machine, and eight at worst.
  limitMs: 60_000,
};

async function read(text: string, blocks: BlockPlace[]): Promise<MadeSuggestion[]> {
  return text.length <= longestInline ? makeSuggestions(text, blocks) : runInWorker(reading, text, blocks);
}

/** Null where the text took too long, which it would at every opening. */
async function readOrGiveUp(
  articleId: string,
  text: string,
  blocks: BlockPlace[],
): Promise<MadeSuggestion[] | null> {
  try {
    return await read(text, blocks);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "too-large") throw error;
    log().warn({ articleId, length: text.length }, "a text was too much for the rules");
    return null;
  }
}

type Proposed = Pick<MadeSuggestion, "start" | "end" | "kind" | "speaker">;

/**
 * Whether what somebody decided about an earlier version's suggestion is decided for this one: the same words of the
 * same speaker. Where a person has named another source, or the rules know less by now than they did, the words stay
 * decided whoever is proposed.
 */
function staysDecided(earlier: Proposed & { state: SuggestionState }, one: Proposed): boolean {
  const isSame = earlier.kind === one.kind && earlier.start === one.start && earlier.end === one.end;
  if (!isSame || earlier.speaker?.name === one.speaker?.name) return isSame;
  const isOfSameWords =
    earlier.speaker?.start === one.speaker?.start && earlier.speaker?.end === one.speaker?.end;
  return isOfSameWords && (earlier.state === "changed" || (one.speaker !== null && isUnnamed(one.speaker)));
}

/** Stores what was found; what is decided stays so. */
async function storeSuggestions(
  tx: Tx,
  articleId: string,
  revisionId: string,
  found: MadeSuggestion[],
): Promise<void> {
  const rows = await tx.suggestion.findMany({
    where: { revisionId, state: { not: "open" } },
    select: { id: true, state: true, start: true, end: true, kind: true, speaker: true },
  });
  const decided = rows.map((row) => ({ ...row, speaker: suggestedSpeaker.nullable().parse(row.speaker) }));
  const { count: deleted } = await tx.suggestion.deleteMany({ where: { revisionId, state: "open" } });
  const known = found.map((one) => decided.find((other) => staysDecided(other, one))?.id);
  const ids = known.map((id) => id ?? randomUUID());
  const isNew = known.map((id) => id === undefined);
  if (!isNew.includes(true) && deleted === 0) return;
  const number = await storeEvent(tx, { articleId, kind: "suggestion.made", ids: {}, actorId: null });
  const made = found.flatMap(({ parent, ...one }, index) =>
    isNew[index] ? { ...one, id: ids[index], parentId: parent === null ? null : (ids[parent] ?? null) } : [],
  );
  // As one value: nine thousand of them, each field a parameter, took ten seconds of the article's lock.
  await tx.$executeRaw`
    INSERT INTO "Suggestion" (id, "articleId", "revisionId", engine, kind, start, "end", "claimKinds", directness,
      speaker, cue, "parentId", rule, confidence, number)
    SELECT r.id, ${articleId}::uuid, ${revisionId}::uuid, ${engineVersion}, r.kind, r.start, r."end", r."claimKinds",
      r.directness, r.speaker, r.cue, r."parentId", r.rule, r.confidence, ${number}
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS r(id uuid, kind "SuggestionKind", start int, "end" int,
      "claimKinds" "ClaimKind"[], directness "Directness", speaker jsonb, cue jsonb, "parentId" uuid, rule text,
      confidence float8)`;
}
