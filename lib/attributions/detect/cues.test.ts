import { describe, expect, it } from "vitest";
import { cueForms, cueVerbs, isSaying } from "./cues";
import { inflect } from "./inflect";

describe("inflect", () => {
  it.each([
    ["say/said", "say says said said saying"],
    ["tell/told", "tell tells told told telling"],
    ["write/wrote/written", "write writes wrote written writing"],
    ["deny", "deny denies denied denied denying"],
    ["admit/+", "admit admits admitted admitted admitting"],
    ["claim", "claim claims claimed claimed claiming"],
    ["agree", "agree agrees agreed agreed agreeing"],
    ["promise", "promise promises promised promised promising"],
    ["lie", "lie lies lied lied lying"],
    ["stress", "stress stresses stressed stressed stressing"],
    ["go/went/gone", "go goes went gone going"],
  ])("%s", (entry, expected) => {
    expect(
      inflect(entry)
        .forms.map(([form]) => form)
        .join(" "),
    ).toBe(expected);
  });
});

describe("the table of verbs", () => {
  it("holds about 120 verbs, none twice", () => {
    expect(cueVerbs.length).toBeGreaterThanOrEqual(115);
    const bases = cueVerbs.map((verb) => verb.base.split("/")[0]);
    expect(new Set(bases).size).toBe(bases.length);
  });

  it("uses only letters that mean something", () => {
    expect(cueVerbs.filter((verb) => !/^[qctwvpinajk]*$/.test(verb.takes))).toEqual([]);
  });

  it.each([
    ["said", "neutral", "positive"],
    ["tells", "neutral", "positive"],
    ["insisted", "asserting", "positive"],
    ["alleges", "asserting", "positive"],
    ["suggesting", "hedging", "positive"],
    ["believes", "hedging", "positive"],
    ["confirmed", "vouching", "positive"],
    ["showed", "vouching", "positive"],
    ["denied", "denying", "negative"],
    ["rejects", "denying", "negative"],
    ["doubted", "hedging", "negative"],
    ["announced", "performing", "positive"],
    ["ordered", "performing", "positive"],
    ["called", "judging", "positive"],
    ["warning", "judging", "positive"],
  ])("%s is %s and %s", (form, cueClass, polarity) => {
    expect(cueForms.get(form)?.verb).toMatchObject({ class: cueClass, polarity });
  });

  it.each([
    ["testified", "testimony"],
    ["tweeted", "post"],
    ["ruled", "court"],
    ["reported", "pressReport"],
    ["announced", "statement"],
    ["said", "unknown"],
  ])("%s comes through the channel %s", (form, channel) => {
    expect(cueForms.get(form)?.verb.channel).toBe(channel);
  });

  it("tells saying from thinking and from everything else", () => {
    expect(["said", "asked", "wrote"].map(isSaying)).toEqual([true, true, true]);
    expect(["thought", "knew", "walked"].map(isSaying)).toEqual([false, false, false]);
  });
});
