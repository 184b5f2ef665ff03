"use client";

import { useRoom } from "@/components/discussion/room";
import { TimeAgo } from "@/components/ui/time-ago";
import { confidenceWords, reasonWords, verdictWords } from "@/lib/assessments/scale";
import type { ResolutionView } from "@/lib/assessments/schema";
import type { Judgement } from "@/lib/assessments/standing";
import { can } from "@/lib/auth/permissions";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { inQuotes } from "@/lib/text/in-quotes";
import { EvidenceLine } from "./evidence/evidence-line";
import { Rationale } from "./rationale";
import { usePersonName } from "./use-person-name";
import { VerdictMark } from "./verdict-mark";

type Props = {
  judgement: Judgement;
  entry: PassageEntry;
  resolution: ResolutionView | null;
  /** The viewer may change what they judged here. */
  mayChange: boolean;
};

/** One person's verdict, with all that they gave for it. */
export function AssessmentRow({ judgement, entry, resolution, mayChange }: Props) {
  const { surroundings, open } = useRoom();
  const { viewer, workspace } = surroundings;
  const { assessment, verdict, isHollow, isStale } = judgement;
  const { axis, by, reasons, rationale, confidence, was, changeNote, blind } = assessment;
  const personName = usePersonName();
  const evidence = entry.verdicts.evidence.filter((one) => assessment.evidence.includes(one.id));
  const gone = assessment.evidence.length - evidence.length;
  const mayDiscuss = can(viewer, "thread.create", { workspaceId: workspace.id });
  const thread = entry.threads.find((one) => one.assessmentId === assessment.id);
  // Adding evidence to a passage changes nobody's verdict, not even one's own.
  const isMine = by === viewer.userId;
  const mayRestOnMore = isHollow && isMine && mayChange && entry.verdicts.evidence.length > evidence.length;
  const isDissent = resolution?.verdict && resolution.verdict !== verdict;
  return (
    <li className="flex items-start gap-2 text-card">
      <VerdictMark verdict={verdict} axis={axis} hollow={isHollow} />
      <div className="wrap-anywhere flex min-w-0 flex-1 flex-col gap-0.5">
        <p>
          <span className="font-semibold">{verdictWords[axis][verdict]}</span>
          <span className="text-muted"> · {personName(by)}</span>
          {isDissent && <span className="text-muted"> · dissents</span>}
        </p>
        <Rationale body={rationale} />
        {reasons.length > 0 && (
          <p className="text-label text-muted">{reasons.map((one) => reasonWords[one]).join(", ")}</p>
        )}
        {evidence.length > 0 && (
          <ul className="text-label">
            {evidence.map((one) => (
              <li key={one.id}>
                <EvidenceLine evidence={one} origins={entry.verdicts.origins} />
              </li>
            ))}
          </ul>
        )}
        {mayRestOnMore && (
          <p className="text-label">
            It does not rest on the evidence below yet: “Change mine” lets you tick it.
          </p>
        )}
        {was && (
          <p className="text-label text-muted">
            Changed {isMine ? "your" : "their"} mind: was {was} {verdictWords[axis][was].toLowerCase()}
            {changeNote && `. ${inQuotes(changeNote)}`}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-label text-muted">
          <span>
            <TimeAgo at={assessment.at} />
            {" · "}
            <span
              title={
                blind
                  ? "Before they could see what colleagues judged"
                  : "When they could see what colleagues judged"
              }
            >
              {blind ? "judged blind" : "not blind"}
            </span>
            {confidence !== "medium" && ` · ${confidenceWords[confidence].toLowerCase()} confidence`}
            {isHollow && " · without evidence that counts"}
            {isStale && " · on what stood here before"}
            {gone > 0 && " · evidence taken away"}
          </span>
          {(mayDiscuss || thread) && (
            <button
              type="button"
              className="link min-h-6 pointer-coarse:min-h-11"
              onClick={() =>
                open(
                  thread
                    ? { passageId: entry.passage.id, threadId: thread.id }
                    : {
                        passageId: entry.passage.id,
                        starting: axis === "so" ? "accuracy" : "attribution",
                        assessmentId: assessment.id,
                      },
                  "keyboard",
                )
              }
            >
              {thread ? "Go to the thread" : "Discuss this"}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}
