import { expect, it } from "vitest";
import { toldByUndo } from "./told-by-undo";

it("tells of what is named, with how it ends, and answers as before", async () => {
  const passed: [string, Promise<unknown>][] = [];
  const actions = { judge: async (level: number) => level + 1, read: () => "read" };
  const told = toldByUndo(actions, { judge: "a verdict", read: null }, (act, doing) =>
    passed.push([act, doing]),
  );
  expect([await told.judge(3), told.read()]).toEqual([4, "read"]);
  expect(passed.map(([act]) => act)).toEqual(["a verdict"]);
  expect(await passed[0]?.[1]).toBe(4);
});
