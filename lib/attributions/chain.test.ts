import { describe, expect, it } from "vitest";
import { closesCircle, headsOf, hopsOf, linksAbove, ownLinks } from "./chain";

const rows = [
  { id: "paper", parentId: null, passageId: "p", by: "ana" },
  { id: "court", parentId: "paper", passageId: "p", by: "ana" },
  { id: "witness", parentId: "court", passageId: "q", by: "ben" },
  { id: "lost", parentId: "deleted", passageId: "r", by: "ben" },
  { id: "a", parentId: "b", passageId: "s", by: "ben" },
  { id: "b", parentId: "a", passageId: "t", by: "ben" },
];
const byId = new Map(rows.map((row) => [row.id, row]));
const row = (id: string) => byId.get(id) ?? { id, parentId: null, passageId: "", by: "" };

describe("a chain", () => {
  it.each([
    ["paper", [], 1],
    ["court", ["paper"], 2],
    ["witness", ["court", "paper"], 3],
    ["lost", [null], 2],
  ])("above %s stand %j", (id, above, hops) => {
    expect(linksAbove(row(id), byId).map((link) => link.attribution?.id ?? null)).toEqual(above);
    expect(hopsOf(row(id), byId)).toBe(hops);
  });

  it("ends where it runs in a circle", () => {
    expect(linksAbove(row("a"), byId).map((link) => link.attribution?.id)).toEqual(["b"]);
  });

  it.each([
    ["paper", "witness", true],
    ["paper", "paper", true],
    ["witness", "paper", false],
    ["new", "witness", false],
  ])("%s under %s closes a circle: %s", (id, parentId, expected) => {
    expect(closesCircle(id, parentId, byId)).toBe(expected);
  });

  it("on the same words is one word of the person's", () => {
    const ofPassage = rows.filter((one) => one.passageId === "p");
    expect(headsOf(ofPassage).map((one) => one.id)).toEqual(["court"]);
    expect(ownLinks(row("court"), byId).map((one) => one.id)).toEqual(["paper"]);
    // A colleague's chain that goes on in it is not theirs to change.
    expect(ownLinks(row("witness"), byId)).toEqual([]);
  });
});
