import type { NotificationKind, NotificationView } from "./schema";

/** Several notifications of one kind about one thing, as one line: the latest, all their ids, and who did it. */
export type Gathered = { notification: NotificationView; ids: string[]; by: string[] };

/** Puts together what is of one kind about one passage or thread; in the order of the latest of each. */
export function gatherNotifications(notifications: readonly NotificationView[]): Gathered[] {
  const lines = new Map<string, Gathered>();
  for (const one of notifications) {
    const key = `${one.kind} ${one.threadId ?? one.passageId ?? one.articleId}`;
    const line = lines.get(key);
    if (!line) lines.set(key, { notification: one, ids: [one.id], by: [one.by] });
    else {
      line.ids.push(one.id);
      if (!line.by.includes(one.by)) line.by.push(one.by);
    }
  }
  return [...lines.values()];
}

const doings: Record<NotificationKind, string> = {
  judged: "judged a passage that you marked",
  answered: "discussed your verdict",
  assigned: "asked you to check a passage",
  resolved: "resolved a passage",
  reopened: "opened a passage again",
};

/** "Ana, Ben and 2 more judged a passage that you marked". */
export function sentenceOf(kind: NotificationKind, by: readonly string[]): string {
  const [first = "Somebody", second, ...rest] = by;
  const names = !second
    ? first
    : rest.length === 0
      ? `${first} and ${second}`
      : `${first}, ${second} and ${rest.length} more`;
  return `${names} ${doings[kind]}`;
}
