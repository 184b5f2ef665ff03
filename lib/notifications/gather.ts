import type { NotificationKind, NotificationView } from "./schema";

/** Several notifications of one kind about one thing, as one line: the latest, all their ids, and who did it. */
export type Gathered = {
  notification: NotificationView;
  ids: string[];
  by: string[];
  /** Whether any of them is unread. */
  isNew: boolean;
};

/**
 * Puts together what is of one kind about one passage or thread; in the order of the latest of each. The number on the
 * bell is counted by the same rule (`countUnread`).
 */
export function gatherNotifications(notifications: readonly NotificationView[]): Gathered[] {
  const lines = new Map<string, Gathered>();
  for (const one of notifications) {
    const key = `${one.kind} ${one.threadId ?? one.passageId ?? one.articleId}`;
    const line = lines.get(key);
    const isNew = one.readAt === null;
    if (!line) lines.set(key, { notification: one, ids: [one.id], by: [one.by], isNew });
    else {
      line.ids.push(one.id);
      line.isNew ||= isNew;
      if (!line.by.includes(one.by)) line.by.push(one.by);
    }
  }
  return [...lines.values()];
}

/** What concerns one article: its passages, each with its lines; what belongs to no passage stands under `null`. */
export type ArticleNews = {
  articleId: string;
  title: string;
  passages: { passageId: string | null; words: string; lines: Gathered[] }[];
};

/** Lines by article and passage; both in the order of the latest of each. */
export function groupByArticle(lines: readonly Gathered[]): ArticleNews[] {
  const articles = new Map<string, ArticleNews>();
  for (const line of lines) {
    const { articleId, articleTitle: title, passageId, words } = line.notification;
    const article = articles.get(articleId) ?? { articleId, title, passages: [] };
    articles.set(articleId, article);
    const passage = article.passages.find((one) => one.passageId === passageId);
    if (passage) passage.lines.push(line);
    else article.passages.push({ passageId, words, lines: [line] });
  }
  return [...articles.values()];
}

/** Where a notification leads: to the comment, the thread or the passage itself. */
export function addressOfNotification({
  articleId,
  threadId,
  passageId,
  commentId,
}: Pick<NotificationView, "articleId" | "threadId" | "passageId" | "commentId">): string {
  if (threadId) return `/articles/${articleId}?thread=${threadId}${commentId ? `#c-${commentId}` : ""}`;
  return `/articles/${articleId}${passageId ? `?passage=${passageId}` : ""}`;
}

type Told = Pick<NotificationView, "kind" | "passageId" | "threadId" | "mine" | "speaker">;

const doings: Record<NotificationKind, (told: Told) => string> = {
  mentioned: ({ threadId }) => (threadId ? "mentioned you" : "mentioned you beside a verdict"),
  assigned: ({ threadId }) => (threadId ? "gave you a thread" : "asked you to check a passage"),
  answered: () => "discussed your verdict",
  replied: () => "replied in a thread that you take part in",
  commented: (told) => (told.passageId ? `commented on ${passage(told)}` : "commented on the article"),
  judged: (told) => `judged ${passage(told)}`,
  resolved: (told) => `resolved ${passage(told)}`,
  reopened: (told) => `opened ${passage(told)} again`,
  differed: (told) => `differed on who said ${passage(told)}`,
  settled: (told) => `settled who said ${passage(told)}`,
  unsettled: (told) => `opened again who said ${passage(told)}`,
  deleted: ({ mine }) =>
    mine ? "deleted a passage that you marked" : "deleted a passage that you have a part in",
};

function passage({ mine }: Told): string {
  return mine ? "a passage that you marked" : "a passage";
}

/** "Ana, Ben and 2 more judged a passage that you marked", "Ana settled who said a passage: Ida Holm". */
export function sentenceOf(told: Told, by: readonly string[]): string {
  const [first = "Somebody", second, ...rest] = by;
  const names = !second
    ? first
    : rest.length === 0
      ? `${first} and ${second}`
      : `${first}, ${second} and ${rest.length} more`;
  // Of several who settled it only the latest has settled it on this speaker.
  const on = by.length === 1 && told.speaker ? `: ${speakerWords(told.speaker)}` : "";
  return `${names} ${doings[told.kind](told)}${on}`;
}

function speakerWords({ voice, name }: NonNullable<NotificationView["speaker"]>): string {
  return voice === "reporter" ? "the reporter’s own words" : (name ?? "somebody unnamed");
}
