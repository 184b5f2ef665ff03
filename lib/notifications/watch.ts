import type { NotificationKind, WatchLevel } from "./schema";

/**
 * What can happen that somebody may want to hear of. `edit` is a comment that was changed, `rejudging` a verdict: only
 * those hear of it whom it names anew.
 */
export type Happened =
  | "comment"
  | "edit"
  | "verdict"
  | "rejudging"
  | "resolution"
  | "reopening"
  | "differing"
  | "settlement"
  | "unsettling"
  | "deletion"
  | "assignment";

/**
 * How somebody stands to what happened. mentioned, assigned: it names them. verdict: it is about their verdict. thread:
 * they started the thread, wrote in it or were given it. marked: their passage. asked: they are to check the passage.
 * judged: they judged the passage. said: they recorded who said it. wrote: in a thread on it, evidence, or a decision.
 */
export type Part =
  | "mentioned"
  | "assigned"
  | "verdict"
  | "thread"
  | "marked"
  | "asked"
  | "judged"
  | "said"
  | "wrote";

/** Whom each happening concerns, the nearest first, and as what they are told of it. */
const concerns: Record<Happened, readonly (readonly [Part, NotificationKind])[]> = {
  comment: [
    ["mentioned", "mentioned"],
    ["verdict", "answered"],
    ["thread", "replied"],
    ["marked", "commented"],
    ["asked", "commented"],
  ],
  edit: [["mentioned", "mentioned"]],
  verdict: [
    ["mentioned", "mentioned"],
    ["marked", "judged"],
  ],
  rejudging: [["mentioned", "mentioned"]],
  resolution: [
    ["mentioned", "mentioned"],
    ["marked", "resolved"],
    ["judged", "resolved"],
    ["asked", "resolved"],
  ],
  reopening: [
    ["mentioned", "mentioned"],
    ["marked", "reopened"],
    ["judged", "reopened"],
    ["asked", "reopened"],
  ],
  differing: [
    ["said", "differed"],
    ["marked", "differed"],
    ["asked", "differed"],
  ],
  settlement: [
    ["said", "settled"],
    ["marked", "settled"],
    ["asked", "settled"],
  ],
  unsettling: [
    ["said", "unsettled"],
    ["marked", "unsettled"],
    ["asked", "unsettled"],
  ],
  deletion: [
    ["wrote", "deleted"],
    ["judged", "deleted"],
    ["said", "deleted"],
    ["marked", "deleted"],
    ["asked", "deleted"],
  ],
  assignment: [["assigned", "assigned"]],
};

/** As what it is told to those who want to hear everything and have no part in it; null where it is not. */
const toEverybody: Record<Happened, NotificationKind | null> = {
  comment: "commented",
  edit: null,
  verdict: "judged",
  rejudging: null,
  resolution: "resolved",
  reopening: "reopened",
  differing: "differed",
  settlement: "settled",
  unsettling: "unsettled",
  deletion: null,
  assignment: null,
};

/** Whether nobody can be told of it but those whom it names. */
export function isForNamed(happened: Happened): boolean {
  const isNaming = (part: Part) => part === "mentioned" || part === "assigned";
  return toEverybody[happened] === null && concerns[happened].every(([part]) => isNaming(part));
}

/** Whether a happening concerns also those who have said something about the passage, beside judging it. */
export function concernsWhoSaid(happened: Happened): boolean {
  return concerns[happened].some(([part]) => part === "said" || part === "wrote");
}

const personal: readonly NotificationKind[] = ["mentioned", "assigned"];

/** Whoever has this level and this part (null: any or none) is told of it as this kind. */
export type Rule = { level: WatchLevel; part: Part | null; kind: NotificationKind };

/**
 * The rules of a happening; of those that fit somebody the first counts, and whom none fits is not told. Everything:
 * also what they have no part in. Participating: what they have a part in. Mentions: only what names them. Muted:
 * nothing.
 */
export function rulesOf(happened: Happened): Rule[] {
  const rules = concerns[happened].map(([part, kind]) => ({ part, kind }));
  const toAll = toEverybody[happened];
  return [
    ...rules.map((rule) => ({ level: "everything" as const, ...rule })),
    ...(toAll ? [{ level: "everything" as const, part: null, kind: toAll }] : []),
    ...rules.map((rule) => ({ level: "participating" as const, ...rule })),
    ...rules.flatMap((rule) => (personal.includes(rule.kind) ? { level: "mentions" as const, ...rule } : [])),
  ];
}
