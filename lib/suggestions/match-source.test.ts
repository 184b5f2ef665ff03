import { describe, expect, it } from "vitest";
import { viewSource } from "@/lib/discussion/test-views";
import type { SourceKind, SourceView } from "@/lib/sources/schema";
import { matchSource } from "./match-source";

const here = "0190a5a0-0000-7000-8000-00000000000a";
const elsewhere = "0190a5a0-0000-7000-8000-00000000000b";

const source = (id: string, name: string, kind: SourceKind = "person", over: Partial<SourceView> = {}) =>
  viewSource(id, { name, kind, ...over });

const alias = (text: string, articleId: string | null) => ({ id: text, text, articleId });

const known = [
  source("ida", "Ida Holm"),
  source("holm", "Holm"),
  source("mediazona", "Mediazona", "organisation"),
  source("ministry", "British Defense Ministry", "organisation", {
    aliases: [alias("the ministry", elsewhere), alias("MoD", null), alias("Defense Ministry", here)],
  }),
  source("uk", "UK", "organisation", { mergedInto: "ministry" }),
  source("officials", "officials", "anonymousGroup"),
  source("report", "The report", "document"),
  source("court", "court", "organisation"),
  source("police", "Police", "organisation"),
];

type Case = {
  what: string;
  speaker: { name: string; kind: SourceKind; names?: string[] };
  used?: string[];
  found: string | null;
};

const cases: Case[] = [
  { what: "a full name", speaker: { name: "Ida Holm", kind: "person" }, found: "ida" },
  { what: "a full name with a title", speaker: { name: "Mrs. Ida Holm", kind: "person" }, found: "ida" },
  {
    what: "an organisation by one word",
    speaker: { name: "Mediazona", kind: "organisation" },
    found: "mediazona",
  },
  {
    what: "an alias that holds everywhere",
    speaker: { name: "MoD", kind: "organisation" },
    found: "ministry",
  },
  { what: "one merged into another", speaker: { name: "The U.K.", kind: "organisation" }, found: "ministry" },
  {
    what: "a surname that this article uses",
    speaker: { name: "Holm", kind: "person" },
    used: ["holm"],
    found: "holm",
  },
  { what: "a surname of another article", speaker: { name: "Holm", kind: "person" }, found: null },
  {
    what: "an alias of another article",
    speaker: { name: "the ministry", kind: "organisation" },
    found: null,
  },
  {
    what: "officials here",
    speaker: { name: "Officials", kind: "anonymousGroup" },
    used: ["officials"],
    found: "officials",
  },
  {
    what: "officials of another article",
    speaker: { name: "Officials", kind: "anonymousGroup" },
    found: null,
  },
  {
    what: "a person who is called as a group",
    speaker: { name: "officials", kind: "person" },
    used: ["officials"],
    found: null,
  },
  {
    what: "another of its names, where this article uses it",
    speaker: { name: "Ministry of Defence", kind: "organisation", names: ["British Defense Ministry"] },
    used: ["ministry"],
    found: "ministry",
  },
  {
    what: "another of its names, elsewhere",
    speaker: { name: "Ministry of Defence", kind: "organisation", names: ["British Defense Ministry"] },
    found: null,
  },
  ...[true, false].flatMap((isHere): Case[] =>
    (
      [
        ["court", "court", "organisation"],
        ["The Court", "court", "organisation"],
        ["the report", "report", "document"],
        ["Police", "police", "organisation"],
        ["Defense Ministry", "ministry", "organisation"],
      ] as const
    ).map(([name, id, kind]) => ({
      what: `${name} of ${isHere ? "this" : "another"} article`,
      speaker: { name, kind },
      used: isHere ? [id] : [],
      found: isHere ? id : null,
    })),
  ),
  {
    what: "one state's ministry, for another's of the same name",
    speaker: { name: "Russian Defense Ministry", kind: "organisation", names: ["Defense Ministry"] },
    used: ["ministry"],
    found: null,
  },
  {
    what: "the same state's ministry by its other name",
    speaker: { name: "U.K. Ministry of Defence", kind: "organisation", names: ["Defense Ministry"] },
    used: ["ministry"],
    found: "ministry",
  },
  { what: "nobody", speaker: { name: "…", kind: "unknown" }, found: null },
];

describe("matchSource", () => {
  it.each(cases)("$what: $found", ({ speaker, used = [], found }) => {
    expect(matchSource({ names: [], ...speaker }, known, new Set(used), here)).toBe(found);
  });
});
