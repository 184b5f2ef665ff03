import type { Page } from "@playwright/test";
import type { PrismaClient } from "@/prisma/generated/client";

/** An article in which one reports another. */
export const ferry = [
  "Ferry line to close",
  "The Kiosk reported that two officials told the council that the harbour was broke in 2019.",
  "“We lost two winters,” said Ida Holm, who runs the fish market. According to her, half of the boats have left.",
  "A clerk in a grey hat said the money had been there all along. Nobody waved.",
].join("\n\n");

/** The open passage. */
export const panel = (page: Page) => page.getByRole("region", { name: /^Passage \d+/ });

/** What is recorded of it. */
export const told = (page: Page) => panel(page).getByRole("region", { name: "Who said it", exact: true });

/** The form in which it is recorded. */
export const form = (page: Page) => page.getByRole("form", { name: "Who said it?" });

/** The card of the passage with these words. */
export const card = (page: Page, words: string) =>
  page.getByRole("complementary", { name: "Discussion" }).getByRole("button", { name: words });

/** What the server holds of an article's attributions in words, oldest first. */
export async function stored(db: PrismaClient, articleId: string): Promise<string[]> {
  const rows = await db.attribution.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ createdNumber: "asc" }, { createdAt: "asc" }],
    include: { source: true, passage: { include: { revision: true } } },
  });
  return rows.map(({ source, passage, voice, directness, ...one }) => {
    const say = (start: number | null, end: number | null) =>
      passage.revision.text.slice(start ?? 0, end ?? 0);
    const [mention, cue] = [say(one.mentionStart, one.mentionEnd), say(one.cueStart, one.cueEnd)];
    return [passage.exact, source?.name ?? voice, directness, mention, cue].join(" | ");
  });
}
