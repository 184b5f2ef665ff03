import { expect, it } from "vitest";
import { makeUndoStack } from "./undo-stack";

function recorded() {
  const taken: string[] = [];
  const stack = makeUndoStack();
  const noted = (key: string, isDone = true) =>
    stack.note(key, async () => {
      taken.push(key);
      return isDone;
    });
  return { stack, noted, taken };
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

it("keeps what was refused, to be tried again", async () => {
  const { stack, noted, taken } = recorded();
  noted("a", false);
  await stack.take("a");
  await stack.take("a");
  expect(taken).toEqual(["a", "a"]);
});
