import { randomUUID } from "node:crypto";
import { createEvidence } from "@/lib/assessments/evidence";
import { createAssessment } from "@/lib/assessments/mutations";
import { readSpeaker } from "@/lib/assessments/queries";
import { createResolution } from "@/lib/assessments/resolutions";
import { createReveal } from "@/lib/assessments/reveals";
import type { Axis } from "@/lib/assessments/schema";
import { db } from "@/lib/db/client";
import { assignPassage } from "@/lib/passages/mutations";
import { bodyOfText } from "@/lib/threads/comment-schema";
import type { DemoJudgement, DemoVerdicts } from "./demo-article";
import { findPassage } from "./find";
import type { Happening, Scene } from "./happening";

// All through the product's own writes, as who said it.

/** Whether it is so, and whether they said so, as colleagues judged it. */
export function verdictHappenings(scene: Scene, demo: DemoVerdicts): Happening[] {
  const { viewers } = scene;
  return [
    ...demo.evidence.map(({ by, hoursAgo, words, ...content }) => ({
      hoursAgo,
      store: async () => {
        const { id } = await passageOn(scene, words);
        return createEvidence(viewers[by], id, { id: randomUUID(), ...content });
      },
    })),
    ...demo.judgements.map((one) => ({ hoursAgo: one.hoursAgo, store: () => judge(scene, one) })),
    ...demo.reveals.map(({ by, hoursAgo, words, axis }) => ({
      hoursAgo,
      store: async () => {
        const { id: passageId } = await passageOn(scene, words);
        return createReveal(viewers[by], scene.articleId, { passageId, axis });
      },
    })),
    ...demo.resolutions.map(({ by, hoursAgo, words, axis, verdict, why }) => ({
      hoursAgo,
      store: async () => {
        const { id } = await passageOn(scene, words);
        const rationale = bodyOfText(why);
        const ground = await groundOf(id, axis);
        const given = { id: randomUUID(), axis, verdict, rationale, replaces: null, ...ground };
        return createResolution(viewers[by], id, given);
      },
    })),
    ...demo.assigned.map(({ by, hoursAgo, words, to }) => ({
      hoursAgo,
      store: async () => {
        const { id, version } = await passageOn(scene, words);
        return assignPassage(viewers[by], id, { version, assignee: viewers[to].userId });
      },
    })),
  ];
}

async function judge(scene: Scene, given: DemoJudgement) {
  const { by, words, axis, verdict, why, evidence = [], ...rest } = given;
  const viewer = scene.viewers[by];
  const { id: passageId } = await passageOn(scene, words);
  const mine = await db().assessment.findFirst({
    where: { passageId, axis, byId: viewer.userId, replacedBy: null },
    select: { id: true },
  });
  const restsOn = await db().evidence.findMany({
    where: { passageId, title: { in: evidence } },
    select: { id: true, version: true },
  });
  return createAssessment(viewer, passageId, {
    id: randomUUID(),
    axis,
    verdict,
    confidence: rest.confidence ?? "medium",
    reasons: rest.reasons ?? [],
    rationale: why ? bodyOfText(why) : null,
    evidence: restsOn,
    replaces: mine?.id ?? null,
    changeNote: rest.changeNote ?? null,
    ...(await groundOf(passageId, axis)),
  });
}

async function groundOf(passageId: string, axis: Axis) {
  const { exact } = await db().passage.findUniqueOrThrow({
    where: { id: passageId },
    select: { exact: true },
  });
  return { exact, sourceId: axis === "said" ? await readSpeaker(db(), passageId) : null };
}

async function passageOn(scene: Scene, words: string) {
  const passage = await findPassage(scene, words);
  if (!passage) throw new Error(`Nobody in the demo has marked “${words}”.`);
  return passage;
}
