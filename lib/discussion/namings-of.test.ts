import { expect, it } from "vitest";
import { readVoices } from "@/lib/attributions/voices";
import { namingsOf } from "./namings-of";
import { viewAttribution, viewSource, viewSuggestion } from "./test-views";

it("lists where the text names somebody: as people have recorded it, then as the machine proposes", () => {
  const mention = { start: 3, end: 9 };
  const voices = readVoices({
    settlements: [],
    sources: [viewSource("ida", { name: "Ida Holm" })],
    attributions: [
      viewAttribution("a", "p", "ida", { mention }),
      viewAttribution("not named here", "q", "ida"),
      viewAttribution("not known here", "r", "?", { mention }),
      viewAttribution("the reporter", "s", null, { mention }),
    ],
  });
  const speaker = { start: 20, end: 24, name: "Ida Holm", kind: "person" as const, names: ["Holm"] };
  const suggestions = [
    viewSuggestion("x", { start: 0, end: 9 }, { speaker }),
    viewSuggestion("y", { start: 0, end: 9 }),
  ];
  expect(namingsOf(voices, suggestions)).toEqual([
    { start: 3, end: 9, name: "Ida Holm", kind: "person", sourceId: "ida" },
    { start: 20, end: 24, name: "Ida Holm", kind: "person", sourceId: null },
  ]);
});

it("lists those of whom one may be meant, and that none of them is named just there", () => {
  const speaker = { start: 20, end: 25, name: "Somebody unnamed", kind: "unknown" as const };
  const names = ["Marcus Vance", "Petra Vance"];
  const suggestions = [viewSuggestion("x", { start: 0, end: 9 }, { speaker: { ...speaker, names } })];
  expect(namingsOf(readVoices({ settlements: [], sources: [], attributions: [] }), suggestions)).toEqual(
    names.map((name) => ({ start: -1, end: -1, name, kind: "person", sourceId: null })),
  );
});
