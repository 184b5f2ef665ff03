import { randomUUID } from "node:crypto";
import { blockPlaceSchema } from "@/lib/articles/document-schema";
import { ledgerOf } from "@/lib/attributions/ledger";
import { readArticle } from "@/lib/discussion/read-article";
import { discussion as discussionShape } from "@/lib/discussion/schema";
import { describeQuote } from "@/lib/passages/describe-quote";
import { makeArticle } from "@/prisma/factories";
import { madeText, newsText, percentile, spreadPassages } from "./made-text";
import { printTable } from "./print-table";
import type { World } from "./world";

async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function repeat(times: number, work: () => unknown): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < times; index++) took.push(await timed(work));
  return took;
}

const halves = (took: number[]) => [percentile(took, 0.5), percentile(took, 0.95)];

/** The first opening of an article, at which the machine reads it and stores what it suggests, and the second. */
export async function measureSuggesting(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  const who = authorOf(world);
  for (const words of [800, 8_000, 40_000]) {
    const first: number[] = [];
    const second: number[] = [];
    let count = 0;
    for (let round = 0; round < 8; round++) {
      const made = { workspaceId: world.workspaceId, createdById: who.id };
      const article = await makeArticle(world.db, { ...made, text: newsText(words) });
      const open = () => world.ask(who, "GET", `/api/articles/${article.id}/discussion`);
      first.push(await timed(open));
      second.push(await timed(async () => (await open()).text()));
      count = await world.db.suggestion.count({ where: { articleId: article.id } });
    }
    rows.push([words.toLocaleString("en-GB"), count, ...halves(first), ...halves(second)]);
  }
  printTable(
    "Suggestions for an article: read and stored at its first opening (ms at the client)",
    ["words", "suggestions", "first opening, p50", "p95", "next, p50", "p95"],
    rows,
  );
}

/** The ledger of an article as the browser works it out, and its file from the server. */
export async function measureArticleLedger(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  const who = authorOf(world);
  const sourceIds = await makeSources(world, 60);
  for (const passages of [50, 500, 2_000]) {
    const { articleId } = await makeVoices(world, { words: 8_000, passages, sourceIds });
    const answer = await world.ask(who, "GET", `/api/articles/${articleId}/discussion`);
    const held = discussionShape.parse(await answer.json());
    const revision = await world.db.revision.findFirstOrThrow({ where: { articleId } });
    const { text } = revision;
    const blocks = blockPlaceSchema.array().parse(revision.blocks);
    const read = () => readArticle({ text, blocks }, held);
    const { voices, coverage } = read();
    const ledger = () => ledgerOf({ text, passages: held.passages, coverage, voices });
    const file = async () => (await world.ask(who, "GET", `/api/articles/${articleId}/ledger/csv`)).text();
    await file();
    rows.push([
      passages.toLocaleString("en-GB"),
      ledger().length,
      ...halves(await repeat(40, read)),
      ...halves(await repeat(40, ledger)),
      ...halves(await repeat(10, file)),
    ]);
  }
  printTable(
    "Ledger of an article of 8,000 words (ms; voices and coverage, then its rows, in the browser; the file at the client)",
    ["passages", "sources", "voices and coverage, p50", "p95", "rows, p50", "p95", "file, p50", "p95"],
    rows,
  );
}

/** The ledger over a workspace of 200 articles with 5,000 attributions. */
export async function measureWorkspaceLedger(world: World): Promise<void> {
  const who = authorOf(world);
  const sourceIds = await makeSources(world, 800);
  for (let index = 0; index < 200; index++)
    await makeVoices(world, { words: 400, passages: 25, sourceIds, first: index * 25 });
  const [sourceId = ""] = sourceIds;
  const ledger = `/api/workspaces/${world.workspaceId}/ledger`;
  const calls: [string, string][] = [
    ["first page, by passages", ledger],
    ["first page, by name", `${ledger}?order=name`],
    ["first page, the latest", `${ledger}?order=latest`],
    ["one kind", `${ledger}?kind=organisation`],
    ["two words of a name", `${ledger}?q=office+41`],
    ["the file", `${ledger}/csv`],
    ["what a source said", `/api/sources/${sourceId}/passages`],
    ["likely duplicates", `/api/workspaces/${world.workspaceId}/sources/proposals`],
    ["sources while typing", `/api/workspaces/${world.workspaceId}/sources?q=office`],
  ];
  const rows: (string | number)[][] = [];
  for (const [name, path] of calls) {
    const ask = async () => (await world.ask(who, "GET", path)).text();
    const size = Buffer.byteLength(await ask()) / 1_000;
    rows.push([name, ...halves(await repeat(12, ask)), size]);
  }
  const where = { workspaceId: world.workspaceId };
  const counts = [
    await world.db.source.count({ where }),
    await world.db.attribution.count({ where: { article: where } }),
  ].map((one) => one.toLocaleString("en-GB"));
  printTable(
    `Ledger of a workspace with ${counts[0]} sources and ${counts[1]} attributions (ms at the client)`,
    ["", "p50", "p95", "kB"],
    rows,
  );
}

function authorOf({ colleagues }: World) {
  const [author] = colleagues;
  if (!author) throw new Error("There is nobody.");
  return author;
}

/** Sources of all kinds with an alias each; every tenth speaks as the one before it. */
async function makeSources({ db, workspaceId, colleagues }: World, count: number): Promise<string[]> {
  const createdById = colleagues[0]?.id ?? "";
  const kinds = ["person", "organisation", "document", "anonymousGroup"] as const;
  const names = ["Ida Holm", "Harbour Office", "The log", "two officials"];
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    workspaceId,
    createdById,
    kind: kinds[index % kinds.length] ?? ("unknown" as const),
    name: `${names[index % names.length]} ${index}`,
  }));
  await db.source.createMany({
    data: rows.map((row, index) => ({
      ...row,
      mergedIntoId: index % 10 === 9 ? (rows[index - 1]?.id ?? null) : null,
    })),
  });
  await db.sourceAlias.createMany({
    data: rows.map(({ id, name }) => ({
      id: randomUUID(),
      sourceId: id,
      text: `${name} of the coast`,
      createdById,
    })),
  });
  return rows.map(({ id }) => id);
}

type Wanted = {
  words: number;
  passages: number;
  sourceIds: readonly string[];
  /** How many were made before, so that not all articles have the same sources. */
  first?: number;
};

/** Stored in bulk, which the product never does: passages, each with one attribution, every fourth through a link. */
async function makeVoices(
  { db, workspaceId, colleagues }: World,
  { words, passages, sourceIds, first = 0 }: Wanted,
) {
  const byId = colleagues[0]?.id ?? "";
  const article = await makeArticle(db, { workspaceId, createdById: byId, text: madeText(words) });
  const { id: revisionId, text } = article.revision;
  const places = spreadPassages(text, passages).map((place, index) => ({
    ...place,
    id: randomUUID(),
    linkId: index % 4 === 0 ? randomUUID() : null,
    sourceId: sourceIds[(first + index * 7) % sourceIds.length] ?? null,
    number: index + 1,
  }));
  await db.passage.createMany({
    data: places.map(({ id, start, end, number }) => ({
      id,
      articleId: article.id,
      revisionId,
      start,
      end,
      ...describeQuote(text, { start, end }, "en"),
      claimKinds: number % 3 === 0 ? ["quantity" as const] : [],
      createdById: byId,
      createdNumber: number,
      number,
    })),
  });
  const held = { articleId: article.id, voice: "source" as const, byId };
  await db.attribution.createMany({
    data: places.flatMap(({ id: passageId, linkId, sourceId, number }) => {
      const made = { ...held, passageId, createdNumber: number, contentNumber: number, number };
      const link = { ...made, id: linkId ?? "", stands: false, sourceId: sourceIds[0] ?? null };
      const head = { ...made, id: randomUUID(), directness: "indirect" as const, sourceId, parentId: linkId };
      return linkId ? [link, head] : [head];
    }),
  });
  await db.article.update({ where: { id: article.id }, data: { eventNumber: passages } });
  return { articleId: article.id };
}
