import { describe, expect, it } from "vitest";
import { weaknessOf } from "./password";

const about = ["Ida Holm", "ida.holm@harbour-desk.example"];

const good = [
  "three quiet boats at dawn",
  "Kaffee um halb vier, bitte",
  "naïve façade of the tenth",
  "ветер над старой гаванью",
  "港の朝はとても静かで寒いですねえと",
  "🦆🐎🐈 and a wicker basket",
  "vQ8#pL2!zN5@rT9w",
  "dragon monkey shadow master cheese",
  "gull lantern rope salt ".repeat(5),
];

const bad: [string, RegExp][] = [
  ["", /at least 15/],
  ["short", /at least 15.*has 5/],
  ["fourteen chars", /at least 15.*has 14/],
  ["ﬁﬁﬁﬁﬁﬁ", /has 12/],
  ["🦆🐎🐈🦆🐎🐈🦆🐎🐈🦆🐎🐈🦆🐎", /has 14/],
  [`${"a quiet boat ".repeat(10)}`, /at most 128/],
  ["aaaaaaaaaaaaaaaa", /repeats/],
  ["abababababababab", /repeats/],
  ["passwordpassword", /easy to guess/],
  ["Password1234567890", /easy to guess/],
  ["P@ssw0rdP@ssw0rd", /easy to guess/],
  ["passwordpassword123!", /easy to guess/],
  ["iloveyouiloveyou", /easy to guess/],
  ["welcome to welcome", /easy to guess/],
  ["qwertyuiopasdfgh", /easy to guess/],
  ["qwertyuiop123456", /easy to guess/],
  ["1qaz2wsx3edc4rfv", /easy to guess/],
  ["abcdefghijklmnop", /easy to guess/],
  ["123456789012345", /easy to guess/],
  ["987654321098765", /easy to guess/],
  ["zxcvbnmasdfghjkl", /easy to guess/],
  ["fishyfishyfishyfishy", /easy to guess/],
  ["letmein-letmein-letmein", /easy to guess/],
  ["summer2026summer2026", /easy to guess/],
  ["correct horse battery staple", /Many people/],
  ["C0rrect-H0rse-Battery-Staple", /Many people/],
  ["Ida Holm Ida Holm 1", /easy to guess/],
  ["idaholm1987idaholm", /easy to guess/],
  ["holmida-harbour-desk", /easy to guess/],
  ["ida.holm@harbour-desk.example", /easy to guess/],
  ["saysosaysosayso1", /easy to guess/],
  ["sayso newsroom 2026", /easy to guess/],
];

describe("weaknessOf", () => {
  it.each(good)("takes %s", (password) => {
    expect(weaknessOf(password, about)).toBeNull();
  });

  it.each(bad)("refuses %j", (password, why) => {
    expect(weaknessOf(password, about)).toMatch(why);
  });

  it("counts code points after NFKC, as the hash does", () => {
    expect(weaknessOf("e\u0301".repeat(14), [])).toMatch(/has 14/);
  });

  it("answers a hostile length at once", () => {
    const started = performance.now();
    weaknessOf("ab1".repeat(42), ["ab1 ".repeat(20)]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
