import { describe, expect, it } from "vitest";
import { viewAttribution, viewSource } from "@/lib/discussion/test-views";
import { type ChainNode, chainTree, drawnOf } from "./chain-tree";
import { readVoices } from "./voices";

type Row = { id: string; passageId: string; source: string | null; parentId?: string; by?: string };

const attribution = ({ id, passageId, source, ...over }: Row) => {
  const isSource = source !== "reporter";
  const voice = isSource ? ("source" as const) : ("reporter" as const);
  return viewAttribution(id, passageId, isSource ? source : null, { voice, ...over });
};

const source = (id: string, mergedInto: string | null = null) =>
  viewSource(id, { kind: "unknown", mergedInto });

function draw(nodes: ChainNode[]): string[] {
  return nodes.flatMap((node) => [
    [node.sourceId ?? `(${node.kind})`, ...node.passageIds].join(" "),
    ...draw(node.reports).map((line) => `  ${line}`),
  ]);
}

const trees: [name: string, rows: Row[], drawn: string[], merged?: Record<string, string>][] = [
  ["nobody", [], []],
  ["the reporter alone", [{ id: "a", passageId: "p1", source: "reporter" }], []],
  [
    "sources without chains, the one with most passages first",
    [
      { id: "a", passageId: "p1", source: "court" },
      { id: "b", passageId: "p2", source: "paper" },
      { id: "c", passageId: "p3", source: "paper" },
    ],
    ["paper p2 p3", "court p1"],
  ],
  [
    "a chain before those who report nobody",
    [
      { id: "a", passageId: "p1", source: "mayor" },
      { id: "b", passageId: "p3", source: "mayor" },
      { id: "link", passageId: "p2", source: "paper" },
      { id: "c", passageId: "p2", source: "court", parentId: "link" },
    ],
    ["paper", "  court p2", "mayor p1 p3"],
  ],
  [
    "one source on two ways",
    [
      { id: "link", passageId: "p1", source: "paper" },
      { id: "a", passageId: "p1", source: "court", parentId: "link" },
      { id: "b", passageId: "p2", source: "court" },
    ],
    ["paper", "  court p1", "court p2"],
  ],
  [
    "an unknown link between",
    [
      { id: "outer", passageId: "p1", source: "paper" },
      { id: "middle", passageId: "p1", source: null, parentId: "outer" },
      { id: "a", passageId: "p1", source: "court", parentId: "middle" },
    ],
    ["paper", "  (unnamed)", "    court p1"],
  ],
  [
    "a link that is gone",
    [{ id: "a", passageId: "p1", source: "court", parentId: "deleted" }],
    ["(gone)", "  court p1"],
  ],
  [
    "what was merged, as what it speaks as",
    [
      { id: "a", passageId: "p1", source: "uk" },
      { id: "b", passageId: "p2", source: "ministry" },
    ],
    ["ministry p1 p2"],
    { uk: "ministry" },
  ],
  [
    "one passage of which two people say the same, once",
    [
      { id: "a", passageId: "p1", source: "court" },
      { id: "b", passageId: "p1", source: "court", by: "ben" },
    ],
    ["court p1"],
  ],
];

describe("chainTree", () => {
  it.each(trees)("draws %s", (_, rows, drawn, merged = {}) => {
    const ids = ["paper", "court", "mayor", "uk", "ministry"];
    const voices = readVoices({
      attributions: rows.map(attribution),
      settlements: [],
      sources: ids.map((id) => source(id, merged[id] ?? null)),
    });
    expect(draw(chainTree(["p1", "p2", "p3"], voices))).toEqual(drawn);
  });
});

describe("drawnOf", () => {
  const drawnIn = (rows: Row[]) => {
    const sources = ["paper", "court", "mayor"].map((id) => source(id));
    const voices = readVoices({ attributions: rows.map(attribution), settlements: [], sources });
    const { chains, ...rest } = drawnOf(chainTree(["p1", "p2", "p3"], voices));
    return { drawn: draw(chains), ...rest };
  };
  const chain: Row[] = [
    { id: "link", passageId: "p1", source: "paper" },
    { id: "a", passageId: "p1", source: "court", parentId: "link" },
  ];

  it("takes somebody unnamed for no source", () => {
    const rows: Row[] = [
      ...chain,
      { id: "b", passageId: "p2", source: "mayor" },
      { id: "c", passageId: "p3", source: null },
    ];
    expect(drawnIn(rows)).toEqual({ drawn: ["paper", "  court p1"], direct: ["mayor"], unnamed: ["p3"] });
  });

  it("counts nobody as one more who is drawn already", () => {
    const rows: Row[] = [...chain, { id: "b", passageId: "p2", source: "court" }];
    expect(drawnIn(rows)).toEqual({ drawn: ["paper", "  court p1", "court p2"], direct: [], unnamed: [] });
  });
});
