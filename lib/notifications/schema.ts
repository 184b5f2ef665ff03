import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment } from "@/lib/http/fields";

/**
 * judged: somebody judged a passage that I marked (never what they said of it). answered: somebody discusses my
 * verdict. assigned: I am asked to check a passage. resolved: an editor decided on a passage that I judged or marked;
 * reopened: and opened it again.
 */
export const notificationKind = z.enum(["judged", "answered", "assigned", "resolved", "reopened"]);

export type NotificationKind = z.output<typeof notificationKind>;

export const notificationView = z
  .strictObject({
    id,
    kind: notificationKind,
    articleId: id,
    articleTitle: z.string(),
    passageId: id.nullable(),
    threadId: id.nullable(),
    /** The words of the passage. */
    words: z.string(),
    /** Name of whoever did it. */
    by: z.string(),
    at: moment,
    readAt: moment.nullable(),
  })
  .meta({ id: "Notification" });

export type NotificationView = z.output<typeof notificationView>;

export const listNotifications = endpoint({
  method: "GET",
  path: "/api/notifications",
  summary: "What concerns me and I have not read yet, the latest first, at most 50.",
  action: "signed-in",
  answer: z.strictObject({ notifications: z.array(notificationView), unread: z.number().int() }),
});

export const readNotifications = endpoint({
  method: "PUT",
  path: "/api/notifications/read",
  summary: "Count notifications of mine as read.",
  action: "signed-in",
  body: z.strictObject({ ids: z.array(id).min(1).max(200) }),
  answer: z.strictObject({ read: z.number().int() }),
});
