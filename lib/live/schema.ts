import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id } from "@/lib/http/fields";

/** The most articles that one stream can watch. */
export const mostWatched = 20;

/** `?article=…`, any number of times. */
export const streamQuery = z.strictObject({
  article: z
    .union([id, z.array(id)])
    .default([])
    .transform((given) => [...new Set([given].flat())])
    .refine((ids) => ids.length <= mostWatched, {
      error: `One stream watches at most ${mostWatched} articles.`,
    }),
});

/** Data of `event: article`: the article has changed up to this event number. Also sent once for each article at the start. */
export const articleBell = z.strictObject({ articleId: id, number: z.number().int() });

export type ArticleBell = z.output<typeof articleBell>;

/** Who has the article open now. */
export const presence = z.strictObject({
  articleId: id,
  people: z.array(z.strictObject({ id, name: z.string() })),
});

export type Presence = z.output<typeof presence>;

export const getPresence = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/presence",
  summary: "Who has this article open now.",
  action: "article.read",
  params: z.strictObject({ articleId: id }),
  answer: presence,
});

/** Data of `event: notified`: how many of my notifications are unread. Also sent once at the start. */
const notifiedBell = z.strictObject({ unread: z.number().int() });

export type NotifiedBell = z.output<typeof notifiedBell>;

/**
 * Server-sent events; the data of each kind is `articleBell`, `presence`, `notifiedBell`, nothing (`access`: my rights
 * changed), or what lib/discussion/schema calls `discussionChange` (`change`).
 */
export const watchArticles = endpoint({
  method: "GET",
  path: "/api/live",
  summary:
    "Hear at once when articles change (event `article`; before it, where everybody may know it, `change` with what happened), who reads them (`presence`), when my notifications change (`notified`), and my rights (`access`). One stream per browser is enough.",
  action: "article.read",
  query: streamQuery,
  answer: z.string(),
  media: "text/event-stream",
});
