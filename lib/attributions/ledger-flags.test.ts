import { describe, expect, it } from "vitest";
import type { PassageView } from "@/lib/passages/schema";
import type { LedgerRow } from "./ledger";
import type { AttributionView } from "./schema";
import { boats, closed, passage, read, safe, said } from "./test-ledger";

type FlagCase = {
  what: string;
  passages: PassageView[];
  attributions: AttributionView[];
  source: string;
  flags: LedgerRow["flags"];
};

const flagCases: FlagCase[] = [
  {
    what: "nothing about a named person",
    passages: [passage(safe)],
    attributions: [said(safe, "holm")],
    source: "holm",
    flags: [],
  },
  {
    what: "unnamed people",
    passages: [passage(safe)],
    attributions: [said(safe, "officials")],
    source: "officials",
    flags: ["anonymous"],
  },
  {
    what: "an unnamed person",
    passages: [passage(safe)],
    attributions: [said(safe, "clerk")],
    source: "clerk",
    flags: ["anonymous"],
  },
  {
    what: "a party, alone behind a figure",
    passages: [passage(boats, ["quantity"])],
    attributions: [said(boats, "norline")],
    source: "norline",
    flags: ["party", "onlySourceOfFigure"],
  },
  {
    what: "alone, but behind no figure",
    passages: [passage(boats, ["date", "event"])],
    attributions: [said(boats, "courier")],
    source: "courier",
    flags: [],
  },
  {
    what: "a figure that another has too, on overlapping words",
    passages: [passage(boats, ["quantity"]), passage("41 boats")],
    attributions: [said(boats, "courier"), said("41 boats", "office")],
    source: "courier",
    flags: [],
  },
  {
    what: "a figure that it denies",
    passages: [passage(boats, ["quantity"])],
    attributions: [said(boats, "courier", { polarity: "negative" })],
    source: "courier",
    flags: [],
  },
  {
    what: "a figure that another only denies",
    passages: [passage(boats, ["quantity"]), passage("41 boats")],
    attributions: [said(boats, "courier"), said("41 boats", "office", { polarity: "negative" })],
    source: "courier",
    flags: ["onlySourceOfFigure"],
  },
  {
    what: "a figure that the reporter repeats is no second source",
    passages: [passage(boats, ["quantity"]), passage("41 boats")],
    attributions: [said(boats, "courier"), said("41 boats", null)],
    source: "courier",
    flags: ["onlySourceOfFigure"],
  },
  {
    what: "a figure that an outlet only passes on",
    passages: [passage("Norline lost 41 boats"), passage(boats, ["quantity"])],
    attributions: [
      said("Norline lost 41 boats", "courier", { id: "outer" }),
      said(boats, "office", { parentId: "outer" }),
    ],
    source: "office",
    flags: ["onlySourceOfFigure", "secondHand"],
  },
  {
    what: "never heard first-hand",
    passages: [passage(closed)],
    attributions: [said(closed, "office", { parentId: "gone" })],
    source: "office",
    flags: ["secondHand"],
  },
  {
    what: "heard first-hand at least once",
    passages: [passage(closed), passage(safe)],
    attributions: [said(closed, "office", { parentId: "gone" }), said(safe, "office")],
    source: "office",
    flags: [],
  },
];

describe("flags", () => {
  it.each(flagCases)("$what", ({ passages, attributions, source, flags }) => {
    expect(read(passages, attributions).of(source)?.flags).toEqual(flags);
  });
});
