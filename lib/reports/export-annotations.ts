import "server-only";
import { findArticle, readArticleText } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { listPassages, type PassageEntry } from "@/lib/discussion/list-passages";
import { lookAtDiscussion } from "@/lib/discussion/queries";
import type { Discussion } from "@/lib/discussion/schema";
import { type TalkedThread, webAnnotations } from "@/lib/export/web-annotation";
import { groupBy } from "@/lib/group-by";
import { type File, fileName } from "@/lib/http/file";
import { ownOrigin } from "@/lib/http/own-origin";
import { claimKindWords } from "@/lib/passages/kind-words";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { choicesIn, usualChoices } from "./choices";
import { cleanBody, mask } from "./clean-body";
import { tellOfReport } from "./tell";

/**
 * The passages and comments of an article, as this viewer may see them, as W3C Web Annotations: without a single
 * verdict, without threads about verdicts that are hidden from the viewer, and with names only where the choices of the
 * report have them. That they took it out is kept in the history.
 */
export async function exportAnnotations(
  viewer: Viewer,
  articleId: string,
  show: Parameters<typeof choicesIn>[0],
): Promise<File> {
  const { names } = choicesIn(show) ?? usualChoices;
  const article = await readArticleText(viewer, articleId);
  const discussion = await lookAtDiscussion(viewer, articleId);
  await tellOfReport(db(), viewer, await findArticle(viewer, articleId), "report.exported");
  const people = new Map(discussion.people.map((one) => [one.id, one.name]));
  const nameOf = (id: string) => (names ? (people.get(id) ?? null) : null);
  const { title, url, language } = article;
  const origin = ownOrigin();
  const collection = webAnnotations(
    {
      address: `${origin}/articles/${articleId}`,
      title,
      url,
      language,
      text: article.revision.text,
      passages: listPassages(discussion, viewer.userId).map((entry) => toMarked(entry, nameOf)),
      threads: toTalked(discussion, names, nameOf),
    },
    `${origin}/api/articles/${articleId}/report/annotations`,
  );
  return { name: fileName(`${title} annotations`, "jsonld"), text: JSON.stringify(collection, null, 2) };
}

type NameOf = (userId: string) => string | null;

function toMarked({ passage, speaker: name, stance }: PassageEntry, nameOf: NameOf) {
  const { id, start, end, exact, prefix, suffix, createdAt, createdBy, claimKinds } = passage;
  const speaker = name === null ? null : { name, stance };
  const kinds = claimKinds.map((kind) => claimKindWords[kind]);
  return { id, start, end, exact, prefix, suffix, createdAt, kinds, speaker, createdBy: nameOf(createdBy) };
}

function toTalked({ threads, comments }: Discussion, hasNames: boolean, nameOf: NameOf): TalkedThread[] {
  const of = groupBy(
    comments.filter((one) => one.deletedAt === null),
    (one) => one.threadId,
  );
  return threads.map(({ id, passageId }) => ({
    id,
    passageId,
    comments: (of.get(id) ?? [])
      .toSorted((a, b) => a.createdNumber - b.createdNumber)
      .map((one) => ({
        id: one.id,
        text: one.body ? plainTextOf(cleanBody(one.body, hasNames)) : mask(one.text),
        at: one.createdAt,
        editedAt: one.editedAt,
        by: nameOf(one.author),
      })),
  }));
}
