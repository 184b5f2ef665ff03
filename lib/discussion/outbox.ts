import type { Axis, EvidenceContent, EvidenceView, NewAssessment } from "@/lib/assessments/schema";
import type { AttributionContent } from "@/lib/attributions/schema";
import type { Order, Queued } from "@/lib/outbox/queue";
import type { NewPassage } from "@/lib/passages/schema";
import { type Post, postOrder } from "@/lib/threads/post";
import type { AttributionDraft } from "./draft-attribution";
import type { Discussion } from "./schema";

/** What an attribution is recorded on: a passage that is stored, or one that goes along with it. */
export type RecordedOn = { passageId: string } | { passage: NewPassage };

/** What is said of a passage, without its id. */
export type Said =
  | {
      kind: "attribution";
      ground: RecordedOn;
      content: AttributionContent;
      /** The form that it was filled in with, to be opened again; null where there was none. */
      draft: AttributionDraft | null;
    }
  | {
      kind: "attributionChange";
      attributionId: string;
      version: number;
      content: AttributionContent;
      draft: AttributionDraft | null;
    }
  | { kind: "assessment"; given: Omit<NewAssessment, "id"> }
  | { kind: "evidence"; content: EvidenceContent };

/** Something said of a passage, on its way: who said it, whether it is so, or what supports it. */
export type Saying = Queued & { passageId: string } & Said;

export type SaidVerdict = Extract<Saying, { kind: "assessment" }>;
export type SaidAttribution = Extract<Saying, { kind: "attribution" | "attributionChange" }>;
export type SaidEvidence = Extract<Saying, { kind: "evidence" }>;

export type NewSaying = Pick<Saying, "id" | "articleId" | "passageId" | "at"> & Said;

/** Said to whoever would put something in the place of what is being sent: it may be stored already. */
export const beingSent = "What you saved before is being sent just now. Save again in a moment.";

/** Everything that goes through the one outbox of an article. */
export type Letter = Post | Saying;

export function isPost(letter: Letter): letter is Post {
  return !("kind" in letter);
}

/**
 * Comments go out thread by thread; what is said of a passage in the order in which it was said, after the passage
 * itself and after the evidence that it rests on. `unsaved` are the passages that have not arrived.
 */
export function letterOrder(all: readonly Letter[], unsaved: ReadonlySet<string>): Order<Letter> {
  const unfinished = new Set(all.flatMap((one) => (one.state === "sent" ? [] : [one.id])));
  return {
    lineOf: (one) => (isPost(one) ? postOrder.lineOf(one) : one.passageId),
    isGate: (one) => isPost(one) && postOrder.isGate(one),
    isHeld: (one) =>
      !isPost(one) &&
      ((unsaved.has(one.passageId) && !goesAlong(one)) || needsOf(one).some((id) => unfinished.has(id))),
  };
}

type Shown = Pick<Discussion, "passages" | "threads" | "sources">;

/**
 * Letters that did not get through, or cannot go, and that no card, panel or thread of the discussion shows: what they
 * stand on was deleted, or is not this person's to see any more. In the order in which they were written.
 */
export function strandedLetters(
  letters: readonly Letter[],
  held: ReadonlySet<string>,
  { passages, threads, sources }: Shown,
): Letter[] {
  const stuck = letters.filter(({ id, state, message }) => state !== "sent" && (message || held.has(id)));
  if (stuck.length === 0) return [];
  const ids = new Set([...passages, ...sources].map(({ id }) => id));
  const isThere = (id: string | null) => id === null || ids.has(id);
  const open = new Set(
    threads.flatMap(({ id, ...on }) => (isThere(on.passageId) && isThere(on.sourceId) ? [id] : [])),
  );
  return stuck.filter((one) => (isPost(one) ? !open.has(one.threadId) : !ids.has(one.passageId)));
}

/** Letters that were refused because what they stand on was gone, and that have it under them again. */
export function groundedLetters(letters: readonly Letter[], shown: Shown): Letter[] {
  const groundless = letters.filter(({ state, isGroundless }) => state === "failed" && isGroundless);
  const stranded = new Set(strandedLetters(groundless, new Set(), shown));
  return groundless.filter((one) => !stranded.has(one));
}

/** Whether something that I wrote on a passage was refused, so that only I can decide about it. */
export function hasRefused(
  letters: readonly Letter[],
  { passage, threads }: { passage: { id: string }; threads: readonly { id: string }[] },
): boolean {
  return letters.some(
    (one) =>
      one.state === "failed" &&
      (isPost(one) ? threads.some(({ id }) => id === one.threadId) : one.passageId === passage.id),
  );
}

/** My verdict on a passage and axis that has not arrived; the last, should there be several. */
export function waitingVerdict(
  sayings: readonly Saying[],
  passageId: string,
  axis: Axis,
): SaidVerdict | undefined {
  return sayings.findLast(
    (one): one is SaidVerdict =>
      one.kind === "assessment" && one.passageId === passageId && one.given.axis === axis,
  );
}

/** What I have recorded of who said a passage, and that has not arrived. */
export function waitingAttribution(
  sayings: readonly Saying[],
  passageId: string,
): SaidAttribution | undefined {
  return sayings.findLast(
    (one): one is SaidAttribution =>
      (one.kind === "attribution" || one.kind === "attributionChange") && one.passageId === passageId,
  );
}

/** A new attribution takes its passage with it. */
function goesAlong(one: Saying): boolean {
  return one.kind === "attribution" && "passage" in one.ground;
}

function needsOf(one: Saying): string[] {
  return one.kind === "assessment" ? (one.given.evidence ?? []).map(({ id }) => id) : [];
}

/** Evidence as it will be when it is stored, but for the site, which the server reads from the address. */
export function evidenceOf(
  { id, passageId, content, at }: Pick<SaidEvidence, "id" | "passageId" | "content" | "at">,
  by: string,
  number: number,
): EvidenceView {
  return { id, passageId, ...content, site: null, addedBy: by, addedAt: at, version: 1, number };
}
