import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStory } from "@/lib/articles/story";
import {
  blocksOf,
  placeOf,
  viewAttribution,
  viewPassage,
  viewSettlement,
  viewSource,
} from "@/lib/discussion/test-views";
import type { ClaimKind } from "@/lib/passages/schema";
import { countWords } from "@/lib/text/count-words";
import {
  type BlockCoverage,
  coverageOf,
  firstBareClaim,
  nextUnexamined,
  percentsOf,
  sharesOf,
} from "./coverage";
import type { AttributionView, SettlementView } from "./schema";
import { readVoices } from "./voices";

const { text, blocks } = blocksOf([
  ["title", "Ferry skipped checks"],
  ["byline", "By Helen Askew"],
  ["body", "“We lost two winters,” Ida Holm said. Nobody answered."],
  ["body", "Norline lost 41 boats, the Courier said."],
  ["bio", "Helen Askew writes about ships."],
]);

const sources = [
  viewSource("ida"),
  viewSource("norline"),
  viewSource("courier"),
  viewSource("line", { mergedInto: "norline" }),
];

/** A passage on these words, and what people say of it: "who: whom", "reporter" for the reporter, "?" for somebody unnamed. */
type Marked = { words: string; said: string[]; mention?: string; cue?: string; kinds?: ClaimKind[] };

function attributionsOf({ words, said, mention, cue }: Marked): AttributionView[] {
  return said.map((one, index) => {
    const [by = "", whom = ""] = one.split(": ");
    const sourceId = whom === "reporter" || whom === "?" ? null : whom;
    return viewAttribution(`${by} ${words}`, words, sourceId, {
      by,
      voice: whom === "reporter" ? "reporter" : "source",
      createdNumber: index + 1,
      mention: mention ? placeOf(text, mention) : null,
      cue: cue ? placeOf(text, cue) : null,
    });
  });
}

function cover(marked: Marked[], settlements: SettlementView[] = [], claims: string[] = []): BlockCoverage[] {
  const attributions = marked.flatMap(attributionsOf);
  return coverageOf({
    text,
    blocks,
    passages: marked.map(({ words, kinds = [] }) =>
      viewPassage(words, placeOf(text, words), { claimKinds: kinds }),
    ),
    claims: claims.map((words) => ({ ...placeOf(text, words), kinds: ["event"] })),
    voices: readVoices({ attributions, settlements, sources }),
  });
}

/** A block as "whose|words" pieces, spaces between words left out at the ends. */
const read = (block: BlockCoverage | undefined) =>
  block?.stretches.map((one) => {
    const who = one.voice === "source" ? (one.sourceId ?? "?") : one.voice;
    return `${who}|${text.slice(one.start, one.end).trim()}`;
  });

const winters = "“We lost two winters,”";
const boats = "Norline lost 41 boats";

const cases: {
  what: string;
  marked: Marked[];
  settlements?: SettlementView[];
  block: number;
  is: string[];
}[] = [
  {
    what: "nothing is marked",
    marked: [],
    block: 1,
    is: ["unexamined|“We lost two winters,” Ida Holm said. Nobody answered."],
  },
  {
    what: "a passage that nobody has attributed tells nothing",
    marked: [{ words: winters, said: [] }],
    block: 1,
    is: ["unexamined|“We lost two winters,” Ida Holm said. Nobody answered."],
  },
  {
    what: "a source's words",
    marked: [{ words: winters, said: ["ana: ida"] }],
    block: 1,
    is: [`ida|${winters}`, "unexamined|Ida Holm said. Nobody answered."],
  },
  {
    what: "the reporter's own, looked at",
    marked: [{ words: "Nobody answered.", said: ["ana: reporter"] }],
    block: 1,
    is: [`unexamined|${winters} Ida Holm said.`, "reporter|Nobody answered."],
  },
  {
    what: "somebody unnamed",
    marked: [{ words: "Nobody answered.", said: ["ana: ?"] }],
    block: 1,
    is: [`unexamined|${winters} Ida Holm said.`, "?|Nobody answered."],
  },
  {
    what: "two who agree",
    marked: [{ words: boats, said: ["ana: norline", "ben: norline"] }],
    block: 2,
    is: [`norline|${boats}`, "unexamined|, the Courier said."],
  },
  {
    what: "two who name one source by two names that were merged",
    marked: [{ words: boats, said: ["ana: norline", "ben: line"] }],
    block: 2,
    is: [`norline|${boats}`, "unexamined|, the Courier said."],
  },
  {
    what: "two who differ",
    marked: [{ words: boats, said: ["ana: norline", "ben: courier"] }],
    block: 2,
    is: [`differing|${boats}`, "unexamined|, the Courier said."],
  },
  {
    what: "an editor who has settled it",
    marked: [{ words: boats, said: ["ana: norline", "ben: courier"] }],
    settlements: [viewSettlement(boats, `ben ${boats}`)],
    block: 2,
    is: [`courier|${boats}`, "unexamined|, the Courier said."],
  },
  {
    what: "the nearest speaker, where one reports another",
    marked: [
      { words: "Norline lost 41 boats, the Courier said.", said: ["ana: courier"] },
      { words: "lost 41 boats", said: ["ana: norline"] },
    ],
    block: 2,
    is: ["courier|Norline", "norline|lost 41 boats", "courier|, the Courier said."],
  },
  {
    what: "the words that do the attributing inside a passage are the reporter's",
    marked: [
      {
        words: `${winters} Ida Holm said. Nobody answered.`,
        said: ["ana: ida"],
        mention: "Ida Holm",
        cue: "said",
      },
    ],
    block: 1,
    is: [`ida|${winters}`, "reporter|Ida Holm", "ida|", "reporter|said", "ida|. Nobody answered."],
  },
  {
    what: "a passage over the border of two blocks, here its second half",
    marked: [{ words: "Nobody answered.\n\nNorline", said: ["ana: reporter"] }],
    block: 2,
    is: ["reporter|Norline", "unexamined|lost 41 boats, the Courier said."],
  },
];

describe("coverageOf", () => {
  it.each(cases)("$what", ({ marked, settlements, block, is }) => {
    expect(read(cover(marked, settlements)[block])).toEqual(is);
  });

  it("leaves out what is not part of the story", () => {
    expect(cover([]).map((one) => one.role)).toEqual(["title", "body", "body"]);
    const story = ["title", "dek", "body", "quote", "caption"] as const;
    const rest = ["byline", "credit", "bio", "boilerplate"] as const;
    expect([...story, ...rest].map(isStory)).toEqual([...story.map(() => true), ...rest.map(() => false)]);
  });

  it("says which passage tells it", () => {
    const [, block] = cover([{ words: winters, said: ["ana: ida"] }]);
    expect(block?.stretches.map((one) => one.passageId)).toEqual([winters, null]);
  });
});

const bareCases: { what: string; marked: Marked[]; claims?: string[]; bare: string[] }[] = [
  { what: "a claim that nobody says", marked: [], claims: ["Nobody answered."], bare: ["Nobody answered."] },
  {
    what: "a claim that the reporter makes",
    marked: [{ words: "Nobody answered.", said: ["ana: reporter"] }],
    claims: ["Nobody answered."],
    bare: ["Nobody answered."],
  },
  {
    what: "a claim with a source for part of it",
    marked: [{ words: "41 boats", said: ["ana: norline"] }],
    claims: [boats],
    bare: [],
  },
  {
    what: "a claim about whose source colleagues differ",
    marked: [{ words: boats, said: ["ana: norline", "ben: courier"] }],
    claims: [boats],
    bare: [],
  },
  {
    what: "a passage that somebody called a claim",
    marked: [{ words: boats, said: [], kinds: ["quantity"] }],
    bare: [boats],
  },
  {
    what: "a passage that is a source's word",
    marked: [{ words: boats, said: ["ana: norline"], kinds: ["quantity"] }],
    bare: [],
  },
  { what: "a passage that is no claim", marked: [{ words: boats, said: [] }], bare: [] },
  { what: "a claim outside the story", marked: [], claims: ["Helen Askew writes about ships."], bare: [] },
];

describe("claims without a source", () => {
  it.each(bareCases)("$what", ({ marked, claims, bare }) => {
    const found = cover(marked, [], claims).flatMap((block) => block.bareClaims);
    expect(found.map((one) => text.slice(one.start, one.end))).toEqual(bare);
  });
});

describe("firstBareClaim", () => {
  const find = (marked: Marked[], claims: string[] = []) => {
    const passages = marked.map(({ words, kinds = [] }) =>
      viewPassage(words, placeOf(text, words), { claimKinds: kinds }),
    );
    return firstBareClaim(cover(marked, [], claims), passages)?.id ?? null;
  };
  const said: Marked = { words: boats, said: ["ana: norline"], kinds: ["quantity"] };
  const bare: Marked = { words: "Nobody answered.", said: [], kinds: ["event"] };

  it("is the first passage that is a claim without a source", () => {
    expect(find([said, { words: "answered", said: [] }, bare])).toBe("Nobody answered.");
  });

  it("is none where all have a source, or only the machine finds claims", () => {
    expect(find([said])).toBeNull();
    expect(find([said], ["Nobody answered."])).toBeNull();
  });
});

describe("percentsOf", () => {
  const percents = (parts: number[], rest: { reporter: number; differing: number; unexamined: number }) => {
    const words = [...parts, ...Object.values(rest)].reduce((sum, one) => sum + one, 0);
    const sources = new Map(parts.map((one, at) => [`s${at}`, one]));
    const { sources: found, ...others } = percentsOf({ words, sources, ...rest });
    return [...found.values(), ...Object.values(others)];
  };

  it("adds up to 100 where each rounded for itself would not", () => {
    expect(percents([125, 125], { reporter: 125, differing: 0, unexamined: 625 })).toEqual([
      13, 12, 13, 0, 62,
    ]);
    expect(percents([], { reporter: 1, differing: 1, unexamined: 1 })).toEqual([34, 33, 33]);
  });

  it("is nothing of nothing", () => {
    expect(percents([], { reporter: 0, differing: 0, unexamined: 0 })).toEqual([0, 0, 0]);
  });
});

describe("sharesOf", () => {
  it("adds up the story's words by voice", () => {
    const shares = sharesOf(
      cover([
        { words: winters, said: ["ana: ida"] },
        { words: "Nobody", said: ["ana: ?"] },
        { words: "answered.", said: ["ana: reporter"] },
        { words: boats, said: ["ana: norline", "ben: courier"] },
        { words: "the Courier", said: ["ana: line"] },
      ]),
    );
    expect({ ...shares, sources: Object.fromEntries(shares.sources) }).toEqual({
      words: 19,
      sources: { ida: 4, unnamed: 1, norline: 2 },
      reporter: 1,
      differing: 4,
      unexamined: 7,
    });
  });
});

describe("nextUnexamined", () => {
  const coverage = cover([
    { words: "Ferry skipped checks", said: ["ana: reporter"] },
    { words: winters, said: ["ana: ida"] },
    { words: "Nobody answered.", said: ["ana: reporter"] },
    { words: boats, said: ["ana: norline"] },
  ]);
  const endOf = (words: string) => placeOf(text, words).end;
  const holmSaid = "Ida Holm said.";
  const courierSaid = "the Courier said.";
  it.each<[string, number, 1 | -1, string]>([
    ["from the top", 0, 1, holmSaid],
    ["on from one to the next", endOf(holmSaid), 1, courierSaid],
    ["from the last to the first", endOf(courierSaid), 1, holmSaid],
    ["back from the end", text.length, -1, courierSaid],
    ["back from one to the one before", placeOf(text, courierSaid).start, -1, holmSaid],
    ["back from the first to the last", placeOf(text, holmSaid).start, -1, courierSaid],
  ])("%s (%i, %i) comes to “%s”", (_, from, by, words) => {
    const found = nextUnexamined(coverage, text, from, by);
    expect(found && text.slice(found.start, found.end)).toBe(words);
  });

  it("finds nothing where all is examined, nor where only marks are left", () => {
    const said = ["ana: reporter"];
    const all = cover([
      { words: "Ferry skipped checks", said },
      { words: "“We lost two winters,” Ida Holm said. Nobody answered", said },
      { words: "Norline lost 41 boats, the Courier said.", said },
    ]);
    expect(nextUnexamined(all, text, 0, 1)).toBeNull();
    expect(nextUnexamined(all, text, text.length, -1)).toBeNull();
  });
});

/** Words of the text, so that no passage cuts one in half. */
const wordsInText = [...text.matchAll(/\S+/gu)].map((one) => ({
  start: one.index,
  end: one.index + one[0].length,
}));
const anyWord = fc.nat(wordsInText.length - 1);
const anySpeaker = fc.constantFrom("ida", "norline", "line", "courier", "reporter", "?");
const anyMarks = fc.array(
  fc.record({ from: anyWord, to: anyWord, said: fc.array(anySpeaker, { maxLength: 3 }), named: anyWord }),
  { maxLength: 8 },
);

describe("coverage, whatever is marked", () => {
  it("leaves no gap, counts each word once, and its shares sum to the whole", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const passages = marks.map(({ from, to }, index) => {
          const start = wordsInText[Math.min(from, to)]?.start ?? 0;
          return viewPassage(`p${index}`, { start, end: wordsInText[Math.max(from, to)]?.end ?? start });
        });
        const attributions = marks.flatMap(({ said, named }, index) =>
          said.map((whom, at) =>
            viewAttribution(`a${index} ${at}`, `p${index}`, /[?]|reporter/.test(whom) ? null : whom, {
              by: `person ${at}`,
              voice: whom === "reporter" ? "reporter" : "source",
              mention: wordsInText[named] ?? null,
            }),
          ),
        );
        const voices = readVoices({ attributions, settlements: [], sources });
        const coverage = coverageOf({ text, blocks, passages, claims: [], voices });
        for (const block of coverage) {
          const edges = [block.start, ...block.stretches.map((one) => one.end)];
          expect(block.stretches.map((one) => one.start)).toEqual(edges.slice(0, -1));
          expect(edges.at(-1)).toBe(block.end);
          expect(block.words).toBe(countWords(text.slice(block.start, block.end)));
        }
        const { words, reporter, differing, unexamined, ...shares } = sharesOf(coverage);
        const bySource = [...shares.sources.values()].reduce((sum, one) => sum + one, 0);
        expect(bySource + reporter + differing + unexamined).toBe(words);
        const story = blocks.filter(({ role }) => isStory(role));
        expect(words).toBe(story.reduce((sum, one) => sum + countWords(text.slice(one.start, one.end)), 0));
      }),
    );
  });
});
