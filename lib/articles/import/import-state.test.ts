import { describe, expect, it } from "vitest";
import {
  changeImport,
  freshImport,
  type ImportAction,
  type ImportState,
  isNewPreview,
  isWorthKeeping,
  readImport,
  writeImport,
} from "./import-state";
import { makeDraft } from "./make-draft";

const text =
  "Ferry line to close\n\nBy Ines Holm\n\nThe ferry line will close in October. Its operator said so on Monday.";

function previewOf(words: string) {
  const result = makeDraft(words, "text");
  if (!result.ok) throw new Error(result.reason);
  return { ...result.draft, existing: null };
}

function run(...actions: ImportAction[]): ImportState {
  return actions.reduce(changeImport, freshImport("w1"));
}

const previewed: ImportAction[] = [
  { type: "write", text },
  { type: "preview", preview: previewOf(text) },
];

describe("changeImport", () => {
  it("fills in what the text tells, and says from where", () => {
    const state = run(...previewed);
    expect(state).toMatchObject({
      step: "preview",
      fields: { title: "Ferry line to close", author: "Ines Holm" },
    });
    expect(state.reasons).toMatchObject({ author: "From the byline." });
  });

  it("leaves alone what a person typed", () => {
    const state = run({ type: "field", name: "author", value: "Sam" }, ...previewed);
    expect(state.fields.author).toBe("Sam");
    expect(run(...previewed, { type: "field", name: "title", value: "" }).reasons.title).toBeUndefined();
  });

  it("shows no preview of another text, and keeps the words typed beside it", () => {
    const state = run(
      ...previewed,
      { type: "field", name: "url", value: "x" },
      { type: "write", text: "New" },
    );
    expect(state).toMatchObject({ step: "text", fields: { url: "x" } });
    expect(changeImport(state, { type: "go", step: "preview" }).step).toBe("text");
  });

  it("keeps what a person made of the text when the same text is previewed again", () => {
    const edited = run(...previewed, { type: "role", index: 1, role: "caption" });
    const back = changeImport(edited, { type: "go", step: "text" });
    expect(changeImport(back, { type: "go", step: "preview" })).toEqual(edited);
    for (const action of [
      { type: "preview", preview: previewOf(text) },
      { type: "write", text },
    ] as const) {
      const again = [
        { type: "write", text: `${text}x` } as const,
        { type: "write", text } as const,
        action,
      ].reduce(changeImport, back);
      expect(changeImport(again, { type: "go", step: "preview" })).toEqual(edited);
    }
  });

  it("brings the earlier preview back, with its text, when another text was previewed", () => {
    const other =
      "Another line to close\n\nThe other line will close in May. Its operator said so on Friday.";
    const edited = run(...previewed, { type: "role", index: 1, role: "caption" });
    const actions: ImportAction[] = [
      { type: "write", text: other },
      { type: "preview", preview: previewOf(other) },
    ];
    const state = actions.reduce(changeImport, edited);
    expect(isNewPreview(state)).toBe(true);
    expect(state.fields.title).toBe("Another line to close");
    const typed = changeImport(state, { type: "field", name: "publisher", value: "Sam" });
    const undone = changeImport(typed, { type: "undo" });
    expect(undone).toMatchObject({ step: "preview", text, blocks: edited.blocks, past: edited.past });
    expect(undone.fields).toEqual({ ...edited.fields, publisher: "Sam" });
    expect(isNewPreview(undone)).toBe(false);
  });

  it.each([
    ["By Ana Ruiz, Bonn", "", "Ana Ruiz"],
    ["Ana Ruiz", "", "Ana Ruiz"],
    ["ana", "", "ana"],
    ["By Ana Ruiz", "Sam", "Sam"],
    ["18 November 2026", "", ""],
    ["The ferry line will close in October, they said.", "", ""],
  ])("takes the author from %j made the byline, where there is %j", (line, before, after) => {
    const words = `Ferry line to close\n\nThe ferry line will close in October. Its operator said so.\n\n${line}.`;
    const start = run({ type: "write", text: words }, { type: "preview", preview: previewOf(words) });
    const index = start.blocks.length - 1;
    const blocks = start.blocks.map((one, at) => (at === index ? { ...one, text: line } : one));
    const state = { ...start, blocks, fields: { ...start.fields, author: before } };
    const named = changeImport(state, { type: "role", index, role: "byline" });
    expect(named.fields.author).toBe(after);
    expect(changeImport(named, { type: "undo" }).fields.author).toBe(before);
  });

  it("lets the title follow the block that is given its role, or cut and joined, until it is typed in", () => {
    const words = `The Brennington Courier\n\n${text}`;
    const start = run({ type: "write", text: words }, { type: "preview", preview: previewOf(words) });
    expect(start.fields.title).toBe("The Brennington Courier");
    const chosen = changeImport(start, { type: "role", index: 1, role: "title" });
    expect(chosen.blocks.map(({ role }) => role)).toEqual(["boilerplate", "title", "byline", "body"]);
    expect(chosen.fields.title).toBe("Ferry line to close");
    expect(chosen.reasons.title).toBe("The headline of the text.");
    const split = changeImport(chosen, { type: "split", index: 1, offset: 10 });
    expect(split.fields.title).toBe("Ferry line");
    expect(changeImport(split, { type: "join", index: 1 }).fields.title).toBe("Ferry line to close");
    expect(changeImport(chosen, { type: "undo" })).toMatchObject({
      blocks: start.blocks,
      fields: { title: "The Brennington Courier" },
    });
    const typed = changeImport(start, { type: "field", name: "title", value: "Ferries" });
    expect(changeImport(typed, { type: "role", index: 1, role: "title" }).fields.title).toBe("Ferries");
  });

  it("changes, cuts and joins blocks, puts the cursor there, and takes all back", () => {
    const before = run(...previewed);
    const body = before.blocks.findIndex(({ role }) => role === "body");
    const at = before.blocks[body]?.text.indexOf("Its") ?? 0;
    const split = changeImport(before, { type: "split", index: body, offset: at });
    expect(split.blocks).toHaveLength(before.blocks.length + 1);
    expect(split.caret).toEqual({ index: body + 1, offset: 0 });
    const joined = changeImport(split, { type: "join", index: body });
    expect(joined.blocks.map((one) => one.text)).toEqual(before.blocks.map((one) => one.text));
    expect(joined.caret).toEqual({ index: body, offset: at - 1 });
    const quoted = changeImport(joined, { type: "role", index: body, role: "quote" });
    const undone = [1, 2, 3, 4].reduce((state) => changeImport(state, { type: "undo" }), quoted);
    expect(undone.blocks).toEqual(before.blocks);
  });

  it("notes nothing for a change that changes nothing", () => {
    const state = run(...previewed);
    expect(changeImport(state, { type: "split", index: 0, offset: 0 })).toBe(state);
    expect(changeImport(state, { type: "join", index: 99 })).toBe(state);
  });
});

describe("keeping an import in the browser", () => {
  it("comes back as it was, without its history", () => {
    const state = run(
      ...previewed,
      { type: "role", index: 1, role: "body" },
      { type: "withoutDate", value: true },
    );
    expect(readImport(writeImport(state), ["w1"])).toEqual({ ...state, past: [], caret: null });
  });

  it("leaves out blocks of an earlier text", () => {
    const state = run(...previewed, { type: "write", text: "New" });
    expect(readImport(writeImport(state), ["w1"])).toMatchObject({
      text: "New",
      blocks: [],
      previewed: null,
    });
  });

  it("goes to a workspace where the person may still import", () => {
    expect(readImport(writeImport(run(...previewed)), ["w2", "w3"])?.workspaceId).toBe("w2");
  });

  it.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["another shape", '{"words":1}'],
    ["a number", "7"],
  ])("gives null for %s", (_name, stored) => {
    expect(readImport(stored, ["w1"])).toBeNull();
  });

  it.each([
    ["leave words out", (blocks: object[]) => blocks.slice(1)],
    [
      "have a role of another version",
      (blocks: object[]) => blocks.map((one) => ({ ...one, role: "kicker" })),
    ],
    ["are no list", () => "blocks"],
  ])("keeps the text but not blocks that %s", (_name, spoil) => {
    const stored = JSON.parse(writeImport(run(...previewed)));
    const read = readImport(JSON.stringify({ ...stored, blocks: spoil(stored.blocks) }), ["w1"]);
    expect(read).toMatchObject({ step: "text", text, blocks: [] });
  });

  it("knows what is worth keeping", () => {
    expect(isWorthKeeping(freshImport("w1"))).toBe(false);
    expect(isWorthKeeping(run({ type: "write", text: " \n" }))).toBe(false);
    expect(isWorthKeeping(run({ type: "write", text: "a" }))).toBe(true);
    expect(isWorthKeeping(run({ type: "field", name: "title", value: "" }))).toBe(true);
  });
});
