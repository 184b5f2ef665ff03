import { expect, it } from "vitest";
import { viewAttribution } from "@/lib/discussion/test-views";
import { withStance, withStanceWithin } from "./describe-attribution";
import type { AttributionView, Stance } from "./schema";
import { agreedStance, stanceOf } from "./stance";

const one = (over: Partial<AttributionView>, by = "ana") =>
  viewAttribution(by, "p", "norline", { by, ...over });
const denial = { polarity: "negative", cueClass: "denying" } as const;
const doubt = { polarity: "negative", cueClass: "hedging" } as const;
const open = { polarity: "positive", cueClass: "denying" } as const;

const cases: { what: string; those: Partial<AttributionView>[]; stance: Stance }[] = [
  { what: "nobody has said who", those: [], stance: "claims" },
  { what: "words that are said", those: [{ cueClass: "neutral" }], stance: "claims" },
  { what: "an estimate, which is claimed all the same", those: [{ cueClass: "hedging" }], stance: "claims" },
  { what: "a denial", those: [denial], stance: "denies" },
  { what: "a denial without a cue", those: [{ polarity: "negative", cueClass: null }], stance: "denies" },
  { what: "“does not believe”", those: [doubt], stance: "doubts" },
  { what: "“did not deny”", those: [open], stance: "open" },
  { what: "two denials", those: [denial, denial], stance: "denies" },
  { what: "a denial and a doubt, of which the less holds", those: [doubt, denial], stance: "doubts" },
  { what: "a denial for one and a claim for another", those: [denial, {}], stance: "differing" },
  {
    what: "the reporter, who denies nothing here",
    those: [{ ...denial, voice: "reporter" }],
    stance: "claims",
  },
];

it.each(cases)("$what: $stance", ({ those, stance }) => {
  const standing = those.map((over, at) => one(over, `${at}`));
  expect(agreedStance({ standing })).toBe(stance);
  const [only, ...more] = standing;
  if (only && more.length === 0) expect(stanceOf(only)).toBe(stance);
});

it("puts the stance before the name, where no cut takes it away", () => {
  const told = (["claims", "denies", "doubts", "open", "differing"] as const).map((stance) =>
    withStance("Colin Frayne", stance),
  );
  expect(told).toEqual([
    "Colin Frayne",
    "Denied by Colin Frayne",
    "Doubted by Colin Frayne",
    "Not claimed by Colin Frayne",
    "Claimed or denied by Colin Frayne",
  ]);
  expect(withStanceWithin("Colin Frayne", "claims")).toBe("Colin Frayne");
  expect(withStanceWithin("Somebody unnamed", "denies")).toBe("denied by somebody unnamed");
});
