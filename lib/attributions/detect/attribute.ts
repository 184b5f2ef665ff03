import { accordingTo } from "./according-to";
import { active } from "./active";
import { likely } from "./confidence";
import { type CueUse, findCueUses } from "./cue-uses";
import { dependent, passive } from "./dependent-cues";
import type { Found } from "./found";
import { inverted } from "./inverted";
import { endAtOuterVerb } from "./outer-verbs";
import type { TaggedToken } from "./tag";
import { isThing } from "./things";
import { withoutFormer, withoutTeller, withRecalled } from "./told-by-another";
import { unlistedVerbs } from "./unlisted-verbs";
import { isFuture, isUnsaid } from "./unsaid";

/** Finds the attributions of one sentence. */
export function attributeSentence(s: TaggedToken[]): Found[] {
  const high = contentHigh(s);
  const found: Found[] = [];
  for (const use of findCueUses(s)) {
    const one = doubtFuture(s, use, attributeUse(s, use, high, found));
    if (one && isUnsaid(s, use, one, found)) found.push({ ...one, empty: "unsaid" });
    else if (one)
      found.push(...withRecalled(s, use, high, isThing(s, one) ? { ...one, empty: "thing" } : one));
  }
  found.push(...accordingTo(s, high, found), ...unlistedVerbs(s, high, found));
  return endAtOuterVerb(s, found).map((one) => {
    const ended = withoutTeller(s, withoutFormer(s, one, found), found);
    return ended !== one && !ended.empty && isThing(s, ended) ? { ...ended, empty: "thing" } : ended;
  });
}

/** "“We will fight,” Holm will say on Monday": until then it may be left out. */
function doubtFuture(s: TaggedToken[], use: CueUse, one: Found | null): Found | null {
  return one && isFuture(s, use) ? { ...one, confidence: Math.min(one.confidence, likely) } : one;
}

function contentHigh(s: TaggedToken[]): number {
  let high = s.length;
  while (high > 0 && s[high - 1]?.tag === "stop") high--;
  return high;
}

function attributeUse(s: TaggedToken[], use: CueUse, high: number, earlier: Found[]): Found | null {
  if (use.mode === "passive") return passive(s, use, high);
  if (use.mode === "ing" || use.mode === "infinitive") return dependent(s, use, high, earlier);
  return inverted(s, use, high) ?? active(s, use, high, earlier);
}
