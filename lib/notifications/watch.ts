import type { NotificationKind, WatchLevel } from "./schema";

/** What can happen that somebody may want to hear of. `edit` is a comment that was changed. */
export type Happened = "comment" | "edit" | "verdict" | "resolution" | "reopening" | "assignment";

/**
 * How somebody stands to what happened. mentioned, assigned: it names them. verdict: it is about their verdict. thread:
 * they started the thread, wrote in it or were given it. marked: their passage. asked: they are to check the passage.
 * judged: they judged the passage.
 */
export type Part = "mentioned" | "assigned" | "verdict" | "thread" | "marked" | "asked" | "judged";

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
  verdict: [["marked", "judged"]],
  resolution: [
    ["marked", "resolved"],
    ["judged", "resolved"],
    ["asked", "resolved"],
  ],
  reopening: [
    ["marked", "reopened"],
    ["judged", "reopened"],
    ["asked", "reopened"],
  ],
  assignment: [["assigned", "assigned"]],
};

/** As what it is told to those who want to hear everything and have no part in it; null where it is not. */
const toEverybody: Record<Happened, NotificationKind | null> = {
  comment: "commented",
  edit: null,
  verdict: "judged",
  resolution: "resolved",
  reopening: "reopened",
  assignment: null,
};

/** Whether nobody can be told of it but those whom it names. */
export function isForNamed(happened: Happened): boolean {
  const isNaming = (part: Part) => part === "mentioned" || part === "assigned";
  return toEverybody[happened] === null && concerns[happened].every(([part]) => isNaming(part));
}

const personal: readonly NotificationKind[] = ["mentioned", "assigned"];

/**
 * As what somebody with this level and these parts is told of a happening; null when they are not. Everything: also
 * what they have no part in. Participating: what they have a part in. Mentions: only what names them. Muted: nothing.
 */
export function notificationFor(
  happened: Happened,
  level: WatchLevel,
  parts: ReadonlySet<Part>,
): NotificationKind | null {
  if (level === "muted") return null;
  const kind = concerns[happened].find(([part]) => parts.has(part))?.[1] ?? null;
  if (level === "mentions") return kind && personal.includes(kind) ? kind : null;
  return kind ?? (level === "everything" ? toEverybody[happened] : null);
}
