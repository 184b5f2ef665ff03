import "server-only";
import { z } from "zod";
import { findArticle, latestRevision } from "@/lib/articles/queries";
import { mustBeAble } from "@/lib/auth/permissions";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { notFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type SuggestionCounts, type SuggestionView, suggestedCue, suggestedSpeaker } from "./schema";

/** What leaves the server of a suggestion. */
export const suggestionSelect = {
  id: true,
  kind: true,
  start: true,
  end: true,
  claimKinds: true,
  directness: true,
  speaker: true,
  cue: true,
  parentId: true,
  rule: true,
  confidence: true,
  engine: true,
  state: true,
  decidedById: true,
  decidedAt: true,
  number: true,
} satisfies Prisma.SuggestionSelect;

type SuggestionRow = Prisma.SuggestionGetPayload<{ select: typeof suggestionSelect }>;

export function toSuggestionView({
  speaker,
  cue,
  decidedById,
  decidedAt,
  ...row
}: SuggestionRow): SuggestionView {
  return {
    ...row,
    speaker: suggestedSpeaker.nullable().parse(speaker),
    cue: suggestedCue.nullable().parse(cue),
    decidedBy: decidedById,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

/** A suggestion with what rights are asked about, when this viewer may see its article; 404 otherwise. */
export async function findSuggestion(viewer: Viewer, suggestionId: string) {
  const row = await db().suggestion.findFirst({
    where: { id: suggestionId, article: { workspaceId: { in: workspaceIds(viewer) } } },
    select: { articleId: true, article: { select: { workspaceId: true } } },
  });
  if (!row) throw notFound("suggestion");
  return { articleId: row.articleId, workspaceId: row.article.workspaceId };
}

const mostDismissed = 50;

/** What the viewer has dismissed in the article as it is, the latest first. A colleague's decision only they undo. */
export async function listDismissedSuggestions(
  viewer: Viewer,
  articleId: string,
): Promise<{ suggestions: SuggestionView[] }> {
  mustBeAble(viewer, "suggestion.decide", await findArticle(viewer, articleId));
  const { id: revisionId } = await latestRevision(articleId);
  const rows = await db().suggestion.findMany({
    where: { articleId, revisionId, state: "dismissed", decidedById: viewer.userId },
    orderBy: [{ number: "desc" }, { id: "asc" }],
    take: mostDismissed,
    select: suggestionSelect,
  });
  return { suggestions: rows.map(toSuggestionView) };
}

const count = z.number().int();
const counted = z.object({ open: count, accepted: count, changed: count, dismissed: count });

/** How suggestions were taken in a workspace, by rule, the most decided about first. */
export async function countSuggestions(viewer: Viewer, workspaceId: string): Promise<SuggestionCounts> {
  mustBeAble(viewer, "suggestion.count", { workspaceId });
  const rows = await db().$queryRaw<({ rule: string } & Record<string, unknown>)[]>`
    SELECT s.rule,
      count(*) FILTER (WHERE s.state = 'open')::int AS open,
      count(*) FILTER (WHERE s.state = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE s.state = 'changed')::int AS changed,
      count(*) FILTER (WHERE s.state = 'dismissed')::int AS dismissed
    FROM "Suggestion" s
    JOIN "Article" a ON a.id = s."articleId"
    WHERE a."workspaceId" = ${workspaceId}::uuid
    GROUP BY s.rule
    ORDER BY count(*) FILTER (WHERE s.state <> 'open') DESC, count(*) DESC, s.rule
    LIMIT 200`;
  return { rules: rows.map(({ rule, ...row }) => ({ rule, ...counted.parse(row) })) };
}
