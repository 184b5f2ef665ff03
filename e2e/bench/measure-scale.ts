import { addressOf, createDatabase, dropDatabase, withClient } from "@/prisma/databases";
import { fillDatabase, sizesOf } from "@/prisma/fill";
import { applyMigrations, withScratchServer } from "@/prisma/migrate";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import { useWorld, type World } from "./world";

/** A million takes ten minutes to make; as many as these take one, and show a scan as well. */
const usualPassages = 100_000;

/**
 * What the same article costs in a database that holds nothing else, and in one with so many passages and five times as
 * many comments (`npm run bench` makes a hundred thousand; SAYSO_BENCH_PASSAGES=1000000 asks for the million).
 */
export async function measureScale(passages: number = usualPassages): Promise<void> {
  await withScratchServer(async (server) => {
    const names = ["empty", "full"].map((kind) => `test_${process.pid}_scale_${kind}`);
    const [empty = "", full = ""] = names.map((name) => addressOf(server, name));
    try {
      for (const name of names) {
        await createDatabase(server, name);
        await applyMigrations(addressOf(server, name));
      }
      const start = performance.now();
      await withClient(full, (client) => fillDatabase(client, passages));
      const seconds = Math.round((performance.now() - start) / 1_000);
      const { comments, articles, workspaces } = sizesOf(passages);
      const show = (count: number) => count.toLocaleString("en-GB");
      console.log(
        `\nMade ${show(passages)} passages and ${show(comments)} comments in ${show(articles)} articles of ${show(workspaces)} workspaces in ${seconds} s.`,
      );
      await useWorld(empty, (small) => useWorld(full, (big) => compare(small, big, passages)));
    } finally {
      for (const name of names) await dropDatabase(server, name);
    }
  });
}

type Asked = { world: World; articleId: string };

const pages: Record<string, (asked: Asked) => Promise<Response>> = {
  "open the article (page)": ({ world, articleId }) => get(world, `/articles/${articleId}`),
  "its discussion": ({ world, articleId }) => get(world, `/api/articles/${articleId}/discussion`),
  "what is new in it": ({ world, articleId }) => get(world, `/api/articles/${articleId}/discussion?since=99`),
  "the claims": ({ world, articleId }) => get(world, `/api/articles/${articleId}/claims`),
  "the articles": ({ world }) => get(world, "/api/articles"),
  "the articles by a word": ({ world }) => get(world, "/api/articles?q=harbour"),
  "the sources": ({ world }) => get(world, `/api/workspaces/${world.workspaceId}/ledger`),
  "the sources by a word": ({ world }) => get(world, `/api/workspaces/${world.workspaceId}/sources?q=dr`),
  "the evidence by a word": ({ world }) =>
    get(world, `/api/workspaces/${world.workspaceId}/evidence?q=paper`),
  "the notifications": ({ world }) => get(world, "/api/notifications"),
};

function get(world: World, path: string): Promise<Response> {
  const [who] = world.colleagues;
  if (!who) throw new Error("There is nobody.");
  return world.ask(who, "GET", path);
}

async function compare(small: World, big: World, passages: number): Promise<void> {
  const asked = await Promise.all(
    [small, big].map(async (world) => ({ world, ...(await world.makeCase(800, 100)) })),
  );
  const rows: (string | number)[][] = [];
  for (const [name, page] of Object.entries(pages)) {
    const took: number[][] = [[], []];
    // In turns, so that whatever else the machine does falls on both; the first round only warms up.
    for (let round = 0; round <= 20; round++)
      for (const [index, one] of asked.entries()) {
        const start = performance.now();
        await (await page(one)).arrayBuffer();
        if (round > 0) took[index]?.push(performance.now() - start);
      }
    const [inEmpty = Number.NaN, inFull = Number.NaN] = took.map((all) => percentile(all, 0.5));
    rows.push([name, inEmpty, inFull, inFull / inEmpty, 1.2]);
  }
  printTable(
    `The same article (800 words, 100 passages) in an empty database, and beside ${passages.toLocaleString("en-GB")} passages`,
    ["what is asked", "empty, p50 ms", "full, p50 ms", "ratio", "at most"],
    rows,
  );
}
