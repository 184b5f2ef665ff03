import { Schema } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { DecorationSet } from "@tiptap/pm/view";
import { afterEach, expect, test, vi } from "vitest";
import type { Highlight } from "./highlight-class";
import { highlightPlugin, type Shown, showHighlights } from "./highlight-plugin";

afterEach(() => {
  vi.unstubAllGlobals();
});

const schema = new Schema({ nodes: { doc: { content: "block+" }, block: { content: "text*" }, text: {} } });
const words = ["x".repeat(60), "y".repeat(40), "z".repeat(80)];
const text = words.join("\n\n");
const blocks = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
const document = schema.node(
  "doc",
  null,
  words.map((word) => schema.node("block", null, schema.text(word))),
);

/** What the editor would draw, as text, in order. */
function drawing(state: EditorState): string[] {
  const set = state.plugins[0]?.props.decorations?.call(state.plugins[0], state);
  if (!(set instanceof DecorationSet)) throw new Error("no decorations");
  return set
    .find()
    .map((one) => `${one.from}-${one.to} ${JSON.stringify(Reflect.get(one, "type").attrs ?? one.spec.key)}`)
    .sort();
}

function stateWith(shown: Shown): EditorState {
  return EditorState.create({ doc: document, plugins: [highlightPlugin(blocks, shown)] });
}

function changed(state: EditorState, next: Shown): EditorState {
  let now = state;
  showHighlights(
    {
      state,
      dispatch: (transaction) => {
        now = now.apply(transaction);
      },
    },
    next,
  );
  return now;
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const looks: Highlight["look"][] = ["none", "open", "resolved", "pending"];

function randomHighlight(id: string, next: (below: number) => number): Highlight {
  const start = next(text.length - 1);
  const end = Math.min(text.length, start + 1 + next(50));
  return { id, start, end, place: 1, label: `Passage ${id}`, look: looks[next(4)] ?? "none", verdict: null };
}

test("changing what is drawn, step by step, draws the same as drawing it afresh", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = randomFrom(seed);
    const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
    const pick = () => ids[next(ids.length)] ?? null;
    let shown: Shown = {
      highlights: ids.slice(0, 6).map((id) => randomHighlight(id, next)),
      on: { active: null, lit: null },
    };
    let state = stateWith(shown);
    for (let step = 0; step < 12; step++) {
      const id = ids[next(ids.length)] ?? "";
      const others = shown.highlights.filter((one) => one.id !== id);
      shown = {
        highlights: next(3) === 0 ? others : [...others, randomHighlight(id, next)],
        on: next(2) ? shown.on : { active: pick(), lit: next(2) ? pick() : null },
      };
      state = changed(state, shown);
      expect(drawing(state)).toEqual(drawing(stateWith(shown)));
    }
  }
});

test("whoever asks for it hears the numbers where passages begin and end, also when they change", () => {
  vi.stubGlobal("document", { documentElement: { dataset: { announcePassages: "on" } } });
  const base = { label: "", look: "none", verdict: null } as const;
  const [outer, inner] = [
    { ...base, id: "a", start: 0, end: 20, place: 1 },
    { ...base, id: "b", start: 0, end: 10, place: 2 },
  ];
  const on = { active: null, lit: null };
  const edges = (state: EditorState) =>
    drawing(state).flatMap((one) => /"data-(?:starts|ends)".*"(?=})/.exec(one)?.[0] ?? []);
  const state = stateWith({ highlights: [outer, inner], on });
  expect(edges(state)).toEqual(['"data-starts":"1 and 2","data-ends":"2"', '"data-ends":"1"']);
  // Over two blocks, begun in the first and ended in the second.
  const long = stateWith({ highlights: [{ ...outer, start: 40, end: 70 }], on });
  expect(edges(long)).toEqual(['"data-starts":"1"', '"data-ends":"1"']);
  // A passage before them gives them other numbers.
  const moved = { ...outer, id: "c", start: 30, end: 40, place: 1 };
  const renumbered = [{ ...outer, place: 2 }, { ...inner, place: 3 }, moved];
  const later = changed(state, { highlights: renumbered, on });
  expect(drawing(later)).toEqual(drawing(stateWith({ highlights: renumbered, on })));
  expect(edges(later)[0]).toContain("2 and 3");
  vi.unstubAllGlobals();
  expect(edges(stateWith({ highlights: [outer, inner], on }))).toEqual([]);
});

test("a verdict alone draws its words anew", () => {
  const one = { id: "a", start: 0, end: 10, place: 1, label: "Passage 1", look: "none" } as const;
  const on = { active: null, lit: null };
  const before = stateWith({ highlights: [{ ...one, verdict: null }], on });
  const after = changed(before, { highlights: [{ ...one, verdict: "1" }], on });
  expect(JSON.stringify(drawing(after))).toContain("is-v1");
  expect(JSON.stringify(drawing(before))).not.toContain("is-v1");
});

test("what did not change keeps its very decorations", () => {
  const far = {
    id: "far",
    start: 110,
    end: 120,
    place: 2,
    label: "Passage 2",
    look: "none",
    verdict: null,
  } as const;
  const near = {
    id: "near",
    start: 0,
    end: 10,
    place: 1,
    label: "Passage 1",
    look: "none",
    verdict: null,
  } as const;
  const on = { active: null, lit: null };
  const before = stateWith({ highlights: [near, far], on });
  const after = changed(before, { highlights: [{ ...near, look: "open" }, far], on });
  const farIn = (state: EditorState) => {
    const set = state.plugins[0]?.props.decorations?.call(state.plugins[0], state);
    return set instanceof DecorationSet
      ? set.find(undefined, undefined, (spec) => spec.start === 110)[0]
      : undefined;
  };
  expect(Reflect.get(farIn(after) ?? {}, "type")).toBe(Reflect.get(farIn(before) ?? {}, "type"));
});

test("the shortest of several passages gives the line, whichever changed last", () => {
  const long = {
    id: "long",
    start: 0,
    end: 50,
    place: 1,
    label: "",
    look: "resolved",
    verdict: null,
  } as const;
  const short = {
    id: "short",
    start: 10,
    end: 20,
    place: 2,
    label: "",
    look: "none",
    verdict: null,
  } as const;
  const state = stateWith({ highlights: [long, short], on: { active: null, lit: null } });
  const later = changed(state, {
    highlights: [long, { ...short, look: "open" }],
    on: { active: "long", lit: null },
  });
  expect(drawing(later).join("\n")).toContain(
    '11-21 {"nodeName":"mark","class":"passage is-open is-layered is-active","aria-details":"ref-short ref-long"}',
  );
});
