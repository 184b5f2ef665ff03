import { describe, expect, it } from "vitest";
import { detect } from "./detect";

// What is said aside takes nothing from what was said, and gives nothing to it. Each case is a text and what must come
// out: source > words, "?" for somebody unnamed, "-" for nobody. A case without expectations: nothing may be suggested.

type Case = [text: string, ...expected: string[]];

function found(text: string): string[] {
  return detect(text).map(({ speaker, quoteText }) => {
    const source = speaker?.resolvedTo.replace("Somebody unnamed", "?") ?? "-";
    return `${source} > ${quoteText}`;
  });
}

const whole: Case[] = [
  "masked men attacked the bank, killing three",
  "armed men entered the bank, took the money and fled",
  "displaced families crossed the river, most of them on foot",
  "planned works started late, costing the city 3 million",
  "masked gunmen kidnapped the mayor, her husband and two aides",
  "increased demand, rising prices and falling donations have emptied its stores",
  "driving rain, strong winds and snow closed the road",
  "leading economists, including Ida Holm, agreed on the plan",
  "rising seas, driven by heat, will flood the town",
  "elected members of the council, the mayor and aides met on Monday",
  "burning Russian tanks, trucks and guns blocked the road",
  "armed and masked men entered the bank, took the money and fled",
  "tired, hungry men crossed the river",
  "working from home, staff lost touch",
  "what happened on Monday, when the dam broke, was an accident",
  "injured on Monday were three nurses, a driver and his son",
].map((words): Case => [`According to officials, ${words}.`, `officials > ${words}`]);

const aside: Case[] = [
  "citing the audit",
  "quoting unnamed officials",
  "citing Anna Berg, Ida Holm and Tom Reed",
  "seen by the Courier",
  "seen by the Courier, the Times and the Post",
  "dated 2019 and signed by Tom Reed",
  "dated May 2019",
  "published last week",
  "published in May by Oxford",
  "filed Monday",
  "commissioned by the council",
  "owned and published by the state",
  "which nobody had seen",
  "which names the mayor, her husband and two aides",
].map((words): Case => [`According to a report, ${words}, the dam was safe.`, "report > the dam was safe"]);

const speaking: Case[] = [
  "speaking on Monday",
  "speaking Monday",
  "speaking anonymously",
  "speaking to the Courier",
  "speaking as the votes were counted",
  "writing in the Courier",
  "fired on Monday",
  "wounded in the attack",
  "who was fired on Monday",
].map((words): Case => [`According to Reed, ${words}, the dam was safe.`, "Reed > the dam was safe"]);

const groups = {
  "according to: the words are whole": whole,
  "according to: a text and what is told of it": aside,
  "according to: somebody and what is told of them": speaking,
};

for (const [name, cases] of Object.entries(groups)) {
  describe(name, () => {
    it.each(cases)("%s", (text, ...expected) => {
      expect(found(text)).toEqual(expected);
    });
  });
}
