import "server-only";
import { randomUUID } from "node:crypto";
import { findArticle } from "@/lib/articles/queries";
import { mustBeAble } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { lockArticle } from "@/lib/live/events";
import { makeAddress } from "./address";
import { findPublication, publicationSelect, toPublicationView } from "./queries";
import { readPublicReport, readReportGround } from "./read-public";
import { type NewPublication, type PublicationView, reportView } from "./schema";
import { tellOfReport } from "./tell";

/**
 * Publishes the report as it is now; again under the same address when it is published already. After a withdrawal the
 * address is a new one. 409 with the current publication when it is not the one that the owner saw.
 */
export async function publishReport(
  viewer: Viewer,
  articleId: string,
  { choices, version }: NewPublication,
): Promise<{ publication: PublicationView }> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "report.publish", article);
  const now = new Date();
  const ground = await readReportGround(viewer, articleId);
  // Parsed once more: what is stored for everybody to read is what the schema names, and nothing beside it.
  const report = reportView.parse(await readPublicReport(ground, choices, now));
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const before = await findPublication(tx, articleId);
    if ((before?.version ?? null) !== version) {
      throw new AppError(
        "conflict",
        "The report was published or withdrawn meanwhile. Look at how it is now and decide again.",
        { details: before && toPublicationView(before, null) },
      );
    }
    const data = { report, choices, publishedById: viewer.userId, publishedAt: now };
    const row = before
      ? await tx.publication.update({
          where: { id: before.id },
          data: { ...data, version: { increment: 1 } },
          select: publicationSelect,
        })
      : await tx.publication.create({
          data: { id: randomUUID(), articleId, address: makeAddress(), ...data },
          select: publicationSelect,
        });
    await tellOfReport(tx, viewer, article, "report.published");
    return { publication: toPublicationView(row, false) };
  });
}

/** Takes the published report away: from now on its address is like one that never was. Without one, nothing changes. */
export async function withdrawReport(viewer: Viewer, articleId: string): Promise<{ publication: null }> {
  const article = await findArticle(viewer, articleId);
  mustBeAble(viewer, "report.publish", article);
  return transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const { count } = await tx.publication.updateMany({
      where: { articleId, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (count > 0) await tellOfReport(tx, viewer, article, "report.withdrawn");
    return { publication: null };
  });
}
