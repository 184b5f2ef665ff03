/** What a person has done with a list whose rows change when an answer comes. */
export type Picking = {
  /** The row that an arrow key or the pointer chose. */
  pointed: string | null;
  /** What was shown last, null as long as nothing was for what is typed now. */
  shown: Shown | null;
  /** An Enter that waits for the answer, with what it would have taken, and whether the form is to be sent then. */
  held: { row: string | null; isSent: boolean } | null;
  /** The row that came under an Enter which was meant for another. */
  unseen: string | null;
};

type Shown = {
  keys: readonly string[];
  /** Since when each row stands there; 0 for those that typing itself brought. */
  since: ReadonlyMap<string, number>;
  /** Since when the row that Enter takes is that one. */
  activeSince: number;
};

/** The rows as they are drawn, the most likely first. */
export type Rows = {
  keys: readonly string[];
  /** The search for what is typed has answered or failed, or nothing that it can answer would change the first row. */
  isAnswered: boolean;
  /** The time in milliseconds. */
  at: number;
};

/** What is to be remembered, the row that is chosen by it, and whether the form is sent with that. */
export type Step = { picking: Picking; taken: string | null; isSent?: boolean };

/** How long a row must stand there before anybody can have meant it. */
const seenAfterMs = 400;

export const untouched: Picking = { pointed: null, shown: null, held: null, unseen: null };

/** What becomes of the list as a whole: something is typed, it is shown for what was typed before, it is closed. */
export type Turn = "typed" | "shown" | "closed";

/** What was done with the list is forgotten, but for an Enter that waits where it is only shown again. */
export function turn(picking: Picking, how: Turn): Picking {
  return how === "shown" && picking.held ? picking : untouched;
}

/** Which row Enter takes: the one that the person chose, the first otherwise. */
export function activeRow(keys: readonly string[], { pointed }: Pick<Picking, "pointed">): number {
  return Math.max(0, keys.indexOf(pointed ?? ""));
}

/** An arrow key or the pointer chooses a row, which ends an Enter that waits. */
export function point(picking: Picking, pointed: string | null): Picking {
  return { ...picking, pointed, held: null, unseen: null };
}

/** The rows are drawn. An Enter that waited for the answer takes its row when that is still the first, else none. */
export function look(before: Picking, rows: Rows): Step {
  const picking = see(before, rows);
  if (!picking.held || !rows.isAnswered) return { picking, taken: null };
  const row = rows.keys[0] ?? null;
  const next = { ...picking, held: null };
  return row === picking.held.row
    ? { picking: next, taken: row, isSent: picking.held.isSent }
    : { picking: { ...next, unseen: row }, taken: null };
}

/** The form is sent while Enter waits: it is once that has taken its row, and not at all when it takes none. */
export function send(picking: Picking): Picking {
  return picking.held ? { ...picking, held: { ...picking.held, isSent: true } } : picking;
}

/**
 * Enter is pressed. It takes the row that the person chose, or the first one; but it waits for an answer that may put
 * another there, and takes none that an answer has put there a moment ago.
 */
export function enter(before: Picking, rows: Rows): Step {
  const picking = see(before, rows);
  const row = rows.keys[activeRow(rows.keys, picking)] ?? null;
  if (row !== null && row === picking.pointed) return { picking: { ...picking, held: null }, taken: row };
  if (!rows.isAnswered)
    return { picking: { ...picking, held: picking.held ?? { row, isSent: false } }, taken: null };
  const isSeen = rows.at - (picking.shown?.activeSince ?? 0) >= seenAfterMs;
  return isSeen ? { picking, taken: row } : { picking: { ...picking, unseen: row }, taken: null };
}

/** Whether a row has stood there long enough to have been seen. */
export function isSeen({ shown }: Pick<Picking, "shown">, key: string, at: number): boolean {
  const since = shown?.since.get(key);
  return since !== undefined && at - since >= seenAfterMs;
}

/** Notes which rows an answer has brought, and when. */
function see(before: Picking, { keys, at }: Rows): Picking {
  const { shown } = before;
  if (shown && shown.keys.length === keys.length && shown.keys.every((key, n) => key === keys[n]))
    return before;
  const isGone = before.pointed !== null && !keys.includes(before.pointed);
  const picking = isGone ? { ...before, pointed: null } : before;
  const was = shown?.keys[activeRow(shown.keys, before)];
  const active = keys[activeRow(keys, picking)];
  const since = new Map(keys.map((key) => [key, shown ? (shown.since.get(key) ?? at) : 0]));
  const activeSince = !shown ? 0 : active === was ? shown.activeSince : at;
  const unseen = active === before.unseen ? before.unseen : null;
  return { ...picking, unseen, shown: { keys, since, activeSince } };
}
