import { randomUUID } from "node:crypto";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { percentile } from "./made-text";
import { printTable } from "./print-table";
import type { World } from "./world";

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

/** `discussion`, whole and since: ms at the client and kB of JSON, by the number of passages. */
export async function measureDiscussion(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const passages of [10, 100, 1_000, 10_000]) {
    const { articleId, threadIds } = await world.makeCase(8_000, passages);
    const who = pick(world.colleagues, 1);
    const path = `/api/articles/${articleId}/discussion`;
    const read = async (query = "") => (await world.ask(who, "GET", `${path}${query}`)).text();
    const { number } = JSON.parse(await read());
    const whole = await repeat(passages > 1_000 ? 5 : 20, () => read());
    const body = { id: randomUUID(), body: bodyOfText("One more.") };
    await world.ask(who, "POST", `/api/threads/${pick(threadIds, 0)}/comments`, body);
    const since = await repeat(20, () => read(`?since=${number}`));
    const size = (text: string) => Buffer.byteLength(text) / 1_000;
    rows.push([
      passages.toLocaleString("en-GB"),
      percentile(whole, 0.5),
      size(await read()),
      percentile(since, 0.5),
      size(await read(`?since=${number}`)),
    ]);
  }
  printTable(
    "Discussion of an article: whole, and what changed after one comment",
    ["passages", "whole, p50 ms", "kB", "since, p50 ms", "kB"],
    rows,
  );
}

/** Passages and comments stored per second through the API, by 1 and by 16 callers at once on one article and on sixteen. */
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
      return world.ask(
        pick(world.colleagues, index),
        "POST",
        `/api/threads/${pick(threadIds, 0)}/comments`,
        body,
      );
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

/** From the post of a comment to the moment when each open stream has heard of it and holds the text of it. */
export async function measureReaders(world: World): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const readers of [1, 20, 100]) {
    const { articleId, threadIds } = await world.makeCase(800, 10);
    const streams = await Promise.all(
      Array.from({ length: readers }, (_, index) => listen(world, index, articleId)),
    );
    const rung: number[] = [];
    const held: number[] = [];
    for (let round = 0; round < 20; round++) {
      const start = performance.now();
      const heard = Promise.all(
        streams.map((stream) => stream.next().then(() => rung.push(performance.now() - start))),
      );
      const holds = pick(streams, 0)
        .next()
        .then((number) =>
          world.ask(
            pick(world.colleagues, 0),
            "GET",
            `/api/articles/${articleId}/discussion?since=${number - 1}`,
          ),
        )
        .then((answer) => answer.text())
        .then(() => held.push(performance.now() - start));
      const body = { id: randomUUID(), body: bodyOfText(`Round ${round}`) };
      await world.ask(
        pick(world.colleagues, 99),
        "POST",
        `/api/threads/${pick(threadIds, 0)}/comments`,
        body,
      );
      await Promise.all([heard, holds]);
    }
    for (const stream of streams) stream.close();
    rows.push([
      String(readers),
      percentile(rung, 0.5),
      percentile(rung, 0.95),
      percentile(held, 0.5),
      percentile(held, 0.95),
    ]);
  }
  printTable(
    "A comment reaches open readers (without a browser)",
    ["readers", "all have heard, p50 ms", "p95", "one holds the text, p50 ms", "p95"],
    rows,
  );
}

type Listener = { next: () => Promise<number>; close: () => void };

/** An open stream; `next` resolves with the article's number at the next bell. */
async function listen(world: World, reader: number, articleId: string): Promise<Listener> {
  const ending = new AbortController();
  const answer = await fetch(`${world.app.url}/api/live?article=${articleId}`, {
    headers: { cookie: pick(world.colleagues, reader).cookie, "x-forwarded-for": `10.0.0.${reader + 1}` },
    signal: ending.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}.`);
  let waiting: ((number: number) => void)[] = [];
  let opened = () => {};
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const read = async (stream: AsyncIterable<Uint8Array>) => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const message = text.slice(0, end);
        text = text.slice(end + 2);
        const number = /^event: article$/m.test(message)
          ? Number(/"number":(\d+)/.exec(message)?.[1])
          : Number.NaN;
        if (Number.isNaN(number)) continue;
        opened();
        const due = waiting;
        waiting = [];
        for (const tell of due) tell(number);
      }
    }
  };
  read(answer.body).catch(() => {});
  await open;
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => ending.abort(),
  };
}
