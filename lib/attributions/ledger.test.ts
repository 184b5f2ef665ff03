import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf, placeOf, viewAttribution, viewPassage, viewSource } from "@/lib/discussion/test-views";
import { countWords } from "@/lib/text/count-words";
import { type ChainNode, chainTree, drawnOf } from "./chain-tree";
import { coverageOf } from "./coverage";
import { type LedgerRow, ledgerOf, unnamedIn } from "./ledger";
import type { AttributionView } from "./schema";
import { boats, closed, passage, read, safe, said, sources, text, winters } from "./test-ledger";
import { readVoices } from "./voices";

describe("ledgerOf", () => {
  it("lists those that the article uses, the one with the most words first, then by passages and name", () => {
    const { rows } = read(
      [passage(winters), passage(safe), passage(boats), passage(closed)],
      [said(winters, "holm"), said(safe, "holm"), said(boats, "norline"), said(closed, "office")],
    );
    expect(rows.map((row) => [row.source.id, row.words, row.passages.length])).toEqual([
      ["holm", 8, 2],
      ["office", 6, 1],
      ["norline", 3, 1],
    ]);
    const { rows: equal } = read(
      ["lost 41", "two", "line.", "was safe", "Officials agreed"].map((words) => passage(words)),
      [
        said("lost 41", "officials"),
        said("two", "courier"),
        said("line.", "courier"),
        said("was safe", "clerk"),
        said("Officials agreed", "nobody"),
      ],
    );
    expect(equal.map((row) => row.source.name)).toEqual([
      "The Courier",
      "a clerk",
      "Nobody Asked",
      "officials",
    ]);
  });

  it("counts manner, words and share, passages in text order", () => {
    const { of } = read(
      [passage(safe), passage(winters)],
      [
        said(safe, "holm", { directness: "mixed", channel: "interview" }),
        said(winters, "holm", { directness: "direct", channel: "unknown" }),
      ],
    );
    const words = countWords(text);
    expect(of("holm")).toMatchObject({ direct: 1, mixed: 1, indirect: 0, channels: ["interview"], words: 8 });
    expect(of("holm")?.share).toBeCloseTo(8 / words);
    expect(of("holm")?.passages.map((one) => one.id)).toEqual([winters, safe]);
  });

  it("parts what a source claims from what it denies, doubts, or leaves to colleagues to differ on", () => {
    const { of } = read(
      [passage(winters), passage(safe), passage(boats), passage(closed)],
      [
        said(winters, "holm"),
        said(safe, "holm", { polarity: "negative", cueClass: "denying" }),
        said(boats, "holm"),
        said(boats, "holm", { id: "b2", by: "ben", polarity: "negative" }),
        said(closed, "holm", { polarity: "negative" }),
        said(closed, "office", { id: "o2", by: "ben" }),
      ],
    );
    const ids = (passages: readonly { id: string }[] = []) => passages.map((one) => one.id);
    expect(ids(of("holm")?.claimed)).toEqual([winters]);
    expect(ids(of("holm")?.unclaimed)).toEqual([boats, safe]);
    expect(ids(of("holm")?.agreed)).toEqual([boats, winters, safe]);
  });

  it("gives the names of the text, the most frequent first, then those that are known", () => {
    const { start } = placeOf(text, "Holm said the line");
    const surname = { start, end: start + "Holm".length };
    const { of } = read(
      [passage(winters), passage(safe), passage(boats), passage("Officials agreed.")],
      [
        said(winters, "holm", { mention: placeOf(text, "Ida Holm") }),
        // A pronoun is no name.
        said(boats, "holm", { mention: placeOf(text, "We") }),
        said(safe, "holm", { mention: surname }),
        said("Officials agreed.", "holm", { mention: surname }),
      ],
    );
    expect(of("holm")?.names).toEqual(["Holm", "Ida Holm", "the fishmonger"]);
  });

  it("gives a name once, with or without an article, and without the “who” behind it", () => {
    const own = blocksOf([
      ["body", "A clerk of the U.K., who left, said so. The UK said no. The clerk nodded."],
    ]);
    const marked = ["who left", "said so", "nodded"];
    const passages = marked.map((words) => viewPassage(words, placeOf(own.text, words)));
    const at = (words: string) => ({ mention: placeOf(own.text, words) });
    const attributions = [
      viewAttribution("1", "who left", "uk", at("the U.K., who")),
      viewAttribution("2", "said so", "uk", at("The UK")),
      viewAttribution("3", "nodded", "clerk", at("The clerk")),
    ];
    const known = [viewSource("uk", { name: "Great Britain" }), viewSource("clerk", { name: "a clerk" })];
    const voices = readVoices({ attributions, settlements: [], sources: known });
    const coverage = coverageOf({ ...own, passages, claims: [], voices });
    const rows = ledgerOf({ text: own.text, passages, coverage, voices });
    const namesOf = (id: string) => rows.find((row) => row.source.id === id)?.names;
    expect(namesOf("uk")).toEqual(["the U.K.", "Great Britain"]);
    expect(namesOf("clerk")).toEqual(["a clerk"]);
  });

  it("lets what was merged speak as one", () => {
    const merged = sources.map((one) => (one.id === "office" ? { ...one, mergedInto: "norline" } : one));
    const { of } = read(
      [passage(boats), passage(closed)],
      [said(boats, "norline"), said(closed, "office", { mention: placeOf(text, "the office") })],
      merged,
    );
    expect(of("office")).toBeUndefined();
    expect(of("norline")).toMatchObject({ words: 7, indirect: 2 });
    expect(of("norline")?.names).toEqual(["the office", "Norline", "Harbour Office"]);
  });

  it("says how many mouths the words passed through, and who reports whom", () => {
    const { of } = read(
      [passage(boats), passage(closed)],
      [
        said(boats, "courier"),
        said(closed, "norline", { id: "n", by: "ben" }),
        said(closed, "office", { parentId: "link" }),
        said(closed, "courier", { id: "link", parentId: "gone" }),
      ],
    );
    expect(of("office")).toMatchObject({ hops: { least: 3, most: 3 }, reports: 0 });
    expect(of("courier")).toMatchObject({ hops: { least: 1, most: 1 }, reports: 1, indirect: 1 });
  });

  it("names a source that only reports others", () => {
    const { of } = read(
      [passage(closed)],
      [said(closed, "office", { parentId: "link" }), said(closed, "courier", { id: "link" })],
    );
    expect(of("courier")).toMatchObject({ reports: 1, passages: [], words: 0, share: 0, flags: [] });
  });

  it("counts a passage once, however many colleagues name the same link of its chain", () => {
    const { of } = read(
      [passage(closed), passage(boats)],
      [
        said(closed, "office", { parentId: "mine" }),
        said(closed, "courier", { id: "mine" }),
        said(closed, "office", { id: "o2", by: "ben", parentId: "yours" }),
        said(closed, "courier", { id: "yours", by: "ben" }),
        said(boats, "norline", { parentId: "mine" }),
      ],
    );
    expect(of("courier")?.reports).toBe(2);
  });

  it("counts passages whose speakers differ, not those that only differ in manner", () => {
    const { of } = read(
      [passage(closed), passage(boats)],
      [
        said(closed, "office"),
        said(closed, "office", { id: "o2", by: "ben", directness: "mixed" }),
        said(boats, "office"),
        said(boats, "norline", { by: "ben" }),
      ],
    );
    expect(of("office")).toMatchObject({ differing: 1, words: 6, indirect: 2, mixed: 1 });
    expect(of("norline")).toMatchObject({ differing: 1, words: 0, agreed: [] });
    expect(of("office")?.agreed.map((one) => one.id)).toEqual([closed]);
  });
});

const wordPlaces = [...text.matchAll(/\S+/gu)].map((one) => ({
  start: one.index,
  end: one.index + one[0].length,
}));
const ids = sources.map((one) => one.id);
const anyWord = fc.nat(wordPlaces.length - 1);
const anyHeld = fc.array(
  fc.record({
    from: anyWord,
    to: anyWord,
    said: fc.uniqueArray(
      fc.record({ by: fc.constantFrom("ana", "ben", "eve"), sourceId: fc.constantFrom(...ids, null) }),
      { maxLength: 3, selector: (one) => one.by },
    ),
    parent: fc.option(fc.nat(20)),
  }),
  { maxLength: 10 },
);

/** Passages at whole words with what up to three people say of them, some of it reported by something before. */
const anyWork = anyHeld.map((held) => {
  const passages = held.map(({ from, to }, index) => {
    const start = wordPlaces[Math.min(from, to)]?.start ?? 0;
    return viewPassage(`p${index}`, { start, end: wordPlaces[Math.max(from, to)]?.end ?? start });
  });
  const attributions: AttributionView[] = [];
  for (const [index, { said: all, parent }] of held.entries()) {
    for (const { by, sourceId } of all) {
      const above = attributions[parent ?? -1];
      const parentId = sourceId && above && above.passageId !== `p${index}` ? above.id : null;
      attributions.push(viewAttribution(`p${index} ${by}`, `p${index}`, sourceId, { by, parentId }));
    }
  }
  return { passages, attributions };
});

const total = (rows: readonly LedgerRow[]) => rows.reduce((sum, row) => sum + row.words, 0);
describe("the ledger, whoever says what", () => {
  it("never counts more words than the article has, nor shares beyond the whole", () => {
    fc.assert(
      fc.property(anyWork, ({ passages, attributions }) => {
        const { rows } = read(passages, attributions);
        expect(total(rows)).toBeLessThanOrEqual(countWords(text));
        expect(rows.reduce((sum, row) => sum + row.share, 0)).toBeLessThanOrEqual(1 + 1e-9);
        for (const row of rows) {
          expect(row.hops.least).toBeLessThanOrEqual(row.hops.most);
          expect(row.differing).toBeLessThanOrEqual(row.passages.length);
          expect(row.passages.length + row.reports).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("has a row for each source in the drawing of who reports whom, and for no one else", () => {
    fc.assert(
      fc.property(anyWork, ({ passages, attributions }) => {
        const { rows, voices } = read(passages, attributions);
        const tree = chainTree(
          passages.map((one) => one.id),
          voices,
        );
        const { chains, direct, unnamed } = drawnOf(tree);
        const named = (nodes: readonly ChainNode[]): string[] =>
          nodes.flatMap((one) => [...(one.sourceId ? [one.sourceId] : []), ...named(one.reports)]);
        const drawn = new Set(named(chains));
        expect(direct.filter((id) => drawn.has(id))).toEqual([]);
        expect([...drawn, ...direct].sort()).toEqual(rows.map((row) => row.source.id).sort());
        const ids = unnamedIn(passages, voices).map((one) => one.id);
        expect(unnamed.filter((id) => !ids.includes(id))).toEqual([]);
      }),
    );
  });

  it("gives a merged source all that both said, and takes nothing from anybody else", () => {
    const merged = sources.map((one) => (one.id === "office" ? { ...one, mergedInto: "norline" } : one));
    fc.assert(
      fc.property(anyWork, ({ passages, attributions }) => {
        const before = read(passages, attributions);
        const after = read(passages, attributions, merged);
        const both = [before.of("norline"), before.of("office")].flatMap((row) => row?.passages ?? []);
        expect(new Set(after.of("norline")?.passages.map((one) => one.id))).toEqual(
          new Set(both.map((one) => one.id)),
        );
        expect(after.of("office")).toBeUndefined();
        const others = (rows: readonly LedgerRow[]) =>
          rows
            .filter((row) => row.source.id !== "norline" && row.source.id !== "office")
            .map((row) => [row.source.id, row.words, row.passages.map((one) => one.id)]);
        expect(new Map(others(after.rows).map((row) => [row[0], row]))).toEqual(
          new Map(others(before.rows).map((row) => [row[0], row])),
        );
      }),
    );
  });
});
