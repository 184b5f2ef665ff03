import { randomUUID } from "node:crypto";
import { readEvents } from "@/lib/live/test-events";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { withBareApp } from "./bare-app";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import type { Colleague, World } from "./world";

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeat(times: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < times; index++) found.push(await timed(() => work(index)));
  return found;
}

function pick<T>(all: readonly T[], index: number): T {
  const one = all[index % all.length];
  if (one === undefined) throw new Error("The list is empty.");
  return one;
}

/** So many write in each article: whoever writes in a thread is told of what the others write there. */
const team = 6;

/** Whose turn it is to write in one of so many articles, one after another. */
function writerOf(world: World, index: number, articles: number): Colleague {
  const place = index % articles;
  return pick(world.colleagues, place * team + (Math.floor(index / articles) % team));
}

/** `discussion`, whole and since: ms at the client and kB of JSON, by the number of passages. */
export async function measureDiscussion(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const passages of [10, 100, 1_000, 10_000]) {
    const { articleId, threadIds } = await world.makeCase(8_000, passages);
    const who = pick(world.colleagues, 1);
    const path = `/api/articles/${articleId}/discussion`;
    const read = async (query = "") => (await world.ask(who, "GET", `${path}${query}`)).text();
    const { number, peopleMark } = JSON.parse(await read());
    const news = `?since=${number}&peopleMark=${peopleMark}`;
    const whole = await repeat(passages > 1_000 ? 5 : 20, () => read());
    const body = { id: randomUUID(), body: bodyOfText("One more.") };
    await world.ask(who, "POST", `/api/threads/${pick(threadIds, 0)}/comments`, body);
    const since = await repeat(20, () => read(news));
    const size = (text: string) => Buffer.byteLength(text) / 1_000;
    rows.push([
      passages.toLocaleString("en-GB"),
      percentile(whole, 0.5),
      size(await read()),
      percentile(since, 0.5),
      size(await read(news)),
    ]);
  }
  printTable(
    "Discussion of an article: whole, and what changed after one comment",
    ["passages", "whole, p50 ms", "kB", "since, p50 ms", "kB"],
    rows,
  );
}

/** Comments stored per second through the API, by 1 and by 16 callers at once on one article and on sixteen. */
export async function measureInserts(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [callers, articles] of [
    [1, 1],
    [16, 1],
    [16, 16],
  ] as const) {
    const cases = await Promise.all(Array.from({ length: articles }, () => world.makeCase(800, 1)));
    const inserts = 640;
    const post = (index: number) => {
      const { threadIds } = pick(cases, index);
      const body = { id: randomUUID(), body: bodyOfText(`Comment ${index}`) };
      const who = writerOf(world, index, articles);
      return world.ask(who, "POST", `/api/threads/${pick(threadIds, 0)}/comments`, body);
    };
    await post(0);
    let next = 0;
    const took: number[] = [];
    const ms = await timed(() =>
      Promise.all(
        Array.from({ length: callers }, async () => {
          while (next < inserts) took.push(await timed(() => post(next++)));
        }),
      ),
    );
    rows.push([
      `${callers}, ${articles}`,
      (inserts * 1_000) / ms,
      percentile(took, 0.5),
      percentile(took, 0.95),
    ]);
  }
  printTable("Comments stored through the API", ["callers, articles", "a second", "p50 ms", "p95 ms"], rows);
}

/**
 * From the post of a comment to the moment when a reader holds its text: with the stream, or by asking where the stream
 * only rang. Every reader counts, so the last of a hundred does.
 */
export async function measureReaders(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const readers of [1, 20, 100]) {
    const { articleId, threadIds } = await world.makeCase(800, 10);
    const streams = await Promise.all(
      Array.from({ length: readers }, (_, index) => listen(world, index, articleId)),
    );
    const all: number[] = [];
    const last: number[] = [];
    for (let round = 0; round < 20; round++) {
      const start = performance.now();
      const body = { id: randomUUID(), body: bodyOfText(`Round ${round}`) };
      const held = Promise.all(
        streams.map(async (stream) => {
          await stream.holds(body.id);
          return performance.now() - start;
        }),
      );
      await world.ask(
        pick(world.colleagues, 99),
        "POST",
        `/api/threads/${pick(threadIds, 0)}/comments`,
        body,
      );
      const took = await held;
      all.push(...took);
      last.push(Math.max(...took));
    }
    for (const stream of streams) stream.close();
    const [p50, p95] = [percentile(all, 0.5), percentile(all, 0.95)];
    rows.push([
      String(readers),
      p50,
      p50 / 30,
      p95,
      p95 / 100,
      percentile(last, 0.5),
      percentile(last, 0.95),
    ]);
  }
  printTable(
    "A comment is held by open readers (streams without a browser); limits 30 ms and 100 ms",
    ["readers", "p50 ms", "of 30", "p95 ms", "of 100", "the last of them, p50 ms", "p95"],
    rows,
  );
}

/** What a bare route handler with pg does on the same tables, and what ours do; ours at least 0.8 of it. */
export async function measureRoutes(world: World): Promise<void> {
  const cases = await Promise.all(Array.from({ length: 16 }, () => world.makeCase(800, 1)));
  const placeOf = (index: number) => {
    const { articleId, threadIds } = pick(cases, index);
    return { articleId, threadId: pick(threadIds, 0), who: writerOf(world, index, cases.length) };
  };
  // One reply that is new after the event 1, so that both read one row.
  for (const [index] of cases.entries()) {
    const { threadId, who } = placeOf(index);
    const body = { id: randomUUID(), body: bodyOfText("One more figure.") };
    await world.ask(who, "POST", `/api/threads/${threadId}/comments`, body);
  }
  // As the room asks: it says whom it knows.
  const { articleId, who } = placeOf(0);
  const held = await world.ask(who, "GET", `/api/articles/${articleId}/discussion`);
  const { peopleMark } = await held.json();
  await withBareApp(world.database, async (bare) => {
    const bareCall = (index: number, body?: unknown) =>
      fetch(`${bare}/api/threads/${placeOf(index).threadId}/comments`, {
        method: body ? "POST" : "GET",
        ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
      });
    const words = () => ({ id: randomUUID(), body: bodyOfText("One more figure.") });
    const kinds = {
      "read what is new in a discussion / read a thread": {
        ours: (index: number) => {
          const { articleId, who } = placeOf(index);
          return world.ask(
            who,
            "GET",
            `/api/articles/${articleId}/discussion?since=1&peopleMark=${peopleMark}`,
          );
        },
        bare: (index: number) => bareCall(index),
      },
      "store a comment / insert a row": {
        ours: (index: number) => {
          const { threadId, who } = placeOf(index);
          return world.ask(who, "POST", `/api/threads/${threadId}/comments`, words());
        },
        bare: (index: number) => {
          const { articleId, who } = placeOf(index);
          return bareCall(index, { ...words(), text: "One more figure.", articleId, authorId: who.id });
        },
      },
    };
    const rows: (string | number)[][] = [];
    for (const [name, { ours, bare }] of Object.entries(kinds)) {
      const found = { ours: [] as number[], bare: [] as number[] };
      // Taken in turns, so that whatever else the machine does falls on both.
      for (let round = 0; round < 9; round++) {
        found.bare.push(await perSecond(200, bare));
        found.ours.push(await perSecond(200, ours));
      }
      const [mine, best] = [percentile(found.ours.slice(2), 0.5), percentile(found.bare.slice(2), 0.5)];
      rows.push([name, mine, best, mine / best, 0.8]);
    }
    printTable(
      "Route handlers a second, 16 callers (bare: a Next route handler with pg and one statement)",
      ["ours / bare", "ours", "bare", "ratio", "at least"],
      rows,
    );
  });
}

/** How many such calls are answered in a second, with sixteen callers at once. */
async function perSecond(calls: number, call: (index: number) => Promise<Response>): Promise<number> {
  let next = 0;
  const work = async () => {
    while (next < calls) {
      const answer = await call(next++);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`The answer was ${answer.status}.`);
    }
  };
  return (calls * 1_000) / (await timed(() => Promise.all(Array.from({ length: 16 }, work))));
}

type Listener = { holds: (commentId: string) => Promise<void>; close: () => void };

/** An open stream; `holds` resolves when the text of a comment has come, or was asked for after a bell. */
async function listen(world: World, reader: number, articleId: string): Promise<Listener> {
  const ending = new AbortController();
  const who = pick(world.colleagues, reader);
  const answer = await fetch(`${world.app.url}/api/live?article=${articleId}`, {
    headers: { cookie: who.cookie, "x-forwarded-for": `10.0.0.${reader + 1}` },
    signal: ending.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}.`);
  const waiting = new Map<string, () => void>();
  let held = -1;
  const take = (news: Told) => {
    held = Math.max(held, news.number);
    for (const { id } of news.comments) waiting.get(id)?.();
  };
  const ask = async () => {
    const path = `/api/articles/${articleId}/discussion?since=${held}`;
    take(await (await world.ask(who, "GET", path)).json());
  };
  const opened = new Promise<void>((resolve) => {
    readEvents<Told>(answer.body ?? [], (event, data) => {
      if (event === "change") take(data);
      else if (event === "article" && held < 0) held = data.number;
      else if (event === "article" && data.number > held) void ask();
      if (held >= 0) resolve();
    }).catch(() => {});
  });
  await opened;
  return {
    holds: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    close: () => ending.abort(),
  };
}

type Told = { number: number; comments: { id: string }[] };
