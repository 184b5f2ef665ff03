import { expect, it } from "vitest";
import { writeCursor } from "@/lib/text/cursor";
import { readListAddress } from "./read-list-address";

const cursorAt = (key: string) => writeCursor({ key, id: "3f2b8c1e-0000-4000-8000-000000000000" });

it.each([
  [{}, {}],
  [{ q: "ferry", archived: "", other: "x" }, { q: "ferry" }],
  [{ archived: "true" }, { archived: "true" }],
  [
    { show: "new", sort: "newest" },
    { show: "new", sort: "newest" },
  ],
  [{ show: "", sort: "" }, {}],
  [{ show: "all" }, null],
  [{ sort: "oldest" }, null],
  // Nobody types it, and Postgres cannot compare it.
  [{ q: "ferry\u0000" }, null],
  [{ q: ["a", "b"] }, null],
  [{ workspace: "x" }, null],
  [{ cursor: "x" }, null],
  [{ cursor: cursorAt("0000-01-01T00:00:00Z") }, null],
  [{ cursor: cursorAt("Tuesday") }, null],
])("reads %j as %j", (address, query) => {
  expect(readListAddress(address)).toEqual(query);
});
