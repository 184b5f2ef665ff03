import "server-only";
import { z } from "zod";
import { type BlockPlace, blockPlaceSchema } from "@/lib/articles/document-schema";
import { revisionText } from "@/lib/articles/queries";
import { coverageOf } from "@/lib/attributions/coverage";
import { type Viewer, workspaceIds } from "@/lib/auth/viewer";
import { snapshot, type Tx } from "@/lib/db/transaction";
import { readPeople } from "@/lib/discussion/read-people";
import { notFound } from "@/lib/errors";
import { siteOf } from "@/lib/text/site-of";
import { countHidden, countStates, progressOf, speakersOf } from "./overview";
import { readGrounds } from "./read-grounds";
import type { ClaimRow } from "./row-schema";
import { claimRows } from "./rows";
import type { ClaimsOverview } from "./schema";

type Known = {
  article: { workspaceId: string; title: string; language: string };
  text: string;
  blocks: BlockPlace[];
  /** In text order. */
  rows: ClaimRow[];
};

export type Claims = Known & { overview: ClaimsOverview };

type Kept = Known & { overview: Omit<ClaimsOverview, "people">; named: Set<string> };

// The claims of an article as a viewer saw them last. They stay the same until the article's next event: whatever
// changes them, a source's name and a reveal included, stores one. Paging and narrowing then cost next to nothing.
const kept = new Map<string, { stamp: string; claims: Kept }>();
const mostRowsKept = 20_000;
const mostKept = 200;

/**
 * All claims of an article as this viewer may see them, at one moment. It reads what a table counts and compares, and
 * no bodies of comments or rationales; nor does it open the article: what is new to the viewer stays new.
 */
export async function readClaims(viewer: Viewer, articleId: string): Promise<Claims> {
  const key = `${viewer.userId} ${articleId}`;
  const { head, stamp, known, grounds, people } = await snapshot(async (tx) => {
    const head = await readHead(tx, viewer, articleId);
    const stamp = JSON.stringify([head.number, head.url, head.archived, head.revision.id]);
    const last = kept.get(key);
    const known = last?.stamp === stamp ? last.claims : null;
    const grounds = known ? null : await readGrounds(tx, viewer, articleId);
    const named = known?.named ?? grounds?.named ?? new Set();
    return { head, stamp, known, grounds, people: await readPeople(tx, head.article.workspaceId, named) };
  });
  const claims = grounds ? await makeClaims(viewer, articleId, head, grounds) : known;
  if (!claims) throw notFound("article");
  keep(key, { stamp, claims });
  const { named: _, overview, ...rest } = claims;
  return { ...rest, overview: { ...overview, people } };
}

/** Puts it behind those that were asked for before, and lets go of the oldest when there are too many. */
function keep(key: string, one: { stamp: string; claims: Kept }): void {
  kept.delete(key);
  kept.set(key, one);
  let rows = [...kept.values()].reduce((sum, { claims }) => sum + claims.rows.length, 0);
  for (const [oldest, { claims }] of kept) {
    if (rows <= mostRowsKept && kept.size <= mostKept) return;
    kept.delete(oldest);
    rows -= claims.rows.length;
  }
}

type Head = Awaited<ReturnType<typeof readHead>>;
type Grounds = Awaited<ReturnType<typeof readGrounds>>;

async function makeClaims(viewer: Viewer, articleId: string, head: Head, grounds: Grounds): Promise<Kept> {
  const { article, revision, number, archived } = head;
  const { voices, passages, named } = grounds;
  const text = await revisionText(revision.id);
  const blocks = z.array(blockPlaceSchema).parse(revision.blocks);
  const rows = claimRows({ ...grounds, site: siteOf(head.url), viewerId: viewer.userId });
  return {
    article,
    text,
    blocks,
    rows,
    named,
    overview: {
      articleId,
      number,
      archived,
      progress: progressOf(rows, coverageOf({ text, blocks, passages, claims: [], voices })),
      counts: countStates(rows),
      hidden: countHidden(rows),
      sources: speakersOf(rows),
    },
  };
}

async function readHead(tx: Tx, viewer: Viewer, articleId: string) {
  const found = await tx.article.findFirst({
    where: { id: articleId, workspaceId: { in: workspaceIds(viewer) } },
    select: {
      workspaceId: true,
      title: true,
      language: true,
      url: true,
      eventNumber: true,
      archivedAt: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { id: true, blocks: true } },
    },
  });
  const [revision] = found?.revisions ?? [];
  if (!found || !revision) throw notFound("article");
  const { workspaceId, title, language, url, eventNumber, archivedAt } = found;
  return {
    article: { workspaceId, title, language },
    revision,
    url,
    number: eventNumber,
    archived: archivedAt !== null,
  };
}
