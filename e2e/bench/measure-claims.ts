import { randomUUID } from "node:crypto";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import type { World } from "./world";

const verdicts = ["4", "3", "3", "2", "1", "U", "O", "3"] as const;

/**
 * Verdicts stored in bulk, which the product never does: `each` people judge every passage, by turns on one question
 * and the other. Every passage is a source's word; the reader has asked to see all but every tenth.
 */
async function makeJudged(
  { db, workspaceId, colleagues }: Pick<World, "db" | "workspaceId" | "colleagues">,
  articleId: string,
  readerId: string,
  each: number,
): Promise<number> {
  const byId = colleagues[0]?.id ?? "";
  const source = await db.source.create({
    data: { id: randomUUID(), workspaceId, createdById: byId, kind: "person", name: "Ida Holm" },
  });
  const passages = await db.passage.findMany({ where: { articleId }, select: { id: true, exact: true } });
  const made = { articleId, byId, number: 1, createdNumber: 1, contentNumber: 1 };
  await db.attribution.createMany({
    data: passages.map(({ id: passageId }) => ({
      ...made,
      id: randomUUID(),
      passageId,
      voice: "source" as const,
      directness: "indirect" as const,
      sourceId: source.id,
    })),
  });
  const axes = ["so", "said"] as const;
  const rows = passages.flatMap(({ id: passageId, exact }, at) =>
    Array.from({ length: each }, (_, index) => {
      const axis = axes[index % 2] ?? "so";
      return {
        id: randomUUID(),
        articleId,
        passageId,
        axis,
        byId: colleagues[1 + ((at + index) % 40)]?.id ?? byId,
        verdict: verdicts[(at * 3 + index) % verdicts.length] ?? "3",
        text: "Checked against the register of berths and two reports.",
        blind: index % 3 > 0,
        exact,
        sourceId: axis === "said" ? source.id : null,
        number: 1,
      };
    }),
  );
  for (let from = 0; from < rows.length; from += 5_000) {
    await db.assessment.createMany({ data: rows.slice(from, from + 5_000) });
  }
  const seen = passages.filter((_, at) => at % 10 > 0);
  await db.reveal.createMany({
    data: seen.flatMap(({ id: passageId }) =>
      axes.map((axis) => ({ articleId, passageId, axis, userId: readerId, number: 1 })),
    ),
  });
  return rows.length;
}

/** The views of an article's claims at the client, by the number of passages, four verdicts each. */
export async function measureClaims(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  const [, , reader] = world.colleagues;
  if (!reader) throw new Error("There is nobody.");
  for (const passages of [50, 500, 5_000]) {
    const { articleId } = await world.makeCase(8_000, passages);
    const assessments = await makeJudged(world, articleId, reader.id, 4);
    for (const [name, path] of [
      ["table, first page", "claims"],
      ["table, split first", "claims?sort=agreement"],
      ["board", "claims/board"],
      ["matrix", "claims/matrix"],
      ["numbers and dates", "claims/numbers"],
      ["CSV", "claims/csv"],
    ] as const) {
      const first: number[] = [];
      const again: number[] = [];
      let size = 0;
      for (let round = 0; round < 9; round++) {
        // Something has happened in the article since: nothing that was kept is of use.
        await world.db.article.update({ where: { id: articleId }, data: { eventNumber: { increment: 1 } } });
        for (const took of [first, again]) {
          const begin = performance.now();
          const answer = await world.ask(reader, "GET", `/api/articles/${articleId}/${path}`);
          size = Buffer.byteLength(await answer.text()) / 1_000;
          if (round > 0) took.push(performance.now() - begin);
        }
      }
      rows.push([
        name,
        passages.toLocaleString("en-GB"),
        assessments.toLocaleString("en-GB"),
        percentile(first, 0.5),
        percentile(first, 0.95),
        percentile(again, 0.5),
        percentile(again, 0.95),
        size,
      ]);
    }
  }
  printTable(
    "Claims of an article of 8,000 words, after something happened in it and once more (ms at the client)",
    ["", "passages", "verdicts", "first, p50", "p95", "again, p50", "p95", "kB"],
    rows,
  );
}
