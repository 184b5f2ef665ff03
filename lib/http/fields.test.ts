import { expect, it } from "vitest";
import { eventNumber, id, line, webAddress } from "./fields";

it.each([
  ["Ida Holm", true],
  ["  Ida  ", true],
  ["李小龙", true],
  ["आर्यन", true],
  ["👩‍🚀", true],
  ["?", true],
  ["", false],
  [" \u00a0", false],
  // Nobody could say whose words these are.
  ["\u200b", false],
  ["\u3164", false],
  ["\u2800\u115f", false],
  ["Ida\u2028Holm", false],
  ["Ida\nHolm", false],
  ["\u202emloH adI", false],
  ["\u2067mloH adI\u2069", false],
])("takes %j as a name: %s", (name, isTaken) => {
  expect(line(80, "Your name").safeParse(name).success).toBe(isTaken);
});

it("knows ids in capitals as the same", () => {
  expect(id.parse("3F2B8C1E-0000-4000-8000-000000000000")).toBe("3f2b8c1e-0000-4000-8000-000000000000");
});

it.each([
  ["https://x.example/tender%202023", true],
  [" https://x.example/tender ", true],
  ["https://x.example/tender 2023", false],
  ["javascript:alert(1)", false],
])("takes %j as a web address: %s", (address, isTaken) => {
  expect(webAddress.safeParse(address).success).toBe(isTaken);
});

it("counts events as far as Postgres does", () => {
  expect([2 ** 31 - 1, 2 ** 31, -1, 1.5].map((one) => eventNumber.safeParse(one).success)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
