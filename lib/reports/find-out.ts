import { countConfidence } from "@/lib/assessments/confidence";
import { verdictOrder } from "@/lib/assessments/scale";
import { type AxisStanding, type Judgement, shownVerdict } from "@/lib/assessments/standing";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameWithin } from "@/lib/discussion/name-of";
import type { Discussion } from "@/lib/discussion/schema";
import { cleanBody } from "./clean-body";
import type { Finding, OpenQuestion, ReportChoices, ReportNote } from "./schema";

export type Terms = {
  choices: ReportChoices;
  /** For publication: of what is not resolved nothing is told but that it is open. */
  isPublic: boolean;
  nameOf: (personId: string) => string;
};

/** Whether an editor's word holds on at least one axis. */
export function isResolved({ verdicts: { so, said } }: Pick<PassageEntry, "verdicts">): boolean {
  return so.state === "resolved" || said?.state === "resolved";
}

/** How it stands on one axis, as far as a report tells; null where it tells nothing. */
export function findOut(standing: AxisStanding, terms: Terms): Finding | null {
  const { axis, resolution } = standing;
  const untold = { verdict: null, judged: null, counting: null, resolved: null, confidence: null };
  const nothing = { axis, ...untold, dissent: [] };
  if (resolution?.verdict) return resolvedFinding(standing, resolution.verdict, terms);
  if (!terms.choices.unresolved) return null;
  if (terms.isPublic || standing.state === "resolved") return { ...nothing, state: "open" };
  const verdict = shownVerdict(standing);
  const counting = standing.judgements.filter((one) => !one.isStale && !one.isHollow);
  const { state, count } = judgedHere(standing);
  return {
    ...nothing,
    state,
    verdict,
    judged: count,
    counting: state === "hidden" ? null : counting.length,
    confidence: verdict && confidenceOf(counting),
  };
}

/** How it stands by those who have judged what stands there now: nobody of it who judged other words, or another's. */
function judgedHere({ state, count, judgements }: AxisStanding): Pick<AxisStanding, "state" | "count"> {
  const isElsewhere = judgements.filter((one) => one.isStale).length;
  const here = count - isElsewhere;
  return { state: state === "one" && here === 0 ? "none" : state, count: here };
}

function resolvedFinding(
  { axis, resolution, judgements }: AxisStanding,
  verdict: NonNullable<Finding["verdict"]>,
  { choices, nameOf }: Terms,
): Finding {
  const standing = judgements.filter((one) => !one.isStale);
  const other = standing.filter((one) => one.verdict !== verdict);
  return {
    axis,
    state: "resolved",
    verdict,
    judged: null,
    counting: null,
    resolved: resolution && {
      by: choices.names ? nameOf(resolution.by) : null,
      on: resolution.at.slice(0, 10),
      rationale: resolution.rationale && cleanBody(resolution.rationale, choices.names),
    },
    confidence: confidenceOf(standing.filter((one) => one.verdict === verdict && !one.isHollow)),
    dissent: choices.discussion ? dissentOf(other, choices.names ? nameOf : null) : [],
  };
}

function confidenceOf(those: readonly Judgement[]): Finding["confidence"] {
  return those.length === 0 ? null : countConfidence(those.map((one) => one.assessment.confidence));
}

/** Those who see it differently, together where they give the same verdict, and apart where nothing backs it. */
function dissentOf(other: readonly Judgement[], nameOf: ((id: string) => string) | null): Finding["dissent"] {
  return verdictOrder.flatMap((verdict) =>
    [false, true].flatMap((hollow) => {
      const those = other.filter((one) => one.verdict === verdict && one.isHollow === hollow);
      if (those.length === 0) return [];
      const names = nameOf ? those.map((one) => nameOf(one.assessment.by)) : [];
      return { verdict, hollow, count: those.length, names };
    }),
  );
}

/** What is still open about a passage: who said it, either question, and the talk of these. */
export function questionsOf(
  { verdicts: { so, said, speakerId }, threads }: Pick<PassageEntry, "verdicts" | "threads">,
  { number: note, attribution }: Pick<ReportNote, "number" | "attribution">,
  { choices, isPublic }: Terms,
): OpenQuestion[] {
  if (!choices.discussion) return [];
  const talkOf = (about: "attribution" | "accuracy") =>
    threads.filter(
      (one) =>
        one.state === "open" &&
        one.about === about &&
        // That there is a talk about a verdict would tell of a verdict.
        !(isPublic && one.assessmentId),
    ).length;
  const [ofSpeaker, ofWorth] = [talkOf("attribution"), talkOf("accuracy")];
  const ask = (kind: OpenQuestion["kind"], count: number): OpenQuestion => ({
    note,
    kind,
    axis: null,
    count,
  });
  const axes = choices.unresolved ? [so, ...(said && speakerId ? [said] : [])] : [];
  return [
    ...(attribution.state === "none" ? [ask("unsaid", 0)] : []),
    ...(attribution.state === "differing" ? [ask("speakers", attribution.lines.length)] : []),
    ...(ofSpeaker > 0 ? [ask("speakerThreads", ofSpeaker)] : []),
    ...axes.flatMap((one): OpenQuestion[] => {
      const kind = isPublic ? publicKind(one) : kindOf(one);
      return kind ? [{ note, kind, axis: one.axis, count: isPublic ? 0 : judgedHere(one).count }] : [];
    }),
    ...(ofWorth > 0 ? [ask("threads", ofWorth)] : []),
  ];
}

function publicKind({ state }: AxisStanding): OpenQuestion["kind"] | null {
  return state === "resolved" ? null : "open";
}

function kindOf(standing: AxisStanding): OpenQuestion["kind"] | null {
  const { isReopened } = standing;
  const { state } = judgedHere(standing);
  if (state === "resolved") return null;
  if (isReopened) return "reopened";
  return state === "split" || state === "none" ? state : "judged";
}

/** The names of people by their id. */
export function namesIn({ people }: Pick<Discussion, "people">): (personId: string) => string {
  return (id) => nameWithin(people, id);
}
