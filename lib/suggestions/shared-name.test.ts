import { expect, it } from "vitest";
import { blocksOf, viewSuggestion } from "@/lib/discussion/test-views";
import { makeSuggestions } from "./make-suggestions";
import { askWhoIsMeant, bearsSharedName, sharedNameOf } from "./shared-name";

/** What is asked about each attribution of a text, "-" where nothing is. */
function asked(...paragraphs: string[]): string[] {
  const { text, blocks } = blocksOf([
    ["title", "The river"],
    ...paragraphs.map((one) => ["body", one] as const),
  ]);
  return makeSuggestions(text, blocks)
    .filter((one) => one.kind === "attribution")
    .map((one) => (bearsSharedName(one) ? askWhoIsMeant(one, text) : "-"));
}

it("asks who is meant by a name that the text gives to several", () => {
  expect(
    asked("Marcus Vance and Petra Vance live by the river.", "“My town buried 14 people,” Vance said."),
  ).toEqual(["Is “Vance” Marcus Vance or Petra Vance?"]);
  expect(
    asked(
      "Marcus Vance, Petra Vance and Olga Vance live by the river.",
      "“We lost it,” said Vance, a farmer.",
    ),
  ).toEqual(["Is “Vance” Marcus Vance, Petra Vance or Olga Vance?"]);
  expect(asked("Anna Dahl and Ida Dahl live by the river.", "“We lost it,” Mr. Dahl said.")).toEqual([
    "Who is “Mr. Dahl”?",
  ]);
});

it("asks nothing where it is known who is meant, or where the text names nobody", () => {
  expect(asked("Marcus Vance lives by the river.", "“We lost it,” Vance said.")).toEqual(["-"]);
  expect(asked("Marcus Vance and Petra Vance live by the river.", "“We lost it,” Petra Vance said.")).toEqual(
    ["-"],
  );
  expect(asked("Marcus Vance and Petra Vance met.", "“We lost it,” he said.", "Others said no.")).toEqual(
    expect.arrayContaining(["-"]),
  );
});

it("takes a claim for no name", () => {
  const claim = viewSuggestion("1", { start: 0, end: 3 }, { speaker: null });
  expect(bearsSharedName(claim)).toBe(false);
  expect(sharedNameOf(claim, "The dam")).toBe("");
});
