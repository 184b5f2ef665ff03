import { describe, expect, it } from "vitest";
import type { LedgerRow } from "@/lib/attributions/ledger";
import { firstView, type LedgerView, sortedBy, viewLedger } from "./sort-ledger";

function row(
  name: string,
  over: Partial<LedgerRow> & { kind?: LedgerRow["source"]["kind"] } = {},
): LedgerRow {
  const { kind = "person", ...rest } = over;
  const source = { id: name, name, kind } as LedgerRow["source"];
  const counts = {
    differing: 0,
    words: 0,
    share: 0,
    percent: 0,
    direct: 0,
    mixed: 0,
    indirect: 0,
    reports: 0,
  };
  return {
    source,
    names: [],
    passages: [],
    agreed: [],
    claimed: [],
    unclaimed: [],
    ...counts,
    hops: { least: 1, most: 1 },
    channels: [],
    flags: [],
    ...rest,
  };
}

const rows = [
  row("Court", { words: 10, indirect: 3, kind: "organisation", hops: { least: 1, most: 3 } }),
  row("Ada Holm", { words: 30, indirect: 1, names: ["the fishmonger", "the 5 % club"], flags: ["party"] }),
  row("Émile", { words: 10, indirect: 2, flags: ["party", "secondHand"] }),
];

const names = (view: Partial<LedgerView>) =>
  viewLedger(rows, { ...firstView, ...view }).map((one) => one.source.name);

describe("viewLedger", () => {
  it.each<[string, Partial<LedgerView>, string[]]>([
    ["most words first, equals by name", {}, ["Ada Holm", "Court", "Émile"]],
    ["fewest words first", { isDescending: false }, ["Court", "Émile", "Ada Holm"]],
    ["by name", { column: "source", isDescending: false }, ["Ada Holm", "Court", "Émile"]],
    ["by name backwards", { column: "source" }, ["Émile", "Court", "Ada Holm"]],
    ["by indirect passages", { column: "indirect" }, ["Court", "Émile", "Ada Holm"]],
    ["by the longest way", { column: "hops" }, ["Court", "Ada Holm", "Émile"]],
    ["a name that the text gives", { words: "fishmonger" }, ["Ada Holm"]],
    ["all words in any order, without accents", { words: "holm ADA" }, ["Ada Holm"]],
    ["accents or not", { words: "emile" }, ["Émile"]],
    ["a kind", { kind: "organisation" }, ["Court"]],
    ["a flag", { flag: "party" }, ["Ada Holm", "Émile"]],
    ["nothing", { words: "nobody" }, []],
    ["a name with a sign in it", { words: "% holm" }, ["Ada Holm"]],
    ["none for signs that no name has", { words: "_" }, []],
    ["none for signs that no name has, beside a word that one has", { words: "holm …" }, []],
    ["all for blanks", { words: "  " }, ["Ada Holm", "Court", "Émile"]],
  ])("shows %s", (_, view, expected) => {
    expect(names(view)).toEqual(expected);
  });
});

describe("sortedBy", () => {
  it("begins with the most, names with A, and turns round at the second press", () => {
    const first = sortedBy(firstView, "passages");
    expect(first).toMatchObject({ column: "passages", isDescending: true });
    expect(sortedBy(first, "passages").isDescending).toBe(false);
    expect(sortedBy(first, "source")).toMatchObject({ column: "source", isDescending: false });
  });
});
