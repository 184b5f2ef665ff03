import { describe, expect, it } from "vitest";
import { evidenceKey } from "@/components/assessments/evidence/use-evidence";
import { draftKeyOf } from "@/components/assessments/use-assessment-draft";
import { resolutionKey } from "@/components/assessments/use-resolving";
import { settlingKey } from "@/components/attributions/kept-settling";
import { attributionKey, keptAs } from "@/components/attributions/use-kept-form";
import type { AttributionView } from "@/lib/attributions/schema";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { type DraftPlace, draftKey, writeDraft } from "@/lib/threads/draft";
import { halfWrittenIn, halfWrittenNames, isWrittenOn } from "./half-written";

const whose = { userId: "u", articleId: "a" };
const on = { articleId: "a", passageId: "p" };
const at = (minute: number) => `2026-03-01T14:0${minute}:00.000Z`;
const why = bodyOfText("Because.");
const ground = { exact: "boats", sourceId: null };

const form = (value: unknown, minute = 0, about: object = on) =>
  JSON.stringify({ value, on: about, at: at(minute) });
const draft = (place: DraftPlace, text: string): [string, string] => [
  draftKey("u", "a", place),
  writeDraft(bodyOfText(text), at(0), place) ?? "",
];
const verdict = {
  ...{ verdict: "4", ground, confidence: "high", reasons: [], rationale: why, evidence: [], changeNote: "" },
};
const evidence = { url: "", title: "Register", excerpt: "Ten berths", bearing: "supports", primary: false };
const attribution: AttributionView = {
  ...{ id: crypto.randomUUID(), passageId: crypto.randomUUID(), voice: "source", sourceId: null },
  ...{ parentId: null, directness: "direct", mention: null, cue: null, cueClass: "neutral" },
  ...{ channel: "unknown", polarity: "positive", saidAt: null, origin: "person", stands: true },
  ...{ by: crypto.randomUUID(), createdAt: at(0), changedAt: at(0), version: 1 },
  ...{ createdNumber: 1, contentNumber: 1, number: 1 },
};

/** What it is: its words > what it opens. */
function told(...kept: [string, string][]): string[] {
  const found = halfWrittenIn(whose, kept, ({ name }) => name ?? "a source");
  return found.map((one) => `${one.what}: ${one.words} > ${JSON.stringify(one.opens)}`);
}

describe("what lies half written in an article", () => {
  const goOn = (key: string) => JSON.stringify({ goOn: key });
  const said = draftKeyOf({ ...whose, passageId: "p", axis: "said" });
  const resolution = resolutionKey("u", "p", "so");
  const newEvidence = evidenceKey("u", "p");
  const changed = evidenceKey("u", "e");
  const who = keptAs(attributionKey("u", "a", { start: 3, end: 9 }));
  const settling = settlingKey("u", "p");
  const filled = { draft: { voice: "source", source: null, links: [] }, typed: "Ida" };
  const settled = { attribution, settlement: null, why: "She is named before" };
  const edit = draft({ commentId: "c", threadId: "t" }, "Anew");
  const reply = draft({ threadId: "t" }, "Yes");
  const starter = draft({ passageId: "p", about: "accuracy v" }, "Who counted?");

  it.each<[string, [string, string], string]>([
    [
      "a verdict",
      [said, form({ ...verdict, changeNote: "A slip" })],
      `Your verdict on “Did they say so?”: Faithful: Because.\nA slip > {"starting":"said","goOn":"${said}"}`,
    ],
    [
      "a resolution",
      [resolution, form({ verdict: null, ground, rationale: why })],
      `Your resolution of “Is it so?”: Because. > ${goOn(resolution)}`,
    ],
    [
      "new evidence",
      [newEvidence, form(evidence)],
      'Your evidence: Register\nTen berths > {"starting":"evidence"}',
    ],
    [
      "evidence that is changed",
      [changed, form(evidence)],
      `Your change of the evidence: Register\nTen berths > ${goOn(changed)}`,
    ],
    ["who said it", [who, form(filled)], 'Who said it: Ida > {"starting":"attribute"}'],
    [
      "a settlement",
      [settling, form(settled)],
      `Why you settle who said it: She is named before > ${goOn(settling)}`,
    ],
    ["a reply", reply, `Draft: Yes > ${goOn(reply[0])}`],
    ["an edit", edit, `Draft of your edit: Anew > ${goOn(edit[0])}`],
    [
      "the start of a thread",
      starter,
      'Draft for “Is it so?”: Who counted? > {"starting":"accuracy","assessmentId":"v"}',
    ],
  ])("is told of, and how its field is opened: %s", (_, kept, expected) => {
    expect(told(kept)).toEqual([expected]);
    expect(halfWrittenNames(whose).some((name) => kept[0].startsWith(name))).toBe(true);
  });

  it("says on what it was written", () => {
    const kept: [string, string][] = [[resolution, form({ verdict: "4", ground, rationale: null })], edit];
    const places = halfWrittenIn(whose, kept, () => "").map((one) => one.on);
    expect(places).toContainEqual({ passageId: "p" });
    expect(places).toContainEqual({ threadId: "t" });
    const told = [form(evidence), form(evidence, 0, { ...on, exact: "half of the boats" })];
    expect(
      halfWrittenIn(
        whose,
        told.map((one, at) => [evidenceKey("u", `${at}`), one]),
        () => "",
      ).map(({ exact }) => exact),
    ).toEqual([null, "half of the boats"]);
    const proposed = form(filled, 0, { articleId: "a", passageId: null });
    expect(halfWrittenIn(whose, [[who, proposed]], () => "")).toMatchObject([{ on: null }]);
  });

  it("comes in the order in which it was written", () => {
    const first: [string, string] = [newEvidence, form(evidence, 1)];
    const second: [string, string] = [settling, form(settled, 2)];
    expect(told(second, first)[0]).toContain("Register");
  });

  it.each<[string, [string, string]]>([
    [
      "of another article",
      [resolution, form({ verdict: "4", ground, rationale: null }, 0, { articleId: "b" })],
    ],
    ["without a word", [resolution, form({ verdict: null, ground, rationale: null })]],
    ["that is none of ours", [resolution, form("7")]],
    [
      "without what it is on",
      [resolution, JSON.stringify({ value: { verdict: "4", ground, rationale: null }, on: null, at: at(0) })],
    ],
    ["that is damaged", [resolution, "{"]],
  ])("leaves out what is kept %s", (_, kept) => {
    expect(told(kept)).toEqual([]);
  });
});

describe("whether something was written on a passage or its threads", () => {
  const who: [string, string] = [keptAs(attributionKey("u", "a", { start: 3, end: 9 })), form({}, 0)];
  const edit = draft({ commentId: "c", threadId: "t" }, "Anew");

  it.each<[string, [string, string]]>([
    ["a thread that is begun", draft({ passageId: "p", about: "other" }, "Which?")],
    ["a reply", draft({ threadId: "t" }, "Yes")],
    ["an edit", edit],
    ["a verdict", [draftKeyOf({ ...whose, passageId: "p", axis: "so" }), form(verdict)]],
    ["who said it, which is kept by its words", who],
  ])("knows %s", (_, kept) => {
    expect(isWrittenOn(["p", "t"], [kept])).toBe(true);
  });
  it("knows what is on another, and what only names it", () => {
    const linked = draft({ passageId: "other", about: "accuracy" }, "See ?passage=11112222-p1");
    expect(isWrittenOn(["11112222-p1", "t1"], [edit, linked])).toBe(false);
  });
});
