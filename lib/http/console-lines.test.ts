import { expect, it } from "vitest";
import { consoleLine } from "./console-lines";

it("says an error in one line, however many its stack has", () => {
  const line = consoleLine("error", ["⨯ page\n", new Error("first\nsecond")], 7);
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toMatchObject({ level: 50, time: 7, err: { message: "first\nsecond" } });
});

it("puts values into the words as the console does", () => {
  expect(JSON.parse(consoleLine("warn", ["%s is %d", "port", 3000], 7))).toEqual({
    level: 40,
    time: 7,
    msg: "port is 3000",
  });
});
