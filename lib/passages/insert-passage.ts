import "server-only";
import { latestRevision } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { AppError, idTaken } from "@/lib/errors";
import type { Span } from "@/lib/text/offsets";
import { updatePassage } from "./change-passage";
import { checkQuote } from "./check-quote";
import { describeQuote, type Quote } from "./describe-quote";
import { passageSelect, toPassageView } from "./queries";
import type { ClaimKind, NewPassage, PassageView, Selection } from "./schema";

/** A selection that has been held against our own text, ready to be stored. */
export type CheckedPassage = Quote & {
  id: string;
  revisionId: string;
  start: number;
  end: number;
  claimKinds: ClaimKind[];
};

/** The passage of this id when it is this viewer's in this article; null when the id is free, refused otherwise. */
export async function findOwnPassage(
  viewer: Viewer,
  articleId: string,
  passageId: string,
): Promise<PassageView | null> {
  const passage = await db().passage.findUnique({
    where: { id: passageId },
    select: { ...passageSelect, articleId: true, deletedAt: true },
  });
  if (!passage) return null;
  const { articleId: place, deletedAt, ...row } = passage;
  if (row.createdById !== viewer.userId || place !== articleId) throw idTaken();
  if (deletedAt) throw new AppError("gone", "This passage was deleted meanwhile. Mark it again.");
  return toPassageView(row);
}

/** Holds a selection against the article's latest text; refuses it with a sentence that says what is there. */
export async function checkPassage(articleId: string, given: NewPassage): Promise<CheckedPassage> {
  const { id, text, language } = await latestRevision(articleId);
  const { claimKinds = [] } = given;
  return { id: given.id, revisionId: id, claimKinds, ...checkSelection(text, given, language) };
}

/** The words of a selection in this text, described; refused like `checkPassage`. */
export function checkSelection(
  text: string,
  given: Selection,
  language: string,
): Quote & { start: number; end: number } {
  const checked = checkQuote(text, given);
  if (!checked.ok) throw new AppError("invalid", checked.message, { fields: { exact: checked.message } });
  return { ...checked.span, ...describeQuote(text, checked.span, language) };
}

/** Stores a checked passage inside the caller's transaction, under the number the caller took. */
export async function insertPassage(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  passage: CheckedPassage,
  number: number,
): Promise<PassageView> {
  const row = await tx.passage.create({
    data: {
      ...passage,
      articleId,
      createdById: viewer.userId,
      createdNumber: number,
      number,
    },
    select: passageSelect,
  });
  return toPassageView(row);
}

/** Passages by the words that they stand on; of several on the same words the oldest. */
export type PassagesAt = Map<string, PassageView>;

/** The passages that stand on exactly these words of a revision. */
export async function readPassagesAt(
  tx: Tx,
  articleId: string,
  revisionId: string,
  spans: readonly Span[],
): Promise<PassagesAt> {
  const rows = await tx.passage.findMany({
    where: { articleId, revisionId, deletedAt: null, start: { in: spans.map((one) => one.start) } },
    orderBy: [{ createdNumber: "desc" }, { id: "desc" }],
    select: passageSelect,
  });
  return new Map(rows.map((row) => [placeKey(row), toPassageView(row)]));
}

function placeKey({ start, end }: Span): string {
  return `${start} ${end}`;
}

/**
 * The passage that stands on exactly these words already, whoever marked it, or a new one. Kinds of claim that it did
 * not have are added. Call it under the article's lock, under which `there` was read; it is kept current.
 */
export async function findOrInsertPassage(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  passage: CheckedPassage,
  number: number,
  there: PassagesAt,
): Promise<PassageView> {
  const key = placeKey(passage);
  const known = there.get(key);
  const added = passage.claimKinds.filter((kind) => !known?.claimKinds.includes(kind));
  if (known && added.length === 0) return known;
  const stored = known
    ? await updatePassage(tx, known.id, { claimKinds: [...known.claimKinds, ...added], number })
    : await insertPassage(tx, viewer, articleId, passage, number);
  there.set(key, stored);
  return stored;
}
