import { describe, expect, it } from "vitest";
import { viewAttribution, viewSettlement } from "@/lib/discussion/test-views";
import type { AttributionView, SettlementView } from "./schema";
import { agreedSpeaker, idsStanding, isSettledAs, standingOf } from "./standing";

const attribution = (id: string, over: Partial<AttributionView> = {}) =>
  viewAttribution(id, "p", "court", { by: id, ...over });

const settle = (attributionId: string | null, number: number, version = 1) =>
  viewSettlement("p", attributionId, {
    id: `s${number}`,
    attributionVersion: attributionId === null ? null : version,
    number,
  });

const sources = new Map(
  [
    { id: "uk", mergedInto: "ministry" },
    { id: "ministry", mergedInto: null },
    { id: "court", mergedInto: null },
    { id: "paper", mergedInto: null },
  ].map((one) => [one.id, one]),
);

function read(list: AttributionView[], settlements: SettlementView[] = []) {
  return standingOf(list, settlements, new Map(list.map((one) => [one.id, one])), sources);
}

const names = (list: AttributionView[]) => list.map((one) => one.id);

describe("how it stands with who said it", () => {
  const cases: { what: string; list: AttributionView[]; state: string; speaker: string | null }[] = [
    { what: "nobody has said", list: [], state: "none", speaker: null },
    { what: "one person has", list: [attribution("ana")], state: "one", speaker: "court" },
    {
      what: "two say the same",
      list: [attribution("ana"), attribution("ben")],
      state: "agreed",
      speaker: "court",
    },
    {
      what: "two name sources that were merged",
      list: [attribution("ana", { sourceId: "uk" }), attribution("ben", { sourceId: "ministry" })],
      state: "agreed",
      speaker: "ministry",
    },
    {
      what: "two name different sources",
      list: [attribution("ana"), attribution("ben", { sourceId: "ministry" })],
      state: "differing",
      speaker: null,
    },
    {
      what: "one hears the reporter",
      list: [attribution("ana"), attribution("ben", { voice: "reporter", sourceId: null, directness: null })],
      state: "differing",
      speaker: null,
    },
    {
      what: "they only differ in the manner",
      list: [attribution("ana"), attribution("ben", { directness: "direct" })],
      state: "differing",
      speaker: "court",
    },
    {
      what: "one has it denied",
      list: [attribution("ana"), attribution("ben", { polarity: "negative" })],
      state: "differing",
      speaker: "court",
    },
    {
      what: "different places of the cue are no difference",
      list: [attribution("ana", { cue: { start: 1, end: 4 } }), attribution("ben")],
      state: "agreed",
      speaker: "court",
    },
  ];
  it.each(cases)("$what: $state", ({ list, state, speaker }) => {
    const standing = read(list);
    expect(standing.state).toBe(state);
    expect(agreedSpeaker(standing, sources)).toBe(speaker);
  });

  it("counts a chain as one, by its inner end", () => {
    const link = attribution("link", { by: "ana", sourceId: "paper" });
    const head = attribution("head", { by: "ana", parentId: "link" });
    expect(names(read([link, head]).standing)).toEqual(["head"]);
    expect(read([link, head, attribution("ben")]).state).toBe("differing");
    const same = [
      attribution("link2", { by: "ben", sourceId: "paper" }),
      attribution("head2", { by: "ben", parentId: "link2" }),
    ];
    expect(read([link, head, ...same]).state).toBe("agreed");
  });

  it("lets an editor settle it, with the others kept", () => {
    const list = [attribution("ana"), attribution("ben", { sourceId: "ministry" })];
    const standing = read(list, [settle("ben", 5)]);
    expect([standing.state, names(standing.standing), names(standing.overruled)]).toEqual([
      "settled",
      ["ben"],
      ["ana"],
    ]);
    expect(idsStanding(list, [settle("ben", 5)])).toEqual(new Set(["ben"]));
  });

  it("takes the latest settlement, in whatever order they come", () => {
    const list = [attribution("ana"), attribution("ben", { sourceId: "ministry" })];
    expect(names(read(list, [settle("ana", 9), settle("ben", 5)]).standing)).toEqual(["ana"]);
    expect(read(list, [settle("ben", 5), settle(null, 9)]).state).toBe("differing");
  });

  it("opens again when somebody records another view after the settlement", () => {
    const list = [
      attribution("ana"),
      attribution("ben", { sourceId: "ministry" }),
      attribution("cleo", { number: 8, createdNumber: 8, contentNumber: 8 }),
    ];
    const standing = read(list, [settle("ben", 5)]);
    expect([standing.state, names(standing.standing), names(standing.overruled)]).toEqual([
      "differing",
      ["ben", "cleo"],
      ["ana"],
    ]);
  });

  it("does not put the settled view into force after it was changed", () => {
    const list = [
      attribution("ana"),
      attribution("ben", { sourceId: "paper", version: 2, number: 8, contentNumber: 8 }),
    ];
    const standing = read(list, [settle("ben", 5)]);
    expect([standing.state, standing.isLapsed, standing.settlement]).toEqual(["differing", true, null]);
  });
});

describe("a settlement whose answer was lost", () => {
  const settling = { attribution: { id: "a", version: 1 }, settlement: null, why: " she is named " };
  const stored = (over: Partial<SettlementView> = {}) =>
    viewSettlement("p", "a", { by: "ana", why: "she is named", ...over });
  it("is known by whose it is, its choice and its reason", () => {
    expect(isSettledAs("ana", settling, stored())).toBe(true);
    expect(isSettledAs("ana", { ...settling, why: " " }, stored({ why: null }))).toBe(true);
  });
  it.each<[string, SettlementView | undefined]>([
    ["none", undefined],
    ["a colleague's", stored({ by: "ben" })],
    ["one on another attribution", stored({ attributionId: "b" })],
    ["one on what it said before", stored({ attributionVersion: 2 })],
    ["one for another reason", stored({ why: "he is not" })],
    ["one that opened it again", stored({ attributionId: null, attributionVersion: null })],
  ])("is not %s", (_, latest) => {
    expect(isSettledAs("ana", settling, latest)).toBe(false);
  });
  it("is not the one that was there before", () => {
    expect(isSettledAs("ana", { ...settling, settlement: stored().id }, stored())).toBe(false);
  });
});
