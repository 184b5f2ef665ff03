import { describe, expect, it } from "vitest";
import { readVoices } from "@/lib/attributions/voices";
import { viewAttribution, viewSource } from "@/lib/discussion/test-views";
import { looksOf } from "./source-colours";

/** Named in this order, made in the one given; "b > a" was merged. */
function looks(named: readonly string[], made = named, merged: Record<string, string> = {}) {
  const sources = made.map((id, at) =>
    viewSource(id, {
      mergedInto: merged[id] ?? null,
      createdAt: new Date(Date.UTC(2026, 10, 20) + at * 1000).toISOString(),
    }),
  );
  const attributions = named.map((id, at) =>
    viewAttribution(`of ${id}`, `passage ${at}`, id, { createdNumber: at + 1 }),
  );
  return looksOf(readVoices({ sources, attributions, settlements: [] }));
}

const ten = ["ida", "otto", "nora", "norline", "courier", "council", "holm", "line", "moss", "quay"];

describe("looksOf", () => {
  it("changes no source's look when one comes that the workspace has known longer", () => {
    const before = looks(ten);
    const after = looks([...ten, "oldest"], ["oldest", ...ten]);
    for (const id of ten) expect([id, after.get(id)]).toEqual([id, before.get(id)]);
    expect(new Set([...after.values()].map((one) => JSON.stringify(one))).size).toBe(11);
  });

  it("gives six sources six hues, and each further six another pattern", () => {
    const all = [...looks(Array.from({ length: 24 }, (_, at) => `source ${at}`)).values()];
    expect(all.slice(0, 6).map((one) => one.pattern)).toEqual(Array(6).fill("plain"));
    expect(new Set(all.slice(0, 6).map((one) => one.hue)).size).toBe(6);
    expect(new Set(all.map((one) => `${one.hue} ${one.pattern}`)).size).toBe(24);
  });

  it("leaves most looks where one goes, and what is alone has the hue of its id in every article", () => {
    const before = looks(ten);
    const after = looks(ten.slice(1));
    const same = ten.slice(1).filter((id) => before.get(id)?.hue === after.get(id)?.hue);
    expect(same.length).toBeGreaterThanOrEqual(6);
    expect(looks(["ida"]).get("ida")).toEqual(before.get("ida"));
  });

  it("has what was merged look as what it speaks as, which is named when that was", () => {
    const merged = looks(["ida", "otto"], ["whole", "ida", "otto"], { ida: "whole" });
    expect(merged.get("ida")).toEqual(merged.get("whole"));
    expect(merged.get("otto")).not.toEqual(merged.get("whole"));
  });
});
