import { describe, expect, it } from "vitest";
import type { AttributionView } from "@/lib/attributions/schema";
import { placeOf, viewAttribution, viewPassage, viewSettlement } from "@/lib/discussion/test-views";
import type { CommentBody, Mark } from "@/lib/threads/comment-schema";
import { reviewedClaims } from "./export-rows";
import {
  attributionWords,
  confidenceCounts,
  openAlikeWords,
  openWords,
  otherAttributionWords,
  questionsWords,
  summaryWords,
} from "./report-words";
import { reportView } from "./schema";
import { judge, register, report, resolve, text, thread, viewJudged } from "./test-report";

const quotes = (of: ReturnType<typeof report>) => of.notes.map((one) => one.quote);
const noteOf = (of: ReturnType<typeof report>, quote: string) =>
  of.notes.find((one) => one.quote.includes(quote));

describe("the notes of a report", () => {
  it("come in text order, with who said it and what was found", () => {
    const made = report();
    expect(quotes(made)).toEqual([
      "reopen in March",
      "“We lost two winters,”",
      "Half of the boats have left",
      "The boats are for sale",
    ]);
    expect(noteOf(made, "winters")).toMatchObject({
      number: 2,
      attribution: { state: "agreed", lines: [[{ text: "Ida Holm" }, { text: ", directly" }]] },
      speaker: { kind: "person", name: "Ida Holm", saidOn: "2026-11-02" },
      said: { state: "resolved", verdict: "3" },
      so: { state: "resolved", verdict: "4", resolved: { by: null, on: "2026-11-24" } },
      evidence: [{ title: "Register of berths", sameOrigin: null }],
    });
    expect(made.counts).toMatchObject({ resolved: 2, open: 2, split: 0 });
    expect(made.counts.so).toEqual({ 4: 1, 3: 0, 2: 1, 1: 0, U: 0, O: 0 });
    expect(made.counts.said).toEqual({ 4: 0, 3: 1, 2: 0, 1: 0, U: 0, O: 0 });
    expect(reportView.parse(made)).toEqual(made);
  });

  it("leave out what is not resolved, and say nothing of how much that is", () => {
    const made = report({}, { unresolved: false });
    expect(quotes(made)).toEqual(["reopen in March", "“We lost two winters,”"]);
    expect(made.counts).toMatchObject({ open: null, split: null });
    expect(made.questions).toEqual([]);
  });

  it("leave out a question that is open beside one that is resolved", () => {
    const resolutions = [resolve("winters", "4")];
    expect(report({ resolutions }, { unresolved: false }).notes[0]).toMatchObject({
      said: null,
      so: { state: "resolved" },
    });
    expect(noteOf(report({ resolutions }), "winters")?.said?.state).toBe("none");
  });

  it("mark evidence from where the claim comes from, and hold none when it is not chosen", () => {
    const evidence = [register("winters", { site: "gazette.example", excerpt: "ask ida@port.example" })];
    expect(noteOf(report({ evidence }), "winters")?.evidence).toMatchObject([
      { sameOrigin: "article", excerpt: "ask (e-mail address)" },
    ]);
    expect(JSON.stringify(report({ evidence }, { evidence: false }))).not.toContain("Register of berths");
  });

  it("say which way evidence is taken only to whoever may know how it was judged", () => {
    const evidence = [register("boats", { bearing: "refutes" })];
    const taken = (over: Parameters<typeof report>[0], isPublic = false) =>
      noteOf(report({ evidence, ...over }, {}, isPublic), "boats")?.evidence.map((one) => one.bearing);
    expect(taken({})).toEqual(["refutes"]);
    expect(taken({ evidence: [register("boats", { bearing: null })] })).toEqual([null]);
    expect(taken({}, true)).toEqual([null]);
    expect(taken({ resolutions: [resolve("boats", "1")] }, true)).toEqual(["refutes"]);
  });

  it("tell how sure those are whose verdict it is, and of nobody else's", () => {
    const sure = (over: Parameters<typeof report>[0], isPublic = false) => {
      const so = noteOf(report(over, {}, isPublic), "boats")?.so;
      return so && confidenceCounts(so);
    };
    const assessments = [
      judge("boats", "ana", "2", { confidence: "high" }),
      judge("boats", "ben", "2", { confidence: "medium" }),
      judge("boats", "cy", "4", { confidence: "low" }),
    ];
    expect(sure({ assessments })).toBe("1 high, 1 medium");
    expect(sure({ assessments: [judge("boats", "ana", "2", { exact: "other words" })] })).toBeNull();
    const resolutions = [resolve("boats", "2")];
    expect(sure({ assessments, resolutions })).toBe("1 high, 1 medium");
    expect(sure({ assessments, resolutions }, true)).toBe("1 high, 1 medium");
    expect(sure({ assessments }, true)).toBeNull();
    expect(sure({ resolutions })).toBeNull();
  });

  it("name both where colleagues differ on who said it, and nobody without discussion", () => {
    const attributions = [
      viewAttribution("w", "winters", "ida"),
      viewAttribution("x", "winters", null, { by: "ben" }),
    ];
    const note = noteOf(report({ attributions }), "winters");
    expect(note).toMatchObject({ attribution: { state: "differing" }, speaker: null, said: null });
    expect(note?.attribution.lines).toHaveLength(2);
    const [question] = report(
      { attributions, resolutions: [resolve("winters", "4")] },
      { unresolved: false },
    ).questions;
    expect(question && questionsWords([question], undefined)).toBe("Colleagues differ on who said it.");
    expect(report({ attributions }, { discussion: false }).questions).toEqual([]);
    expect(noteOf(report({ attributions }, { discussion: false }), "winters")?.attribution.lines).toEqual([]);
  });

  it("say of a denial that it is one, and take one that only some have recorded for none", () => {
    const denial = { polarity: "negative", cueClass: "denying" } as const;
    const said = viewAttribution("w", "winters", "ida");
    const note = (attributions: AttributionView[]) => noteOf(report({ attributions }), "winters");
    const denied = note([{ ...said, ...denial }]);
    expect(denied?.speaker).toMatchObject({ name: "Ida Holm", stance: "denies" });
    expect(denied && attributionWords(denied)).toBe("Denied by Ida Holm, indirectly");
    const open = { note: 2, kind: "split", axis: "said", count: 2 } as const;
    expect(questionsWords([open], denied)).toBe("Colleagues differ on whether they denied it.");
    const differing = note([
      { ...said, ...denial },
      { ...said, id: "x", by: "ben" },
    ]);
    expect(differing).toMatchObject({ attribution: { state: "differing" }, speaker: null });
    expect(differing && attributionWords(differing)).toBe(
      "Colleagues differ on who said it: Denied by Ida Holm, indirectly; or: Ida Holm, indirectly",
    );
  });

  it("print a speaker’s words without the reporter’s between them", () => {
    const exact = "“We lost two winters,” said Ida Holm. Half";
    const cue = placeOf(text, "said Ida Holm");
    const passages = [viewPassage("winters", placeOf(text, exact), { exact })];
    const attributions = [viewAttribution("w", "winters", "ida", { cue })];
    expect(quotes(report({ passages, attributions }))).toEqual(["“We lost two winters,” […]. Half"]);
    expect(quotes(report({ passages, attributions: [] }))).toEqual([exact]);
  });

  it("give nobody as the author of a claim that is not theirs", () => {
    const authors = (verdict: "1" | "4") => {
      const said = resolve("winters", verdict, { axis: "said", sourceId: "ida" });
      const made = report({ resolutions: [resolve("winters", "4"), said] });
      return reviewedClaims(made, null).map((one) => one.speaker?.name ?? null);
    };
    expect([authors("4"), authors("1")]).toEqual([["Ida Holm"], [null]]);
  });

  it("tell by name who recorded which, where colleagues differ and names are chosen", () => {
    const attributions = [
      viewAttribution("w", "winters", "ida"),
      viewAttribution("x", "winters", null, { by: "ben" }),
      viewAttribution("y", "winters", "ida", { by: "eve" }),
    ];
    const words = (choices: Parameters<typeof report>[1], isPublic = false) => {
      const note = noteOf(report({ attributions }, choices, isPublic), "winters");
      return note && attributionWords(note);
    };
    const unnamed = "Colleagues differ on who said it: Ida Holm, indirectly; or: The reporter’s own words";
    const named =
      "Colleagues differ on who said it: Ida Holm, indirectly (Ana Lima and Eve Strand); or: The reporter’s own words (Ben Okoro)";
    expect(words({})).toBe(unnamed);
    expect(words({ names: true })).toBe(named);
    expect(words({ names: true }, true)).toBe(named);
    expect(words({ names: true, discussion: false })).toBe("Colleagues differ on who said it");
    expect(words({}, true)).toBe(unnamed);
    // As it was published before.
    const made = report({ attributions }, { names: true });
    const stored = {
      ...made,
      notes: made.notes.map((one) => {
        const { tellers: _, ...before } = one.attribution;
        return { ...one, attribution: before };
      }),
    };
    const note = noteOf(reportView.parse(stored), "winters");
    expect(note && attributionWords(note)).toBe(unnamed);
  });

  it("keep who had recorded another source when it was settled, by name or as a number", () => {
    const reporter = (by: string) => viewAttribution(`r ${by}`, "winters", null, { by });
    const over = {
      attributions: [
        viewAttribution("w", "winters", "ida"),
        viewAttribution("same", "winters", "ida", { by: "eve" }),
        reporter("ana"),
        reporter("ben"),
      ],
      settlements: [viewSettlement("winters", "w", { attributionVersion: 1, number: 50 })],
    };
    const told = (choices: Parameters<typeof report>[1] = {}, isPublic = false) =>
      noteOf(report(over, choices, isPublic), "winters")?.attribution;
    expect(told()).toMatchObject({ state: "agreed", lines: [[{ text: "Ida Holm" }, {}]] });
    expect(told()?.dissent.map(otherAttributionWords)).toEqual(["2 colleagues: The reporter’s own words"]);
    expect(told({ names: true }, true)?.dissent.map(otherAttributionWords)).toEqual([
      "Ana Lima and Ben Okoro: The reporter’s own words",
    ]);
    expect(told({ discussion: false })?.dissent).toEqual([]);
    // As it was published before.
    const { dissent: _, ...before } = told() ?? { dissent: [] };
    const made = report(over);
    const stored = {
      ...made,
      notes: made.notes.map((one) => (one.quote.includes("winters") ? { ...one, attribution: before } : one)),
    };
    expect(noteOf(reportView.parse(stored), "winters")?.attribution.dissent).toEqual([]);
  });
});

describe("what is not resolved", () => {
  const split = [judge("boats", "ana", "3"), judge("boats", "ben", "U", { number: 21 })];

  it.each([
    ["a count alone while it is hidden", { judged: [viewJudged("boats", "so")] }, "hidden", null, 3],
    ["a split", { assessments: split }, "split", null, 2],
    ["one verdict", { assessments: [judge("boats", "ana", "3")] }, "one", "3", 1],
    ["nobody's", {}, "none", null, 0],
  ])("shows members %s", (_, over, state, verdict, judged) => {
    const finding = noteOf(report(over), "boats")?.so;
    expect(finding).toMatchObject({ state, verdict, judged, resolved: null, dissent: [] });
  });

  it("is counted by what colleagues differ on, also beside what is resolved", () => {
    const attributions = [
      viewAttribution("w", "winters", "ida"),
      viewAttribution("x", "winters", null, { by: "ben" }),
    ];
    const resolutions = [resolve("winters", "4"), resolve("march", "2")];
    const stands = "2 passages are resolved, 1 of them on one question only, 2 are open";
    // Where they differ on who said it, nobody is asked whether they said so.
    const standsAlone = "2 passages are resolved, 2 are open";
    const words = (...given: Parameters<typeof report>) => summaryWords(report(...given));
    expect(words({ resolutions })).toBe(`${stands}.`);
    expect(words({ resolutions, assessments: split })).toBe(
      `${stands}; colleagues differ on the verdict on 1 passage.`,
    );
    expect(words({ resolutions, attributions })).toBe(
      `${standsAlone}; colleagues differ on who said 1 passage.`,
    );
    expect(words({ resolutions, attributions, assessments: split })).toBe(
      `${standsAlone}; colleagues differ on who said 1 passage and on the verdict on 1 passage.`,
    );
    // Resolved on one axis, and split on the other.
    const said = { axis: "said", sourceId: "ida" } as const;
    const disputed = [
      judge("winters", "ana", "3", said),
      judge("winters", "ben", "U", { ...said, number: 21 }),
    ];
    expect(words({ resolutions, assessments: disputed })).toBe(
      `${stands}; colleagues differ on the verdict on 1 passage.`,
    );
    expect(words({ resolutions, attributions, assessments: split }, {}, true)).toBe(
      `${standsAlone}; colleagues differ on who said 1 passage.`,
    );
  });

  it.each([
    ["two that differ, one without evidence", ["2", "4"], "2 colleagues have judged it; one verdict counts."],
    ["one without evidence", ["4"], "1 colleague has judged it; none counts yet."],
    [
      "two alike and one without evidence",
      ["2", "3", "4"],
      "3 colleagues have judged it; the 2 that count agree.",
    ],
    [
      "a split and one without evidence",
      ["2", "U", "4"],
      "3 colleagues have judged it; the 2 that count differ.",
    ],
    ["two alike", ["2", "3"], "2 colleagues have judged it, and they agree."],
  ] as const)("says how many count: %s", (_, verdicts, words) => {
    const assessments = verdicts.map((one, at) =>
      judge("boats", ["ana", "ben", "eve"][at] ?? "", one, { number: 20 + at }),
    );
    const finding = noteOf(report({ assessments }), "boats")?.so;
    expect(finding && openWords(finding)).toBe(`Open: ${words}`);
  });

  it("says a hidden count in words", () => {
    const finding = noteOf(report({ judged: [viewJudged("boats", "so")] }), "boats")?.so;
    expect(finding && openWords(finding)).toBe("Open: 3 colleagues have judged it.");
  });

  it("tells the public nothing but that it is open", () => {
    const made = report(
      { assessments: split, judged: [viewJudged("boats", "so", { revealed: true })] },
      {},
      true,
    );
    expect(noteOf(made, "boats")?.so).toEqual({
      axis: "so",
      state: "open",
      verdict: null,
      judged: null,
      counting: null,
      resolved: null,
      confidence: null,
      dissent: [],
    });
    expect(made.counts.split).toBeNull();
    expect(made.questions.filter((one) => one.note === 3)).toEqual([
      { note: 3, kind: "unsaid", axis: null, count: 0 },
      { note: 3, kind: "open", axis: "so", count: 0 },
    ]);
  });

  it("is what was resolved on other words, too", () => {
    const made = report({ resolutions: [resolve("march", "2", { exact: "in April" })] });
    expect(noteOf(made, "March")?.so?.state).toBe("none");
    expect(made.questions[0]).toMatchObject({ note: 1, kind: "reopened" });
  });

  it("counts nobody who judged other words, or the words of somebody else", () => {
    const attributions = [viewAttribution("w", "winters", "ida")];
    const said = (over: object) =>
      report({
        attributions,
        resolutions: [],
        assessments: [judge("winters", "ana", "3", { axis: "said", sourceId: "ida", ...over })],
      });
    const [here, elsewhere] = [said({}), said({ sourceId: "ben" })].map((one) => ({
      finding: noteOf(one, "winters")?.said,
      asked: one.questions.find(({ note, axis }) => note === 2 && axis === "said")?.kind,
    }));
    expect(here).toMatchObject({ finding: { state: "one", judged: 1 }, asked: "judged" });
    expect(elsewhere).toMatchObject({ finding: { state: "none", judged: 0 }, asked: "none" });
  });

  it("is said once where it is the same of both questions", () => {
    const unjudged = report({ resolutions: [], assessments: [] });
    const note = noteOf(unjudged, "winters");
    const ofNote = unjudged.questions.filter((one) => one.note === note?.number);
    expect([questionsWords(ofNote, note), note && openAlikeWords(note)]).toEqual([
      "Nobody has judged it.",
      "Open: nobody has judged it yet.",
    ]);
    const published = report({ resolutions: [], assessments: [] }, {}, true);
    const ofPublished = published.questions.filter((one) => one.note === note?.number);
    expect(questionsWords(ofPublished, note)).toBe("It is not resolved.");
    const half = noteOf(report({ resolutions: [resolve("winters", "4")], assessments: [] }), "winters");
    expect(half && openAlikeWords(half)).toBeNull();
  });

  it("stands among the open questions, with talk that is open", () => {
    const threads = [
      thread("t", "march"),
      thread("u", "march", { state: "resolved" }),
      thread("v", "march", { assessmentId: "x" }),
      thread("w", "march", { about: "other" }),
      thread("x", "march", { about: "attribution" }),
      thread("y", "march", { about: "attribution", state: "resolved" }),
    ];
    const made = report({ threads, assessments: split });
    expect(made.questions.map((one) => [one.note, questionsWords([one], undefined)])).toEqual([
      [1, "1 discussion of who said it is open."],
      [1, "2 discussions of whether it is so are open."],
      [3, "Nobody has said whose words these are."],
      [3, "Colleagues differ on whether it is so."],
      [4, "Nobody has said whose words these are."],
      [4, "Nobody has judged whether it is so."],
    ]);
    expect(reportView.parse(made)).toEqual(made);
    expect(report({ threads }, {}, true).questions.slice(0, 2)).toMatchObject([
      { kind: "speakerThreads", count: 1 },
      { kind: "threads", count: 1 },
    ]);
    expect(report({ threads }, { discussion: false }).questions).toEqual([]);
  });
});

describe("what is resolved", () => {
  const assessments = [
    judge("march", "ana", "1"),
    judge("march", "ben", "1", { number: 21 }),
    judge("march", "eve", "2", { number: 22, confidence: "high" }),
    judge("march", "old", "4", { number: 23, exact: "other words" }),
  ];

  it("keeps the dissent by name, or as a number", () => {
    expect(noteOf(report({ assessments }, { names: true }), "March")?.so).toMatchObject({
      resolved: { by: "Eve Strand" },
      dissent: [{ verdict: "1", hollow: true, count: 2, names: ["Ana Lima", "Ben Okoro"] }],
    });
    const unnamed = report({ assessments });
    expect(noteOf(unnamed, "March")?.so).toMatchObject({
      resolved: { by: null },
      dissent: [{ verdict: "1", hollow: true, count: 2, names: [] }],
    });
    expect(noteOf(report({ assessments }, { discussion: false }), "March")?.so?.dissent).toEqual([]);
  });

  it("holds no id and no name of a person that was not chosen, in whatever somebody wrote", () => {
    const person = "01234567-89ab-4cde-8f01-23456789abcd";
    const link = (href: string): Mark[] => [{ type: "link", attrs: { href } }];
    const rationale: CommentBody = {
      type: "doc",
      content: [
        {
          type: "bulletList",
          content: [
            {
              type: "listItem",
              content: [
                {
                  type: "paragraph",
                  content: [
                    { type: "mention", attrs: { id: person, label: "Ben Okoro" } },
                    {
                      type: "text",
                      text: "wrote to ben@desk.example",
                      marks: link("mailto:ben@desk.example"),
                    },
                    {
                      type: "text",
                      text: "Register",
                      marks: link("https://records.example.net/@port"),
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    const resolutions = [resolve("march", "2", { rationale })];
    const unnamed = JSON.stringify(report({ resolutions, assessments }, {}, true));
    for (const secret of [person, "Ben Okoro", "desk.example", "Eve", "Ana", '"ana"', '"eve"', "mention"])
      expect(unnamed).not.toContain(secret);
    expect(unnamed).toContain("https://records.example.net/@port");
    const named = JSON.stringify(report({ resolutions, assessments }, { names: true }, true));
    expect(named).toContain("@Ben Okoro");
    for (const secret of [person, "desk.example"]) expect(named).not.toContain(secret);
  });
});

describe("the text of a report", () => {
  it("is the article's without boilerplate, cut at its notes, with each number behind its last words", () => {
    const made = report();
    expect(made.text.map((block) => block.role)).toEqual(["title", "body", "body"]);
    expect(made.text[2]?.pieces).toEqual([
      { text: "“We lost two winters,”", notes: [2], ends: [2] },
      { text: " said Ida Holm. ", notes: [], ends: [] },
      { text: "Half of the boats have left", notes: [3], ends: [3] },
      { text: ".", notes: [], ends: [] },
    ]);
  });
});
