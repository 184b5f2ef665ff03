import { describe, expect, it } from "vitest";
import { viewSource } from "@/lib/discussion/test-views";
import { proposeMerges } from "./propose-merges";
import type { SourceKind, SourceView } from "./schema";

type Made = [name: string, kind: SourceKind, more?: Partial<SourceView>];

const make = ([name, kind, more]: Made, at: number) =>
  viewSource(`${at}`, { kind, name, createdAt: `2026-01-01T00:00:0${at}.000Z`, ...more });

const said = (made: Made[], uses?: Record<string, number>) =>
  proposeMerges(made.map(make), new Map(Object.entries(uses ?? {}))).map(
    ({ source, into, reason }) => `${source.name} → ${into.name}: ${reason}`,
  );

const alias = (text: string, articleId: string | null = null) => ({ id: text, text, articleId });

const untold: [name: string, made: Made[]][] = [
  [
    "two courts",
    [
      ["court", "organisation"],
      ["The Court", "organisation"],
    ],
  ],
  [
    "two ministries of one name",
    [
      ["Defense Ministry", "organisation"],
      ["Defense Ministry", "organisation"],
    ],
  ],
  [
    "the police and its press office",
    [
      ["Police", "organisation"],
      ["Police Press Office", "organisation"],
    ],
  ],
];

const proposed: [name: string, made: Made[], expected: string[]][] = [
  [
    "three names of one state with its only ministry",
    [
      ["UK", "organisation"],
      ["U.K. government", "organisation"],
      ["British Defense Ministry", "organisation"],
    ],
    ["U.K. government → British Defense Ministry: sameState", "UK → British Defense Ministry: sameState"],
  ],
  [
    "a state, but not two of its ministries",
    [
      ["UK", "organisation"],
      ["U.K. government", "organisation"],
      ["British Defense Ministry", "organisation"],
      ["British Foreign Ministry", "organisation"],
    ],
    ["UK → U.K. government: sameState"],
  ],
  [
    "the same name written otherwise",
    [
      ["The Harbour Board", "organisation"],
      ["harbour board", "organisation"],
    ],
    ["harbour board → The Harbour Board: sameName"],
  ],
  [
    "first letters",
    [
      ["MSO", "organisation"],
      ["Maritime Safety Office", "organisation"],
    ],
    ["MSO → Maritime Safety Office: acronym"],
  ],
  [
    "first letters that two names have",
    [
      ["MSO", "organisation"],
      ["Maritime Safety Office", "organisation"],
      ["Metropolitan Symphony Orchestra", "organisation"],
    ],
    [],
  ],
  [
    "a word that is written like first letters, but small",
    [
      ["Mso", "organisation"],
      ["Maritime Safety Office", "organisation"],
    ],
    [],
  ],
  [
    "a surname",
    [
      ["Kallas", "person"],
      ["Kaja Kallas", "person"],
    ],
    ["Kallas → Kaja Kallas: surname"],
  ],
  [
    "a surname with a title and a first letter",
    [
      ["Prime Minister K. Kallas", "person"],
      ["Kaja Kallas", "person"],
    ],
    ["Prime Minister K. Kallas → Kaja Kallas: surname"],
  ],
  [
    "a surname with another first letter",
    [
      ["S. Kallas", "person"],
      ["Kaja Kallas", "person"],
    ],
    [],
  ],
  [
    "a surname that two people have",
    [
      ["Kallas", "person"],
      ["Kaja Kallas", "person"],
      ["Siim Kallas", "person"],
    ],
    [],
  ],
  [
    "a name with and without what it is",
    [
      ["Mediazona", "organisation"],
      ["independent news outlet Mediazona", "organisation"],
    ],
    ["Mediazona → independent news outlet Mediazona: longerName"],
  ],
  [
    "words about the kind alone",
    [
      ["the agency", "organisation"],
      ["the news outlet", "organisation"],
    ],
    [],
  ],
  [
    "another kind",
    [
      ["Holms", "person"],
      ["Holms", "organisation"],
    ],
    [],
  ],
  [
    "an unknown kind",
    [
      ["Ada Holms", "person"],
      ["Ada Holms", "unknown"],
    ],
    ["Ada Holms → Ada Holms: sameName"],
  ],
  [
    "unnamed people",
    [
      ["officials", "anonymousGroup"],
      ["officials", "anonymousGroup"],
    ],
    [],
  ],
  [
    "what somebody has called distinct, in one direction",
    [
      ["Kallas", "person", { distinctFrom: ["1"] }],
      ["Kaja Kallas", "person"],
    ],
    [],
  ],
  [
    "what is merged already",
    [
      ["Kallas", "person", { mergedInto: "1" }],
      ["Kaja Kallas", "person"],
    ],
    [],
  ],
  [
    "an alias that holds everywhere",
    [
      ["Ada Holms", "person", { aliases: [alias("Ada Berg")] }],
      ["Ada Berg", "person"],
    ],
    ["Ada Berg → Ada Holms: sameName"],
  ],
  [
    "an alias of one article",
    [
      ["Harbour Board", "organisation", { aliases: [alias("the board", "a")] }],
      ["Board", "organisation"],
    ],
    [],
  ],
];

describe("proposeMerges", () => {
  it.each(proposed)("%s", (_, made, expected) => {
    expect(said(made)).toEqual(expected);
  });

  it.each(untold)("does not tell that these are one: %s", (_, made) => expect(said(made)).toEqual([]));

  it("lets the one that says more keep its name, unless the name tells less", () => {
    const boards: Made[] = [
      ["Harbour Board", "organisation"],
      ["The Harbour Board", "organisation"],
    ];
    expect(said(boards, { 0: 5, 1: 1 })).toEqual(["The Harbour Board → Harbour Board: sameName"]);
    expect(said(boards, { 0: 1, 1: 5 })).toEqual(["Harbour Board → The Harbour Board: sameName"]);
    const people: Made[] = [
      ["Kallas", "person"],
      ["Kaja Kallas", "person"],
    ];
    expect(said(people, { 0: 9, 1: 1 })).toEqual(["Kallas → Kaja Kallas: surname"]);
  });

  it("finds a name of what was merged into a source", () => {
    const made: Made[] = [
      ["Ada Holms", "person"],
      ["Ada Berg", "person", { mergedInto: "0" }],
      ["Berg", "person"],
    ];
    expect(said(made)).toEqual(["Berg → Ada Holms: surname"]);
  });

  it("stays quick with thousands who share a surname, and proposes none of them", () => {
    const people = Array.from({ length: 10_000 }, (_, at): Made => {
      const letters = [at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676)].map(
        (one) => "abcdefghijklmnopqrstuvwxyz"[one],
      );
      return [at % 2 === 0 ? "Smith" : `Al${letters.join("")} Smith`, "person"];
    });
    const start = performance.now();
    const reasons = new Set(proposeMerges(people.map(make)).map((one) => one.reason));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect([...reasons]).toEqual(["sameName"]);
  });

  it("says nothing of a surname once more people share it than anybody can tell apart", () => {
    const people = (many: number): Made[] => [
      ["K. Smith", "person"],
      ["Kaja Smith", "person"],
      ...Array.from({ length: many }, (_, at): Made => [`Al${"a".repeat(at + 1)} Smith`, "person"]),
    ];
    expect(said(people(19))).toEqual(["K. Smith → Kaja Smith: surname"]);
    expect(said(people(20))).toEqual([]);
  });

  it("stays quick with thousands of sources of one name", () => {
    const many = Array.from({ length: 4000 }, (_, at) => make(["Ada Holms", "person"], at));
    expect(proposeMerges(many)).toHaveLength(3999);
  });
});
