import { describe, expect, it } from "vitest";
import type { NotificationKind, WatchLevel } from "./schema";
import { type Happened, isForNamed, type Part, rulesOf } from "./watch";

type Case = [Happened, Part[], Partial<Record<WatchLevel, NotificationKind>>];

const told = (kind: NotificationKind) => ({ everything: kind, participating: kind });
const named = (kind: NotificationKind) => ({ ...told(kind), mentions: kind });

// One line a happening and part; a level that is not named there is told nothing.
const cases: Case[] = [
  ["comment", [], { everything: "commented" }],
  ["comment", ["mentioned"], named("mentioned")],
  ["comment", ["verdict"], told("answered")],
  ["comment", ["thread"], told("replied")],
  ["comment", ["marked"], told("commented")],
  ["comment", ["asked"], told("commented")],
  ["comment", ["judged"], { everything: "commented" }],
  ["comment", ["thread", "marked", "verdict", "mentioned"], named("mentioned")],
  ["comment", ["marked", "thread", "verdict"], told("answered")],
  ["edit", ["thread", "marked"], {}],
  ["edit", ["mentioned"], named("mentioned")],
  ["verdict", [], { everything: "judged" }],
  ["verdict", ["marked"], told("judged")],
  ["verdict", ["judged", "thread"], { everything: "judged" }],
  ["verdict", ["marked", "mentioned"], named("mentioned")],
  ["rejudging", ["marked", "judged"], {}],
  ["rejudging", ["mentioned"], named("mentioned")],
  ["resolution", [], { everything: "resolved" }],
  ["resolution", ["marked"], told("resolved")],
  ["resolution", ["judged"], told("resolved")],
  ["resolution", ["asked"], told("resolved")],
  ["resolution", ["judged", "mentioned"], named("mentioned")],
  ["reopening", ["judged"], told("reopened")],
  ["reopening", ["mentioned"], named("mentioned")],
  ["differing", [], { everything: "differed" }],
  ["differing", ["said"], told("differed")],
  ["differing", ["marked"], told("differed")],
  ["differing", ["judged", "wrote"], { everything: "differed" }],
  ["settlement", [], { everything: "settled" }],
  ["settlement", ["said"], told("settled")],
  ["settlement", ["marked"], told("settled")],
  ["settlement", ["judged", "wrote"], { everything: "settled" }],
  ["unsettling", ["said"], told("unsettled")],
  ["unsettling", ["asked"], told("unsettled")],
  ["deletion", [], {}],
  ["deletion", ["wrote"], told("deleted")],
  ["deletion", ["judged"], told("deleted")],
  ["deletion", ["said", "marked"], told("deleted")],
  ["assignment", [], {}],
  ["assignment", ["marked", "judged"], {}],
  ["assignment", ["assigned"], named("assigned")],
];

describe.each(["everything", "participating", "mentions", "muted"] as const)("%s", (level) => {
  it.each(cases)("%s to one who is %j", (happened, parts, kinds) => {
    const fits = rulesOf(happened).find(
      (rule) => rule.level === level && (rule.part === null || parts.includes(rule.part)),
    );
    expect(fits?.kind ?? null).toBe(kinds[level] ?? null);
  });
});

it("knows what can only be told to whom it names", () => {
  const all = [
    ...(["comment", "edit", "verdict", "rejudging", "resolution", "reopening", "differing"] as const),
    ...(["settlement", "unsettling", "deletion", "assignment"] as const),
  ];
  expect(all.filter(isForNamed)).toEqual(["edit", "rejudging", "assignment"]);
});
