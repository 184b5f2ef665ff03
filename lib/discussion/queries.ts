import "server-only";
import { findArticle } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { snapshot } from "@/lib/db/transaction";
import { ensureSuggestions } from "@/lib/suggestions/suggest";
import { openArticle } from "./mutations";
import { readDiscussion, readOutline, type Since } from "./read-discussion";
import { readReplies } from "./read-replies";
import type { Discussion, Outline } from "./schema";

/**
 * Everything beside the text of an article that this viewer may see, as it was at one moment. With `since` only what
 * changed after that event, by the same query; a `since` from the future, or from before the machine last read the
 * article, gets the whole. `peopleMark` is that of the people whom the asker holds: while it is so, members are left
 * out. Remembers the first opening.
 */
export async function getDiscussion(
  viewer: Viewer,
  articleId: string,
  since?: number,
  peopleMark?: string,
): Promise<Discussion> {
  if (since === undefined) {
    await findArticle(viewer, articleId);
    await ensureSuggestions(articleId);
  }
  const asked = since === undefined ? undefined : { number: since, peopleMark };
  const read = await readSince(viewer, articleId, asked);
  const isWhole = read.removed === undefined;
  // Outside the snapshot: two first openings at once must not make either reader fail.
  const now = isWhole || !read.opened ? await openArticle(viewer, articleId, read.number) : read.opened.at;
  return toDiscussion(read, now);
}

type Read = Awaited<ReturnType<typeof readDiscussion>>;

/** Mostly nothing but comments has changed, and those can be read for a tenth of the price. */
async function readSince(viewer: Viewer, articleId: string, asked: Since | undefined): Promise<Read> {
  const replies = asked && (await readReplies(viewer, articleId, asked));
  return replies ?? snapshot((tx) => readDiscussion(tx, viewer, articleId, asked));
}

/** The whole of it without opening the article: what is new to the viewer stays new. For the ledger and files. */
export async function lookAtDiscussion(viewer: Viewer, articleId: string): Promise<Discussion> {
  await findArticle(viewer, articleId);
  await ensureSuggestions(articleId);
  const read = await snapshot((tx) => readDiscussion(tx, viewer, articleId));
  return toDiscussion(read, new Date());
}

/** The same as an outline, for a page that counts and names and shows no comment. */
export async function lookAtOutline(viewer: Viewer, articleId: string): Promise<Outline> {
  await findArticle(viewer, articleId);
  await ensureSuggestions(articleId);
  const read = await snapshot((tx) => readOutline(tx, viewer, articleId));
  return toDiscussion(read, new Date());
}

type Marks = Pick<Read, "opened" | "number" | "threadsRead" | "passagesRead">;

/** What was read, with how far the viewer has read. */
function toDiscussion<T extends Marks>({ opened, threadsRead, passagesRead, ...rest }: T, now: Date) {
  const at = opened?.at ?? now;
  const number = opened?.number ?? rest.number;
  const seen = { number, at: at.toISOString(), threads: threadsRead, passages: passagesRead };
  return { ...rest, firstTime: !opened, seen };
}
