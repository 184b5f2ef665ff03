import { expect, it } from "vitest";
import { z } from "zod";
import { firstOf, readAddress } from "./read-address";

const query = z.strictObject({ show: z.enum(["all", "new"]).optional(), from: z.coerce.number().optional() });

it.each([
  [{}, {}],
  [
    { show: "new", from: "4" },
    { show: "new", from: 4 },
  ],
  [{ show: "", from: undefined }, {}],
  [{ utm_source: "a letter", show: "all" }, { show: "all" }],
  [{ show: "old" }, null],
  [{ show: ["all", "new"] }, null],
  // Of another's keys nothing is read at all.
  [{ other: "\u0000" }, {}],
])("reads %j as %j", (address, asked) => {
  expect(readAddress(query, address)).toEqual(asked);
});

it.each(["\u0000", "\ud800"])("takes no %j, which Postgres cannot compare", (text) => {
  expect(readAddress(z.strictObject({ q: z.string() }), { q: text })).toBeNull();
});

it.each([
  ["one", "one"],
  [["one", "two"], "one"],
  [[], null],
  [undefined, null],
])("takes of %j the first", (given, first) => {
  expect(firstOf(given)).toBe(first);
});
