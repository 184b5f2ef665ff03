import type { Change } from "@/components/discussion/change";
import { showing } from "@/components/discussion/showing";
import { makeIntentions } from "@/components/outbox/intentions";
import type { Outbox } from "@/components/outbox/use-outbox";
import type { Outcome } from "@/components/outbox/use-outcomes";
import {
  type AssessmentView,
  type Axis,
  createResolution,
  createReveal,
  deleteEvidence,
  type EvidenceContent,
  type EvidenceView,
  editEvidence,
  listAssessments,
  type NewAssessment,
  type NewResolution,
  type ResolutionView,
  restoreEvidence,
  searchEvidence,
} from "@/lib/assessments/schema";
import type { Ground } from "@/lib/assessments/standing";
import { evidenceOf } from "@/lib/discussion/outbox";
import { call } from "@/lib/http/client";
import { assignPassage, type PassageView } from "@/lib/passages/schema";

/**
 * Everything a person can do about whether it is so. Verdicts and new evidence go through the outbox; what comes back
 * is merged at once. A refusal throws `CallError`, and the winner of a conflict is shown before it does.
 */
export type AssessmentActions = {
  judge: (passageId: string, given: Omit<NewAssessment, "id">) => Promise<Outcome>;
  /** Takes a verdict back, with how to put it back as it was, resting on evidence as it is now. */
  takeBack: (
    mine: AssessmentView,
    now: Ground,
    evidence: readonly Pick<EvidenceView, "id" | "version">[],
  ) => { taking: Promise<Outcome>; putBack: () => Promise<Outcome> };
  /** Shows what colleagues say of a passage and axis. */
  reveal: (passageId: string, axis: Axis) => Promise<void>;
  resolve: (passageId: string, given: Omit<NewResolution, "id">) => Promise<void>;
  /** Answers with the evidence as it stands there, or will. */
  addEvidence: (passageId: string, content: EvidenceContent) => Promise<EvidenceView>;
  changeEvidence: (evidence: Pick<EvidenceView, "id" | "version">, content: EvidenceContent) => Promise<void>;
  removeEvidence: (evidenceId: string) => Promise<void>;
  putBackEvidence: (evidenceId: string) => Promise<void>;
  findEvidence: (workspaceId: string, q: string) => Promise<EvidenceView[]>;
  history: (passageId: string) => ReturnType<typeof loadHistory>;
  assign: (passage: Pick<PassageView, "id" | "version">, assignee: string | null) => Promise<void>;
};

type Parts = {
  articleId: string;
  userId: string;
  say: Outbox["say"];
  merge: (change: Change) => void;
  /** Asks for what is new: with one's own verdict come those of colleagues. */
  ask: () => void;
};

export function makeAssessmentActions({ articleId, userId, say, merge, ask }: Parts): AssessmentActions {
  // What stands there by now comes with whatever else is new.
  const show = showing({ merge, ask });
  const showEvidence = (answer: Promise<EvidenceView>) =>
    show(answer, (evidence) => ({ evidence: [evidence] }));
  const showResolution = (answer: Promise<ResolutionView>) =>
    show(answer, (resolution) => ({ resolutions: [resolution] }));
  const { once, idFor } = makeIntentions();
  const judge: AssessmentActions["judge"] = (passageId, given) =>
    once(["judge", passageId, given], (id) =>
      say({ id, articleId, passageId, at: now(), kind: "assessment", given }),
    );

  return {
    judge,
    takeBack({ passageId, axis, verdict, ...mine }, ground, rests) {
      const given = { axis, verdict: null, replaces: mine.id, ...ground };
      const id = idFor(["judge", passageId, given]);
      const taking = judge(passageId, given);
      const putBack = () =>
        judge(passageId, {
          ...{ axis, verdict, replaces: id, ...ground },
          ...{ confidence: mine.confidence, reasons: mine.reasons, rationale: mine.rationale },
          evidence: rests
            .filter((one) => mine.evidence.includes(one.id))
            .map(({ id, version }) => ({ id, version })),
          changeNote: null,
        });
      return { taking, putBack };
    },
    async reveal(passageId, axis) {
      await call(createReveal, { params: { articleId }, body: { passageId, axis } });
      ask();
    },
    async resolve(passageId, given) {
      await once(["resolve", passageId, given], (id) =>
        showResolution(call(createResolution, { params: { passageId }, body: { id, ...given } })),
      );
      // With an editor's word comes what was hidden from whoever had not judged.
      ask();
    },
    addEvidence: (passageId, content) =>
      once(["evidence", passageId, content], async (id) => {
        const base = { id, passageId, content, at: now() };
        await say({ ...base, articleId, kind: "evidence" });
        return evidenceOf(base, userId, 0);
      }),
    async changeEvidence({ id, version }, content) {
      const body = { version, ...content };
      await showEvidence(call(editEvidence, { params: { evidenceId: id }, body }));
    },
    async removeEvidence(evidenceId) {
      await show(call(deleteEvidence, { params: { evidenceId } }), ({ id, number }) => ({
        removed: { evidence: [id], number },
      }));
    },
    async putBackEvidence(evidenceId) {
      await showEvidence(call(restoreEvidence, { params: { evidenceId } }));
      // Meanwhile one may have come to see which way it is taken.
      ask();
    },
    findEvidence: async (workspaceId, q) =>
      (await call(searchEvidence, { params: { workspaceId }, query: q ? { q } : {} })).evidence,
    history: loadHistory,
    async assign({ id, version }, assignee) {
      const body = { version, assignee };
      await show(call(assignPassage, { params: { passageId: id }, body }), (passage) => ({
        passages: [passage],
      }));
    },
  };
}

const now = () => new Date().toISOString();

function loadHistory(passageId: string) {
  return call(listAssessments, { params: { passageId } });
}
