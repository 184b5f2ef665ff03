import { expect, it } from "vitest";
import { makeUndoStack } from "./undo-stack";

function recorded(mayTryAgain = true) {
  const taken: string[] = [];
  const told: string[] = [];
  const stack = makeUndoStack({ taken: (key) => told.push(key), refused: () => mayTryAgain });
  const noted = (key: string, isRefused = false) =>
    stack.note(key, async () => {
      taken.push(key);
      if (isRefused) throw new Error("Refused");
    });
  return { stack, noted, taken, told };
}

it("takes back the last thing, then the one before it, then nothing", () => {
  const { stack, noted, taken } = recorded();
  noted("a");
  noted("b");
  expect([stack.takeLast(), stack.takeLast(), stack.takeLast()]).toEqual([true, true, false]);
  expect(taken).toEqual(["b", "a"]);
});

it("takes back by name, once, whoever asks", async () => {
  const { stack, noted, taken } = recorded();
  noted("a");
  noted("b");
  await stack.take("a");
  await stack.take("a");
  await stack.take("unknown");
  expect(taken).toEqual(["a"]);
  stack.takeLast();
  expect(stack.takeLast()).toBe(false);
  expect(taken).toEqual(["a", "b"]);
});

it("keeps what was refused for now, to be tried again", async () => {
  const { stack, noted, taken } = recorded();
  noted("a", true);
  await stack.take("a");
  await stack.take("a");
  expect(taken).toEqual(["a", "a"]);
});

it("forgets what was refused for good, and goes on with what was done before", async () => {
  const { stack, noted, taken } = recorded(false);
  noted("a");
  noted("b", true);
  await stack.take("b");
  expect(stack.takeLast()).toBe(true);
  expect(taken).toEqual(["b", "a"]);
});

it("takes back what is still being done when it is done", async () => {
  const { stack, taken } = recorded();
  let finish = () => {};
  const doing = new Promise<void>((resolve) => {
    finish = resolve;
  });
  stack.note("a", () => taken.push("a"), doing);
  const taking = stack.take("a");
  await Promise.resolve();
  expect(taken).toEqual([]);
  finish();
  await taking;
  expect(taken).toEqual(["a"]);
});

it("forgets what it is told to, also after it was tried, and nothing else", async () => {
  const { stack, noted, taken } = recorded();
  noted("a");
  const forget = noted("b", true);
  await stack.take("b");
  forget();
  forget();
  expect(stack.takeLast()).toBe(true);
  expect(stack.takeLast()).toBe(false);
  expect(taken).toEqual(["b", "a"]);
});

it("forgets what was refused while it was being done, asked for or not", async () => {
  const { stack, noted, taken } = recorded();
  noted("a");
  for (const key of ["b", "c"]) stack.note(key, () => taken.push(key), Promise.reject(new Error("Refused")));
  await stack.take("c");
  expect(stack.takeLast()).toBe(true);
  expect(taken).toEqual(["a"]);
});

it("tells what was taken back, and not what was refused", async () => {
  const { stack, noted, told } = recorded();
  noted("a");
  noted("b", true);
  await stack.take("b");
  await stack.take("a");
  expect(told).toEqual(["a"]);
});

it("forgets by name what was taken back otherwise", () => {
  const { stack, noted, taken } = recorded();
  noted("a");
  noted("b");
  noted("a");
  expect([stack.forget("a"), stack.forget("a")]).toEqual([true, false]);
  expect([stack.takeLast(), stack.takeLast()]).toEqual([true, false]);
  expect(taken).toEqual(["b"]);
});

it("tells once of what is not taken back here, before what was done before it", async () => {
  const { stack, noted, taken, told } = recorded();
  noted("a");
  const said: string[] = [];
  stack.pass(() => said.push("a verdict"), Promise.resolve());
  stack.takeLast();
  await expect.poll(() => said).toEqual(["a verdict"]);
  expect([taken, told]).toEqual([[], []]);
  expect([stack.takeLast(), stack.takeLast()]).toEqual([true, false]);
  expect(taken).toEqual(["a"]);
});

it("tells whether there is anything to take back before what is not", async () => {
  const { stack, noted } = recorded();
  const said: [string, boolean][] = [];
  const pass = (act: string) => stack.pass((isMore) => said.push([act, isMore]), Promise.resolve());
  pass("a comment");
  pass("a verdict");
  noted("a");
  pass("evidence");
  stack.takeLast();
  await expect.poll(() => said).toEqual([["evidence", true]]);
  // What is undone, and what is only told of, is nothing to come back for.
  for (const _ of ["a", "a verdict", "a comment"]) stack.takeLast();
  await expect
    .poll(() => said.slice(1))
    .toEqual([
      ["a verdict", false],
      ["a comment", false],
    ]);
});

it("says nothing of what was refused", async () => {
  const { stack, noted, taken } = recorded();
  noted("a");
  const said: string[] = [];
  stack.pass(() => said.push("a verdict"), Promise.reject(new Error("Refused")));
  await expect
    .poll(() => {
      stack.takeLast();
      return taken;
    })
    .toEqual(["a"]);
  expect(said).toEqual([]);
});
