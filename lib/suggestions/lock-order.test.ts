import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { countWaiting, useTestDatabase } from "@/lib/db/test-database";
import { type Tx, transaction } from "@/lib/db/transaction";
import { getDiscussion } from "@/lib/discussion/queries";
import { lockArticle } from "@/lib/live/events";
import type { SourceView } from "@/lib/sources/schema";
import { makeArticle, makeSource } from "@/prisma/factories";
import { acceptSuggestions } from "./accept";
import type { SuggestionsDecided } from "./schema";
import { newIds, room, useSuggestions } from "./test-suggestions";

useTestDatabase();
useSuggestions();

let article: Awaited<ReturnType<typeof makeArticle>>;
/** What the colleague has accepted: who reports the officials, on the very same words. */
let reporting: { source: SourceView; attributionId: string };
let officials: string;

beforeEach(async () => {
  article = await makeArticle(db(), {
    workspaceId: room.workspace.id,
    createdById: room.owner.userId,
    text: "Again\n\nThe boats had left, the Courier reported, citing two port officials.",
  });
  const { suggestions } = await getDiscussion(room.member, article.id);
  const { id = "", parentId } = suggestions.find((one) => one.parentId !== null) ?? {};
  officials = id;
  const accept = [{ suggestionId: parentId ?? "", ...newIds() }];
  const done = await acceptSuggestions(room.editor, article.id, { accept });
  const [source] = done.sources;
  if (!source) throw new Error("The Courier is no source.");
  reporting = { source, attributionId: accept[0]?.attributionId ?? "" };
});

/** Accepts the officials' word while `hold` keeps it waiting and then does `work`. */
async function acceptMeanwhile(hold: (tx: Tx) => Promise<unknown>, work: (tx: Tx) => Promise<unknown>) {
  let accepting: Promise<SuggestionsDecided> | undefined;
  await transaction(async (tx) => {
    await hold(tx);
    const accept = [{ suggestionId: officials, ...newIds() }];
    accepting = acceptSuggestions(room.member, article.id, { accept });
    accepting.catch(() => undefined);
    await expect.poll(countWaiting).toBe(1);
    await work(tx);
  });
  return accepting;
}

it("waits for whoever is changing the source that a colleague recorded, and does not make them wait", async () => {
  const { id } = reporting.source;
  const done = await acceptMeanwhile(
    (tx) => tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${id}::uuid FOR UPDATE`,
    (tx) => lockArticle(tx, article.id),
  );
  const mine = done?.attributions.filter((one) => one.by === room.member.userId);
  expect(mine?.map((one) => one.sourceId)).toContain(id);
});

it("uses no source that it did not hold before the article", async () => {
  const made = { workspaceId: room.workspace.id, createdById: room.owner.userId };
  const { id: sourceId } = await makeSource(db(), { ...made, name: "The Evening Post" });
  const accepting = acceptMeanwhile(
    (tx) => lockArticle(tx, article.id),
    (tx) => tx.attribution.update({ where: { id: reporting.attributionId }, data: { sourceId } }),
  );
  await expect(accepting).rejects.toMatchObject({ code: "conflict" });
  // The next try holds it.
  const accept = [{ suggestionId: officials, ...newIds() }];
  const { attributions } = await acceptSuggestions(room.member, article.id, { accept });
  const mine = attributions.filter((one) => one.by === room.member.userId);
  expect(mine.map((one) => one.sourceId)).toContain(sourceId);
});
