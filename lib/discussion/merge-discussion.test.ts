import { describe, expect, it } from "vitest";
import { mergeDiscussion, mergeRead, mergeWritten } from "./merge-discussion";
import type { Discussion } from "./schema";
import { at, comment, passage, rows, Server, thread } from "./test-server";
import { viewSource } from "./test-views";

/** A small generator with a seed, so that a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 7919;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe("mergeDiscussion", () => {
  it("ends with what the server has, whatever comes late, twice or out of order (500 histories)", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const roll = dice(seed);
      const server = new Server();
      for (let count = roll(20); count > 0; count--) server.write(roll);
      let held = server.answer();
      const underway: Discussion[] = [];
      for (let step = 0; step < 40; step++) {
        const act = roll(6);
        if (act < 3) server.write(roll);
        else if (act === 3) underway.push(roll(4) === 0 ? server.answer() : server.answer(held.number));
        else if (act === 4) held = mergeWritten(held, server.written(roll));
        else {
          const arriving = underway[roll(Math.max(1, underway.length))];
          if (arriving) held = mergeDiscussion(held, arriving);
        }
      }
      held = mergeDiscussion(held, server.answer(held.number));
      const whole = server.answer();
      expect({ seed, ...rows(held) }).toEqual({ seed, ...rows(whole) });
      expect(mergeDiscussion(held, server.answer(0))).toBe(held);
    }
  });

  it("never loses a row of one's own that is ahead of an answer", () => {
    const server = new Server();
    server.threads.set("t1", thread("t1", null, 1));
    server.number = 1;
    const before = server.answer();
    const mine = mergeWritten(before, { comments: [comment("mine", "t1", 3)] });
    server.number = 2;
    server.comments.set("c2", comment("c2", "t1", 2));
    const delta = mergeDiscussion(mine, server.answer(1));
    expect(delta.comments.map((one) => one.id)).toEqual(["c2", "mine"]);
    expect(mergeDiscussion(mine, server.answer()).comments.map((one) => one.id)).toEqual(["c2", "mine"]);
  });

  it("never shows an older wording of one's own again", () => {
    const server = new Server();
    server.threads.set("t1", thread("t1", null, 1));
    server.comments.set("c", comment("c", "t1", 2));
    server.number = 2;
    const late = { ...server.answer(1), number: 2 };
    const held = { ...server.answer(), number: 1 };
    const edited = mergeWritten(held, { comments: [{ ...comment("c", "t1", 2), text: "new", number: 3 }] });
    expect(mergeDiscussion(edited, late).comments[0]?.text).toBe("new");
    expect(mergeDiscussion(edited, late).number).toBe(2);
  });

  it("takes a passage away with its threads and their comments", () => {
    const held: Discussion = {
      ...new Server().answer(),
      number: 5,
      passages: [passage("p", 1)],
      threads: [thread("t", "p", 2), thread("whole", null, 3)],
      comments: [comment("c", "t", 2), comment("d", "whole", 3)],
    };
    const gone = mergeWritten(held, { removed: { passages: ["p"], attributions: [], number: 6 } });
    expect([gone.passages, gone.threads.map((one) => one.id), gone.comments.map((one) => one.id)]).toEqual([
      [],
      ["whole"],
      ["d"],
    ]);
    expect(gone.number).toBe(5);
  });

  it("calls whoever is missing from an answer a former member", () => {
    const held = { ...new Server().answer(), people: [{ id: "ana", name: "Ana", role: "owner" as const }] };
    const merged = mergeDiscussion(held, {
      ...new Server().answer(),
      number: 1,
      peopleMark: "another",
      removed: { passages: [], attributions: [], evidence: [], sources: [] },
    });
    expect(merged.people).toEqual([
      { id: "sam", name: "Sam", role: "member" },
      { id: "ana", name: "Ana", role: null },
    ]);
  });

  it("keeps the people it holds while their mark is the same, and adds those who left", () => {
    const held = { ...new Server().answer(), people: [{ id: "ana", name: "Ana", role: "owner" as const }] };
    const removed = { passages: [], attributions: [], evidence: [], sources: [] };
    const people = [{ id: "old", name: "Old", role: null }];
    const merged = mergeDiscussion(held, { ...new Server().answer(), number: 1, people, removed });
    expect(merged.people).toEqual([...held.people, ...people]);
  });

  it("takes a source away that is there no more, and keeps one that nothing names at the moment", () => {
    const held = { ...new Server().answer(), sources: [viewSource("ida", {}), viewSource("port", {})] };
    const removed = { passages: [], attributions: [], evidence: [], sources: ["port"] };
    const merged = mergeDiscussion(held, { ...new Server().answer(), number: 1, sources: [], removed });
    expect(merged.sources.map((one) => one.id)).toEqual(["ida"]);
  });

  it("moves what was read forward only", () => {
    const seen = { number: 4, at, threads: { t: { number: 9, at } }, passages: { p: 7 } };
    const held = { ...new Server().answer(), seen };
    const threads = { t: { number: 3, at }, u: { number: 1, at } };
    const back = mergeRead(held, { number: 2, threads, passages: { p: 5, q: 2 } });
    const read = { t: { number: 9, at }, u: { number: 1, at } };
    expect(back.seen).toEqual({ number: 4, at, threads: read, passages: { p: 7, q: 2 } });
    expect(mergeRead(held, { number: 7 }).seen.number).toBe(7);
  });

  it("takes another article's answer as it is", () => {
    const other = { ...new Server().answer(), articleId: "b" };
    expect(mergeDiscussion({ ...new Server().answer(), number: 99 }, other)).toBe(other);
  });
});
