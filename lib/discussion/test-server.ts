import type { AssessmentView, EvidenceView, ResolutionView } from "@/lib/assessments/schema";
import type { AttributionView } from "@/lib/attributions/schema";
import type { PassageView } from "@/lib/passages/schema";
import type { SuggestionView } from "@/lib/suggestions/schema";
import type { CommentView, ThreadView } from "@/lib/threads/schema";
import type { Discussion } from "./schema";
import {
  viewAssessment,
  viewAttribution,
  viewComment,
  viewEvidence,
  viewPassage,
  viewResolution,
  viewSource,
  viewSuggestion,
  viewThread,
} from "./test-views";

export const at = "2026-11-23T10:00:00.000Z";

export function passage(id: string, number: number): PassageView {
  const over = { exact: "words", createdBy: "sam", createdNumber: number, number };
  return viewPassage(id, { start: number, end: number + 5 }, over);
}

export const thread = (id: string, passageId: string | null, number: number) =>
  viewThread(id, passageId, { createdBy: "sam", createdNumber: number, number });

const attribution = (id: string, passageId: string, sourceId: string, number: number) =>
  viewAttribution(id, passageId, sourceId, {
    by: "sam",
    createdNumber: number,
    contentNumber: number,
    number,
  });

const suggestion = (id: string, number: number) =>
  viewSuggestion(id, { start: number, end: number + 1 }, { kind: "claim", number });

export const comment = (id: string, threadId: string, number: number) =>
  viewComment(id, threadId, { text: id, createdNumber: number, number });

function assessment(by: string, passageId: string, number: number, before?: AssessmentView): AssessmentView {
  const change = { replaces: before?.id ?? null, was: before?.verdict ?? null };
  return viewAssessment(by, passageId, { id: `v${number}`, exact: "words", ...change, number });
}

const evidence = (id: string, passageId: string, number: number) =>
  viewEvidence(id, passageId, { addedBy: "sam", number });

const resolution = (passageId: string, number: number, before?: ResolutionView) =>
  viewResolution(passageId, {
    id: `r${number}`,
    exact: "words",
    by: "sam",
    replaces: before?.id ?? null,
    number,
  });

/** A server in ten lines: every write takes the next number, deleting a passage hides what stands on it. */
export class Server {
  number = 0;
  passages = new Map<string, PassageView & { deleted: boolean }>();
  threads = new Map<string, ThreadView>();
  comments = new Map<string, CommentView>();
  attributions = new Map<string, AttributionView & { deleted: boolean }>();
  sources = new Map(
    ["ana", "ben"].map((id) => [id, { ...viewSource(id, { createdBy: "sam" }), changed: 0 }]),
  );
  suggestions = new Map<string, SuggestionView>();
  assessments: AssessmentView[] = [];
  /** From which event on the reader, Ana, sees the verdicts of a passage. */
  reveals = new Map<string, number>();
  evidence = new Map<string, EvidenceView & { deleted: boolean }>();
  resolutions: ResolutionView[] = [];

  write(roll: (sides: number) => number): void {
    const number = ++this.number;
    const pick = <T>(rows: Map<string, T>): T | undefined => [...rows.values()][roll(Math.max(1, rows.size))];
    const target = pick(this.passages);
    const inThread = pick(this.threads);
    const said = pick(this.comments);
    const held = pick(this.attributions);
    const named = pick(this.sources);
    const offered = pick(this.suggestions);
    const shown = pick(this.evidence);
    switch (roll(18)) {
      case 13:
      case 14:
        if (target && !target.deleted) {
          const by = ["ana", "ben", "cleo"][roll(3)] ?? "ana";
          const before = this.assessments.findLast((one) => one.by === by && one.passageId === target.id);
          this.assessments.push(assessment(by, target.id, number, before));
          if (by === "ana" && !this.reveals.has(target.id)) this.reveals.set(target.id, number);
        }
        break;
      case 15:
        if (target && !this.reveals.has(target.id)) this.reveals.set(target.id, number);
        break;
      case 16:
        if (shown) this.evidence.set(shown.id, { ...shown, deleted: !shown.deleted, number });
        else if (target)
          this.evidence.set(`e${number}`, { ...evidence(`e${number}`, target.id, number), deleted: false });
        break;
      case 17:
        if (target) {
          const before = this.resolutions.findLast((one) => one.passageId === target.id);
          this.resolutions.push(resolution(target.id, number, before));
        }
        break;
      case 8:
        if (target && !target.deleted && named) {
          const made = attribution(`a${number}`, target.id, named.id, number);
          this.attributions.set(made.id, { ...made, deleted: false });
        }
        break;
      case 9:
        if (held) this.attributions.set(held.id, { ...held, deleted: !held.deleted, number });
        break;
      case 10:
        if (named) this.sources.set(named.id, { ...named, version: named.version + 1, changed: number });
        break;
      case 11:
        this.suggestions.set(`s${number}`, suggestion(`s${number}`, number));
        break;
      case 12:
        if (offered) {
          const state = offered.state === "open" ? ("dismissed" as const) : ("open" as const);
          this.suggestions.set(offered.id, { ...offered, state, number });
        }
        break;
      case 0:
        if (target) this.passages.set(target.id, { ...target, deleted: true, number });
        break;
      case 1:
        if (target?.deleted) this.restore(target.id, number);
        break;
      case 2:
        if (target) this.passages.set(target.id, { ...target, start: roll(500), number });
        break;
      case 3:
        if (inThread) this.threads.set(inThread.id, { ...inThread, state: "resolved", number });
        break;
      case 4:
        if (said) this.comments.set(said.id, { ...said, deletedAt: at, number });
        break;
      case 5:
        if (inThread) this.comments.set(`c${number}`, comment(`c${number}`, inThread.id, number));
        break;
      case 6:
        this.threads.set(`t${number}`, thread(`t${number}`, target?.id ?? null, number));
        break;
      default:
        this.passages.set(`p${number}`, { ...passage(`p${number}`, number), deleted: false });
    }
  }

  restore(id: string, number: number): void {
    for (const row of this.passages.values()) {
      if (row.id === id) this.passages.set(id, { ...row, deleted: false, number });
    }
    for (const row of this.threads.values()) {
      if (row.passageId !== id) continue;
      this.threads.set(row.id, { ...row, number });
      for (const said of this.comments.values()) {
        if (said.threadId === row.id) this.comments.set(said.id, { ...said, number });
      }
    }
  }

  answer(since?: number): Discussion {
    const isDelta = since !== undefined;
    const changed = (row: { number: number }) => !isDelta || row.number > since;
    const inSight = (row: ThreadView) =>
      row.passageId === null || this.passages.get(row.passageId)?.deleted === false;
    const threads = [...this.threads.values()].filter(inSight);
    const ids = new Set(threads.map((row) => row.id));
    const passages = [...this.passages.values()];
    const standing = new Map(passages.filter((row) => !row.deleted).map((row) => [row.id, row]));
    // What stands on a passage that came back comes back with it, under its old number.
    const attributions = [...this.attributions.values()].filter((row) => {
      const place = standing.get(row.passageId);
      return place && (changed(row) || changed(place));
    });
    const living = attributions.filter((row) => !row.deleted).map(({ deleted: _, ...row }) => row);
    const proofs = [...this.evidence.values()].filter((row) => {
      const place = standing.get(row.passageId);
      return place && (changed(row) || changed(place));
    });
    const named = new Set(living.map((row) => row.sourceId));
    return structuredClone({
      articleId: "a",
      number: this.number,
      site: null,
      archived: false,
      ...this.verdicts(since, standing),
      evidence: proofs.filter((row) => !row.deleted).map(({ deleted: _, ...row }) => row),

      firstTime: false,
      peopleMark: "m",
      passages: passages
        .filter((row) => !row.deleted && changed(row))
        .map(({ deleted: _, ...row }) => row)
        .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)),
      threads: threads.filter(changed),
      comments: [...this.comments.values()].filter((row) => ids.has(row.threadId) && changed(row)),
      attributions: living,
      settlements: [],
      sources: [...this.sources.values()]
        .filter((row) => named.has(row.id) || (isDelta && row.changed > since))
        .map(({ changed: _, ...row }) => row),
      suggestions: [...this.suggestions.values()].filter((row) =>
        isDelta ? row.number > since : row.state === "open",
      ),
      people: [{ id: "sam", name: "Sam", role: "member" as const }],
      ...(isDelta
        ? {
            removed: {
              passages: passages.filter((row) => row.deleted && changed(row)).map((row) => row.id),
              attributions: attributions.filter((row) => row.deleted).map((row) => row.id),
              evidence: proofs.filter((row) => row.deleted).map((row) => row.id),
              sources: [],
            },
          }
        : {}),
      seen: { number: 0, at, threads: {}, passages: {} },
    });
  }

  /** What Ana may see of verdicts, and how many there are. */
  verdicts(since: number | undefined, standing: ReadonlyMap<string, { number: number }>) {
    const isLast = (row: AssessmentView) => !this.assessments.some((one) => one.replaces === row.id);
    const last = this.assessments.filter((row) => isLast(row) && standing.has(row.passageId));
    const seenFrom = (passageId: string) => this.reveals.get(passageId) ?? null;
    const newest = (passageId: string) =>
      Math.max(
        standing.get(passageId)?.number ?? 0,
        seenFrom(passageId) ?? 0,
        ...last.filter((row) => row.passageId === passageId).map((row) => row.number),
      );
    const isIn = (passageId: string) => since === undefined || newest(passageId) > since;
    const places = [...new Set(last.map((row) => row.passageId))].filter(isIn);
    const decided = this.resolutions.filter(
      (row) => standing.has(row.passageId) && !this.resolutions.some((one) => one.replaces === row.id),
    );
    return {
      assessments: last.filter((row) => isIn(row.passageId) && seenFrom(row.passageId) !== null),
      judged: places.map((passageId) => ({
        id: `${passageId} so`,
        passageId,
        axis: "so" as const,
        count: last.filter((row) => row.passageId === passageId).length,
        revealed: seenFrom(passageId) !== null,
        number: newest(passageId),
      })),
      resolutions: decided.filter((row) => {
        const place = standing.get(row.passageId);
        return since === undefined || row.number > since || (place?.number ?? 0) > since;
      }),
    };
  }

  /** What the browser would get for a write of its own: one row that is newer than what it holds. */
  written(roll: (sides: number) => number) {
    const whole = this.answer();
    const said = whole.comments[roll(Math.max(1, whole.comments.length))];
    return said ? { comments: [said] } : {};
  }
}

export function rows({
  passages,
  threads,
  comments,
  attributions,
  sources,
  suggestions,
  ...rest
}: Discussion) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  // A source that nothing names any more may stay; it is not drawn.
  const named = new Set(attributions.map((row) => row.sourceId));
  return {
    passages,
    threads: [...threads].sort(byId),
    comments: [...comments].sort(byId),
    attributions: [...attributions].sort(byId),
    suggestions: [...suggestions].sort(byId),
    assessments: [...rest.assessments].sort(byId),
    judged: [...rest.judged].sort(byId),
    evidence: [...rest.evidence].sort(byId),
    resolutions: [...rest.resolutions].sort(byId),
    sources: sources.filter((row) => named.has(row.id)).sort(byId),
  };
}
