import { describe, expect, it } from "vitest";
import { viewAssessment, viewEvidence, viewResolution } from "@/lib/discussion/test-views";
import { corroborates, sameOrigin } from "./origin";
import type { AssessmentView, JudgedView, ResolutionView, Verdict } from "./schema";
import { axisStanding, isResolvedAs, shownVerdict, verdictsBetween } from "./standing";

const origins = { article: "paper.example", sources: ["ministry.example"] };

const evidence = (id: string, site: string | null) =>
  viewEvidence(id, "p", { url: site && `https://${site}/`, site });

const known = new Map(
  [
    evidence("count", "records.example"),
    evidence("paper", "paper.example"),
    evidence("ministry", "ministry.example"),
    evidence("notes", null),
  ].map((one) => [one.id, one]),
);

let number = 0;
const ground = { exact: "words", sourceId: "source" };

function assessment(by: string, verdict: Verdict | null, over: Partial<AssessmentView> = {}) {
  const id = `${by} ${++number}`;
  const evidence = verdict === "4" || verdict === "1" ? ["count"] : [];
  return viewAssessment(by, "p", { id, verdict, evidence, ...ground, number, ...over });
}

const resolution = (verdict: Verdict | null, over: Partial<ResolutionView> = {}) =>
  viewResolution("p", { id: `r ${++number}`, verdict, by: "ed", ...ground, number, ...over });

type Over = Partial<Parameters<typeof axisStanding>[0]>;

function stand(assessments: AssessmentView[], over: Over = {}) {
  const judged: JudgedView = {
    id: "p so",
    passageId: "p",
    axis: "so",
    count: new Set(assessments.map((one) => one.by)).size,
    revealed: true,
    number: 1,
  };
  return axisStanding({
    axis: "so",
    ground,
    rootOf: (id) => (id === "old name" ? "source" : id),
    assessments,
    resolutions: [],
    judged,
    evidence: known,
    origins,
    ...over,
  });
}

const people = ["ana", "ben", "cleo", "dan"];
const verdicts = (given: string) =>
  [...given].map((letter, place) => assessment(people[place] ?? "", letter as Verdict));

describe("axisStanding", () => {
  it.each<[verdicts: string, state: string, low: number | null, high: number | null, shown: string | null]>([
    ["", "none", null, null, null],
    ["3", "one", 3, 3, "3"],
    ["U", "one", null, null, "U"],
    ["33", "agreed", 3, 3, "3"],
    ["43", "agreed", 3, 4, null],
    ["4334", "agreed", 3, 4, null],
    ["432", "split", 3, 3, null],
    ["41", "split", 1, 4, null],
    ["3U", "split", 3, 3, null],
    ["UU", "agreed", null, null, "U"],
    ["UO", "split", null, null, null],
    ["OOO", "agreed", null, null, "O"],
    ["2211", "agreed", 1, 2, null],
  ])("%j is %s", (given, state, low, high, shown) => {
    const standing = stand(verdicts(given));
    expect(standing.state).toBe(state);
    expect(standing.median).toEqual(low === null ? null : { low, high });
    expect(shownVerdict(standing)).toBe(shown);
    // Between two there is none that could be put into everybody's mouth.
    const isBetween = state === "agreed" && low !== high;
    expect(verdictsBetween(standing)).toEqual(isBetween ? [`${high}`, `${low}`] : null);
  });

  it.each<[what: string, evidence: string[], hollow: boolean]>([
    ["nothing", [], true],
    ["an independent record", ["count"], false],
    ["notes without an address", ["notes"], false],
    ["the article itself", ["paper"], true],
    ["whoever is quoted", ["ministry"], true],
    ["both of these", ["paper", "ministry"], true],
    ["one of these and a record", ["paper", "count"], false],
    ["what was taken away", ["gone"], true],
  ])("a verdict of 4 on %s is hollow: %s", (_, ids, hollow) => {
    const [judgement] = stand([assessment("ana", "4", { evidence: ids })]).judgements;
    expect(judgement?.isHollow).toBe(hollow);
  });

  it("takes the source's own page as evidence of what they said, never of what is so", () => {
    expect(corroborates({ site: "ministry.example" }, "said", origins)).toBe(true);
    expect(corroborates({ site: "ministry.example" }, "so", origins)).toBe(false);
    expect(corroborates({ site: "paper.example" }, "said", origins)).toBe(false);
    expect(sameOrigin({ site: "ministry.example" }, origins)).toBe("source");
    expect(sameOrigin({ site: null }, { article: null, sources: [] })).toBe(null);
  });

  it("leaves hollow verdicts out of what is agreed, and shows them", () => {
    const hollow = assessment("ben", "1", { evidence: [] });
    const standing = stand([assessment("ana", "3"), hollow, assessment("cleo", "3")]);
    expect(standing).toMatchObject({ state: "agreed", count: 3, median: { low: 3, high: 3 } });
    expect(standing.judgements).toHaveLength(3);
    expect(stand([hollow])).toMatchObject({ state: "one", median: null });
    expect(stand([hollow, assessment("ana", "4", { evidence: [] })]).state).toBe("one");
    expect(shownVerdict(stand([hollow]))).toBe(null);
  });

  it("counts each person's last word, and nothing that was taken back", () => {
    const first = assessment("ana", "2");
    const second = assessment("ana", "3", { replaces: first.id, was: "2", changeNote: "The log." });
    expect(stand([second, first, assessment("ben", "3")])).toMatchObject({ state: "agreed" });
    const back = assessment("ana", null, { replaces: second.id, was: "3" });
    expect(stand([first, second, back])).toMatchObject({ state: "none", judgements: [] });
  });

  it("counts a verdict only on the words, and for the source, that it was given on", () => {
    const other = assessment("ana", "2", { exact: "other words" });
    expect(stand([other, assessment("ben", "3")])).toMatchObject({ state: "one", median: { low: 3 } });
    expect(stand([other]).judgements[0]?.isStale).toBe(true);
    const someone = { sourceId: "somebody else" };
    expect(stand([assessment("ana", "2", someone)]).judgements[0]?.isStale).toBe(false);
    const said = (over: Partial<AssessmentView>) =>
      stand([assessment("ana", "2", { axis: "said", ...over })], { axis: "said" }).judgements[0]?.isStale;
    expect(said(someone)).toBe(true);
    expect(said({ sourceId: "old name" })).toBe(false);
  });

  it("tells only how many there are where the viewer may not know", () => {
    const judged = { id: "p so", passageId: "p", axis: "so", count: 3, revealed: false, number: 1 } as const;
    const standing = stand([], { judged });
    expect(standing).toMatchObject({ state: "hidden", count: 3, judgements: [], median: null });
    expect(shownVerdict(standing)).toBe(null);
    expect(stand([], { judged: { ...judged, count: 0 } }).state).toBe("none");
  });

  it("is resolved by the latest word of an editor, until the question is opened again", () => {
    const split = verdicts("41");
    const first = resolution("2");
    expect(stand(split, { resolutions: [first] })).toMatchObject({ state: "resolved", resolution: first });
    const second = resolution("3");
    const standing = stand(split, { resolutions: [second, first] });
    expect(standing.resolution).toBe(second);
    expect(shownVerdict(standing)).toBe("3");
    expect(standing.judgements).toHaveLength(2);
    const reopened = stand(split, { resolutions: [first, second, resolution(null)] });
    expect(reopened).toMatchObject({ state: "split", resolution: null, isReopened: false });
  });

  it("opens again by itself when the passage says something else", () => {
    const resolutions = [resolution("2", { exact: "other words" })];
    expect(stand(verdicts("33"), { resolutions })).toMatchObject({
      state: "agreed",
      resolution: null,
      isReopened: true,
    });
  });

  it("shows an editor's word also to those who may not know the verdicts yet", () => {
    const judged = { id: "p so", passageId: "p", axis: "so", count: 2, revealed: false, number: 1 } as const;
    const standing = stand([], { judged, resolutions: [resolution("1")] });
    expect(standing).toMatchObject({ state: "resolved", count: 2, judgements: [] });
  });
});

describe("a resolution whose answer was lost", () => {
  const giving = { userId: "ana", verdict: "3" as const, text: " it says so ", exact: "half", known: null };
  const stored = (over: Partial<ResolutionView> = {}) =>
    viewResolution("p", { by: "ana", verdict: "3", text: "it says so", exact: "half", ...over });
  it("is known by whose it is, its answer, its reason and its words", () => {
    expect(isResolvedAs(giving, stored())).toBe(true);
    expect(isResolvedAs({ ...giving, verdict: null, text: "" }, stored({ verdict: null, text: "" }))).toBe(
      true,
    );
  });
  it.each<[string, ResolutionView | undefined]>([
    ["none", undefined],
    ["a colleague's", stored({ by: "ben" })],
    ["another answer", stored({ verdict: "4" })],
    ["one for another reason", stored({ text: "" })],
    ["one of other words", stored({ exact: "half of" })],
  ])("is not %s", (_, latest) => {
    expect(isResolvedAs(giving, latest)).toBe(false);
  });
  it("is not the one that was known", () => {
    expect(isResolvedAs({ ...giving, known: stored().id }, stored())).toBe(false);
  });
});
