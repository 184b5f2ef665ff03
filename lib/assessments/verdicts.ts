import { agreedSpeaker } from "@/lib/attributions/standing";
import type { Voices } from "@/lib/attributions/voices";
import { groupBy } from "@/lib/group-by";
import type { PassageOutline } from "@/lib/passages/schema";
import { rootOf } from "@/lib/sources/merged";
import type { Origins } from "./origin";
import type { AssessmentView, Axis, EvidenceView, JudgedView, ResolutionView } from "./schema";
import { type AxisStanding, axisStanding } from "./standing";

/** How it stands with one passage on both axes. */
export type PassageVerdicts = {
  so: AxisStanding;
  /**
   * Null where nobody is known to have said it, or colleagues differ on who did: nobody can have said so. What was
   * judged or decided there before stays in sight, and counts no more.
   */
  said: AxisStanding | null;
  /** The source whose word it is, through all merges; null as above. */
  speakerId: string | null;
  /** What stands at the passage, oldest first. */
  evidence: EvidenceView[];
  /** The sites that cannot corroborate it. */
  origins: Origins;
};

type Given = {
  site: string | null;
  passages: readonly PassageOutline[];
  assessments: readonly AssessmentView[];
  judged: readonly JudgedView[];
  evidence: readonly EvidenceView[];
  resolutions: readonly ResolutionView[];
  voices: Voices;
};

/** How it stands with every passage of an article, by the passage's id, as far as the viewer may know. */
export function readVerdicts(given: Given): Map<string, PassageVerdicts> {
  const { site, voices } = given;
  const key = (one: { passageId: string; axis: Axis }) => `${one.passageId} ${one.axis}`;
  const assessments = groupBy(given.assessments, key);
  const resolutions = groupBy(given.resolutions, key);
  const judged = new Map(given.judged.map((one) => [one.id, one]));
  const evidenceOf = groupBy(given.evidence, (one) => one.passageId);
  const evidence = new Map(given.evidence.map((one) => [one.id, one]));
  const root = (id: string) => rootOf(id, voices.sources);
  const hasRows = (place: string) =>
    assessments.has(place) || resolutions.has(place) || (judged.get(place)?.count ?? 0) > 0;
  return new Map(
    given.passages.map((passage) => {
      const speakerId = speakerOf(passage.id, voices);
      const origins = { article: site, sources: sitesOf(speakerId, voices) };
      const on = (axis: Axis) =>
        axisStanding({
          axis,
          ground: { exact: passage.exact, sourceId: speakerId },
          rootOf: root,
          assessments: assessments.get(`${passage.id} ${axis}`) ?? [],
          resolutions: resolutions.get(`${passage.id} ${axis}`) ?? [],
          judged: judged.get(`${passage.id} ${axis}`) ?? null,
          evidence,
          origins,
        });
      const said = speakerId || hasRows(`${passage.id} said`) ? on("said") : null;
      return [
        passage.id,
        { so: on("so"), said, speakerId, evidence: evidenceOf.get(passage.id) ?? [], origins },
      ];
    }),
  );
}

/** The sites of a source and of all that speak as it: what it says of itself there stays what it says of itself. */
function sitesOf(speakerId: string | null, { sources }: Voices): string[] {
  if (speakerId === null) return [];
  const same = [...sources.values()].filter((one) => rootOf(one.id, sources) === speakerId);
  return same.flatMap((one) => one.site ?? []);
}

/** The one source that everybody names who counts; null without one, also for the reporter's own words. */
function speakerOf(passageId: string, voices: Voices): string | null {
  const standing = voices.standings.get(passageId);
  const speaker = standing ? agreedSpeaker(standing, voices.sources) : null;
  return speaker !== null && voices.sources.has(speaker) ? speaker : null;
}
