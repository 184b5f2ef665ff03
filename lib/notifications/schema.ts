import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment } from "@/lib/http/fields";
import { momentCursor } from "@/lib/text/cursor";

/**
 * mentioned: somebody named me in a comment. assigned: I am asked to check a passage, or given a thread. answered:
 * somebody discusses my verdict. replied: in a thread that I take part in. commented: on a passage that I marked or am
 * to check or, where I want to hear everything, anywhere. judged: somebody judged a passage (never what they said of
 * it). resolved: an editor decided on a passage; reopened: and opened it again. differed: somebody has it otherwise
 * who said a passage. settled: an editor decided who said it; unsettled: and opened that again. deleted: a passage that I have a part in went.
 */
export const notificationKind = z.enum([
  "mentioned",
  "assigned",
  "answered",
  "replied",
  "commented",
  "judged",
  "resolved",
  "reopened",
  "differed",
  "settled",
  "unsettled",
  "deleted",
]);

export type NotificationKind = z.output<typeof notificationKind>;

/** Of what somebody wants to hear in an article; lib/notifications/watch says what each level lets through. */
export const watchLevel = z.enum(["everything", "participating", "mentions", "muted"]);

export type WatchLevel = z.output<typeof watchLevel>;

const notificationView = z
  .strictObject({
    id,
    kind: notificationKind,
    articleId: id,
    articleTitle: z.string(),
    passageId: id.nullable(),
    threadId: id.nullable(),
    commentId: id.nullable(),
    /** Whether the passage was marked by me. */
    mine: z.boolean(),
    /** The words of the passage. */
    words: z.string(),
    /**
     * settled: whose word it is, a source's or the reporter's own; the name is null for somebody unnamed. Null of all else,
     * where what was settled has been changed since, and where the source does not claim the words.
     */
    speaker: z
      .strictObject({ voice: z.enum(["source", "reporter"]), name: z.string().nullable() })
      .nullable(),
    /** How the comment begins. */
    comment: z.string(),
    /** Name of whoever did it. */
    by: z.string(),
    at: moment,
    /** When it is to be seen: later than `at` when I have put it off. */
    dueAt: moment,
    readAt: moment.nullable(),
    doneAt: moment.nullable(),
  })
  .meta({ id: "Notification" });

export type NotificationView = z.output<typeof notificationView>;

/** What a list of notifications shows. `all` is what is due and not done. */
export const notificationShow = z.enum(["all", "mentions", "assigned", "unread", "later", "done"]);

export type NotificationShow = z.output<typeof notificationShow>;

export const notificationQuery = z.strictObject({
  show: notificationShow.optional(),
  cursor: momentCursor.optional(),
});

export type NotificationQuery = z.output<typeof notificationQuery>;

const notificationList = z.strictObject({
  notifications: z.array(notificationView),
  nextCursor: z.string().nullable(),
  /** How many are unread in all, at most 100. */
  unread: z.number().int(),
});

export type NotificationPage = z.output<typeof notificationList>;

export const listNotifications = endpoint({
  method: "GET",
  path: "/api/notifications",
  summary: "What concerns me, the latest first, 40 a page.",
  action: "signed-in",
  query: notificationQuery,
  answer: notificationList,
});

export const changeNotifications = endpoint({
  method: "PATCH",
  path: "/api/notifications",
  summary:
    "Count notifications of mine as read or unread, done or not, or put them off until a moment (null: no more).",
  action: "signed-in",
  body: z
    .strictObject({
      ids: z.array(id).min(1).max(200),
      read: z.boolean().optional(),
      done: z.boolean().optional(),
      until: moment.nullable().optional(),
    })
    .refine(({ read, done, until }) => [read, done, until].some((one) => one !== undefined), {
      error: "Say what is to change: read, done or until.",
    }),
  answer: z.strictObject({ changed: z.number().int(), unread: z.number().int() }),
});

export type NotificationChange = z.output<(typeof changeNotifications)["body"]>;

const watch = z.strictObject({ level: watchLevel });

export const getWatch = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/watch",
  summary: "Of what I want to hear in this article.",
  action: "article.watch",
  params: z.strictObject({ articleId: id }),
  answer: watch,
});

export const putWatch = endpoint({
  method: "PUT",
  path: "/api/articles/[articleId]/watch",
  summary: "Choose of what I want to hear in this article; tells what it was before.",
  action: "article.watch",
  params: z.strictObject({ articleId: id }),
  body: watch,
  answer: watch.extend({ was: watchLevel }),
});

export const putWatchLevel = endpoint({
  method: "PUT",
  path: "/api/notifications/level",
  summary: "Choose of what I want to hear in articles for which I chose nothing else.",
  action: "signed-in",
  body: watch,
  answer: watch,
});
