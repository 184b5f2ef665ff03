import { describe, expect, it } from "vitest";
import { viewAttribution, viewSettlement, viewSource } from "@/lib/discussion/test-views";
import { noVoices, readVoices } from "./voices";

const sources = [viewSource("ida"), viewSource("port"), viewSource("harbour", { mergedInto: "port" })];

describe("readVoices", () => {
  const voices = readVoices({
    sources,
    attributions: [
      viewAttribution("a", "p", "ida"),
      viewAttribution("b", "p", "port", { by: "ben", createdNumber: 2 }),
      viewAttribution("c", "q", "port"),
      viewAttribution("d", "q", "harbour", { by: "ben", createdNumber: 2 }),
      viewAttribution("e", "r", "ida"),
      viewAttribution("f", "r", "port", { by: "ben", createdNumber: 2 }),
    ],
    settlements: [viewSettlement("r", "f"), viewSettlement("elsewhere", "a")],
  });

  it.each([
    ["p", "differing", ["a", "b"], []],
    ["q", "agreed", ["c", "d"], []],
    ["r", "settled", ["f"], ["e"]],
  ])("of %s says %s", (passageId, state, standing, overruled) => {
    const found = voices.standings.get(passageId);
    expect(found?.state).toBe(state);
    expect(found?.standing.map((one) => one.id)).toEqual(standing);
    expect(found?.overruled.map((one) => one.id)).toEqual(overruled);
  });

  it("knows nothing of passages that nobody has attributed", () => {
    expect([...voices.standings.keys()]).toEqual(["p", "q", "r"]);
    expect(readVoices({ attributions: [], settlements: [], sources: [] })).toEqual(noVoices);
  });

  it("finds each by its id, and follows chains from one passage to another", () => {
    expect(voices.attributions.get("d")?.sourceId).toBe("harbour");
    expect(voices.sources.get("harbour")?.mergedInto).toBe("port");
    const chained = readVoices({
      sources,
      settlements: [],
      attributions: [
        viewAttribution("outer", "p", "port"),
        viewAttribution("mine", "q", "ida", { parentId: "outer" }),
        viewAttribution("yours", "q", "ida", { by: "ben" }),
        viewAttribution("wider", "r", "harbour"),
        viewAttribution("my own", "s", "ida", { parentId: "outer" }),
        viewAttribution("your own", "s", "ida", { parentId: "wider", by: "ben" }),
      ],
    });
    // The same speaker, but one of them hears it through somebody; and through one who is known by two names.
    expect(chained.standings.get("q")?.state).toBe("differing");
    expect(chained.standings.get("s")?.state).toBe("agreed");
  });
});
