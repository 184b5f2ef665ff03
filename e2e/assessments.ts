import type { Page } from "@playwright/test";
import { makePassage } from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { makeRoom } from "./reading";

/** The open passage. */
export const panel = (page: Page) => page.getByRole("region", { name: /^Passage \d+/ });

/** Its verdicts on whether it is so. */
export const so = (page: Page) => panel(page).getByRole("region", { name: "Verdicts: is it so?" });

/** The form in which a verdict is given. */
export const form = (page: Page, name = "Is it so?") => page.getByRole("form", { name });

/** The verdicts that are shown on whether it is so. */
export const verdicts = (page: Page) =>
  so(page).getByRole("list", { name: "Verdicts" }).getByRole("listitem");

/** A room with one passage in it, which Ana has marked. */
export async function makeCase(db: PrismaClient) {
  const room = await makeRoom(db);
  const passage = await makePassage(db, {
    articleId: room.article.id,
    createdById: room.ana.id,
    words: "half of the boats have left",
  });
  return { ...room, passage };
}

/** What the server holds of the verdicts on a passage, in words, oldest first. */
export async function stored(db: PrismaClient, passageId: string): Promise<string[]> {
  const rows = await db.assessment.findMany({
    where: { passageId },
    orderBy: { number: "asc" },
    include: { evidence: { include: { evidence: true } }, by: true },
  });
  return rows.map(({ by, axis, verdict, text, blind, evidence, changeNote }) =>
    [by.name, axis, verdict, blind, text, evidence.map((one) => one.evidence.title).join(), changeNote].join(
      " | ",
    ),
  );
}
