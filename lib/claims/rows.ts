import { sameOrigin } from "@/lib/assessments/origin";
import type { AssessmentView, EvidenceView, JudgedView, ResolutionView } from "@/lib/assessments/schema";
import { type AxisStanding, shownVerdict } from "@/lib/assessments/standing";
import { type PassageVerdicts, readVerdicts } from "@/lib/assessments/verdicts";
import { speakerName } from "@/lib/attributions/describe-attribution";
import { printedWords } from "@/lib/attributions/quoted-words";
import { agreedStance } from "@/lib/attributions/stance";
import { agreedSpeaker, type Standing } from "@/lib/attributions/standing";
import type { Voices } from "@/lib/attributions/voices";
import { inTextOrder } from "@/lib/discussion/list-passages";
import { groupBy } from "@/lib/group-by";
import type { PassageView } from "@/lib/passages/schema";
import type { ThreadState } from "@/lib/threads/schema";
import type { ClaimAxis, ClaimRow } from "./row-schema";

/** What of a thread counts in a table: `number` is that of the last thing that happened in it. */
export type ClaimThread = { passageId: string; state: ThreadState; comments: number; number: number };

export type Given = {
  viewerId: string;
  /** Whose site the article is on. */
  site: string | null;
  passages: readonly PassageView[];
  voices: Voices;
  /** Verdicts in the viewer's sight, and how many there are where they are not. */
  assessments: readonly AssessmentView[];
  judged: readonly JudgedView[];
  evidence: readonly EvidenceView[];
  resolutions: readonly ResolutionView[];
  /** In the viewer's sight. */
  threads: readonly ClaimThread[];
};

/**
 * One row a passage, in text order, made of nothing but what this viewer may see: of verdicts that are hidden only how
 * many there are. `updated.at` is left null, since it needs the event.
 */
export function claimRows(given: Given): ClaimRow[] {
  const verdicts = readVerdicts(given);
  const threadsOf = groupBy(given.threads, (one) => one.passageId);
  const numbers = lastNumbers(given);
  return [...given.passages].sort(inTextOrder).flatMap((passage, index) => {
    const judged = verdicts.get(passage.id);
    if (!judged) return [];
    const threads = threadsOf.get(passage.id) ?? [];
    const standing = given.voices.standings.get(passage.id);
    const { id, version, start, end, exact, claimKinds, assignee, createdAt } = passage;
    return {
      id,
      version,
      place: index + 1,
      start,
      end,
      exact,
      quote: printedWords(passage, standing, given.voices),
      kinds: claimKinds,
      ...voiceOf(standing, given.voices, judged),
      so: toClaimAxis(judged.so),
      said: judged.said && toClaimAxis(judged.said),
      evidence: judged.evidence.length,
      sameOrigin: judged.evidence.filter((one) => sameOrigin(one, judged.origins) !== null).length,
      openThreads: threads.filter((one) => one.state === "open").length,
      comments: threads.reduce((sum, one) => sum + one.comments, 0),
      assignee,
      updated: { number: numbers.get(id) ?? 0, at: null },
      mine: isMine(passage, judged, given.viewerId),
      createdAt,
    };
  });
}

/** How it stands on one axis, as the views of claims show it. */
export function toClaimAxis(standing: AxisStanding): ClaimAxis {
  const { state, count, median, judgements, resolution, isReopened } = standing;
  return {
    state,
    count,
    hidden: count > judgements.length,
    shown: shownVerdict(standing),
    median,
    verdicts: judgements.map(({ assessment, verdict, isHollow, isStale }) => ({
      by: assessment.by,
      verdict,
      confidence: assessment.confidence,
      blind: assessment.blind,
      hollow: isHollow,
      stale: isStale,
    })),
    resolution: resolution?.verdict
      ? { by: resolution.by, verdict: resolution.verdict, at: resolution.at }
      : null,
    reopened: isReopened,
  };
}

const nobody = { speaker: null, stance: "claims", sourceId: null } as const;

function voiceOf(
  standing: Standing | undefined,
  voices: Voices,
  { speakerId }: PassageVerdicts,
): Pick<ClaimRow, "voice" | "speaker" | "stance" | "sourceId"> {
  const [first] = standing?.standing ?? [];
  if (!standing || !first) return { voice: "none", ...nobody };
  const speaker = agreedSpeaker(standing, voices.sources);
  if (speaker === null) return { voice: "differing", ...nobody };
  const voice = speaker === "reporter" ? "reporter" : "source";
  return { voice, speaker: speakerName(first, voices), stance: agreedStance(standing), sourceId: speakerId };
}

function isMine(passage: PassageView, { so, said }: PassageVerdicts, viewerId: string): boolean {
  if (passage.createdBy === viewerId || passage.assignee === viewerId) return true;
  return [so, said].some((one) => one?.judgements.some(({ assessment }) => assessment.by === viewerId));
}

/** By passage, the number of the last event that changed it or what stands on it, as far as it is in sight. */
function lastNumbers({ passages, voices, assessments, evidence, resolutions, threads }: Given) {
  const last = new Map(passages.map((one) => [one.id, one.number]));
  const settlements = [...voices.standings].flatMap(([passageId, { settlement }]) =>
    settlement ? [{ passageId, number: settlement.number }] : [],
  );
  const all = [voices.attributions.values(), settlements, assessments, evidence, resolutions, threads];
  for (const list of all) {
    for (const { passageId, number } of list) {
      const known = last.get(passageId);
      if (known !== undefined && known < number) last.set(passageId, number);
    }
  }
  return last;
}
