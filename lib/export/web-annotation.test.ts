import { describe, expect, it } from "vitest";
import { type Annotated, type Annotation, webAnnotations } from "./web-annotation";

const address = "https://sayso.example.org/articles/a1";
const file = "https://sayso.example.org/api/articles/a1/report/annotations";
const text = "👋🏽 Hello. “We lost two winters,” said Ida Holm.";
const exact = "“We lost two winters,”";

const passage = {
  id: "p1",
  start: text.indexOf(exact),
  end: text.indexOf(exact) + exact.length,
  exact,
  prefix: "Hello. ",
  suffix: " said",
  kinds: ["Quantity"],
  speaker: { name: "Ida Holm", stance: "claims" as const },
  createdAt: "2026-11-20T10:00:00.000Z",
  createdBy: "Ana Reyes",
};

const comment = (id: string, over = {}) => ({
  id,
  text: `Comment ${id}`,
  at: "2026-11-20T11:00:00.000Z",
  editedAt: null,
  by: "Ben Okoro",
  ...over,
});

function annotated(over: Partial<Annotated> = {}): Annotated {
  return {
    address,
    title: "Harbour",
    url: "https://sound-post.example.org/harbour",
    language: "en",
    text,
    passages: [passage],
    threads: [{ id: "t1", passageId: "p1", comments: [comment("c1"), comment("c2"), comment("c3")] }],
    ...over,
  };
}

const itemsOf = (over: Partial<Annotated> = {}) => webAnnotations(annotated(over), file).first.items;

/** What the model requires of every annotation (https://www.w3.org/TR/annotation-model, chapters 3 and 4). */
function expectValid(one: Annotation): void {
  expect(URL.canParse(one.id)).toBe(true);
  expect(one.type).toBe("Annotation");
  expect(new Date(one.created).toISOString()).toBe(one.created);
  for (const body of one.body ?? []) {
    expect(body.type).toBe("TextualBody");
    expect(body.value).toEqual(expect.any(String));
  }
  const targets = [one.target].flat();
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) {
    if (typeof target === "string") {
      expect(URL.canParse(target)).toBe(true);
      continue;
    }
    expect(URL.canParse(typeof target.source === "string" ? target.source : target.source.id)).toBe(true);
    for (const selector of [target.selector].flat()) {
      if (selector.type === "TextQuoteSelector") expect(selector.exact).toBeTruthy();
      else expect([Number.isInteger(selector.start), selector.end > selector.start]).toEqual([true, true]);
    }
  }
}

describe("webAnnotations", () => {
  it("gives what the model requires of a collection, its page and each annotation", () => {
    const collection = webAnnotations(annotated(), file);
    expect(collection).toMatchObject({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: file,
      type: "AnnotationCollection",
      total: 4,
      first: { type: "AnnotationPage", startIndex: 0 },
    });
    expect(URL.canParse(collection.first.id)).toBe(true);
    const { items } = collection.first;
    for (const one of items) expectValid(one);
    expect(new Set(items.map((one) => one.id)).size).toBe(items.length);
  });

  it("counts positions in code points, and quotes the words with what stands around them", () => {
    const [highlight] = itemsOf();
    const own = [highlight?.target].flat()[0];
    if (typeof own !== "object") throw new Error("The passage has no target.");
    const [quote, position] = [own.selector].flat();
    expect(quote).toEqual({ type: "TextQuoteSelector", exact, prefix: "Hello. ", suffix: " said" });
    if (position?.type !== "TextPositionSelector") throw new Error("The passage has no position.");
    expect([...text].slice(position.start, position.end).join("")).toBe(exact);
    // The emoji and its tone are four units and two code points.
    expect(position.start).toBe(passage.start - 2);
  });

  it("annotates the published page by its words alone, and nothing else where there is none", () => {
    expect([itemsOf()[0]?.target].flat()[1]).toMatchObject({
      source: "https://sound-post.example.org/harbour",
      selector: { type: "TextQuoteSelector", exact },
    });
    expect([itemsOf({ url: null })[0]?.target].flat()).toHaveLength(1);
  });

  it("tags a highlight with its kinds, and says who spoke", () => {
    expect(itemsOf()[0]).toMatchObject({
      motivation: "highlighting",
      creator: { type: "Person", name: "Ana Reyes" },
      body: [
        { value: "Quantity", purpose: "tagging" },
        { value: "Said by: Ida Holm", purpose: "describing" },
      ],
    });
    const denial = { name: "Ida Holm", stance: "denies" as const };
    const [denied] = itemsOf({ passages: [{ ...passage, speaker: denial }] });
    expect(denied?.body?.[1]?.value).toBe("Denied by Ida Holm");
    const [bare] = itemsOf({ passages: [{ ...passage, kinds: [], speaker: null, createdBy: null }] });
    expect(Object.keys(bare ?? {})).not.toEqual(expect.arrayContaining(["body", "creator"]));
  });

  it("has the first comment on the words, and the others reply to it", () => {
    const [highlight, first, second, third] = itemsOf();
    expect(first).toMatchObject({ motivation: "commenting", target: highlight?.target });
    expect([second, third].map((one) => [one?.motivation, one?.target])).toEqual([
      ["replying", first?.id],
      ["replying", first?.id],
    ]);
  });

  it("has a thread without a passage comment on the article", () => {
    const threads = [
      { id: "t2", passageId: null, comments: [comment("c9", { editedAt: passage.createdAt })] },
    ];
    expect(itemsOf({ passages: [], threads })).toMatchObject([
      { motivation: "commenting", target: address, modified: passage.createdAt },
    ]);
  });
});
