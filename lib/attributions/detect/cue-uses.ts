import { isTrapped } from "./cue-traps";
import { type CueVerb, cueForms } from "./cues";
import type { TaggedToken } from "./tag";
import { beForms, haveForms, isAdverb } from "./words";

/**
 * A verb of attribution at work: tokens `from` up to but not including `to` are the verb with its helpers
 * ("has repeatedly denied"), `at` is the verb itself. `negative` says that the text denies the saying.
 */
export type CueUse = {
  from: number;
  at: number;
  to: number;
  verb: CueVerb;
  mode: "active" | "passive" | "ing" | "infinitive";
  negative: boolean;
};

/** Finds the verbs of attribution of a sentence, outside quotations, and throws out the phrasal traps. */
export function findCueUses(s: TaggedToken[]): CueUse[] {
  const uses: CueUse[] = [];
  for (let at = 0; at < s.length; at++) {
    const use = cueAt(s, at);
    if (use) uses.push(use);
  }
  return uses;
}

function cueAt(s: TaggedToken[], at: number): CueUse | null {
  const token = s[at];
  if (!token) return null;
  const form = cueForms.get(token.lower);
  if (!form || !/^(?:verb|participle|ing|infinitive)$/.test(token.tag)) return null;
  let to = at + 1;
  while (s[to]?.tag === "adverb" && /ly$/.test(s[to]?.lower ?? "")) to++;
  if (isTrapped(form.verb, s[to]?.lower ?? "")) return null;
  let from = at;
  while (from > 0 && /^(?:auxiliary|not|adverb)$/.test(s[from - 1]?.tag ?? "")) from--;
  const helpers = s.slice(from, at);
  const negative = helpers.some((one) => one.tag === "not");
  while (from < at && s[from]?.tag === "adverb") from++;
  if (token.tag === "infinitive" && s[at - 1]?.tag === "to") return infinitiveUse(s, at, to, form.verb);
  // "He's said" has a "has", "he's called" an "is".
  const short =
    helpers.some((one) => one.lower === "'s") && (/c/.test(form.verb.takes) || s[to]?.lower === "for");
  const be = !short && helpers.some((one) => beForms.has(one.lower));
  const have = short || helpers.some((one) => haveForms.has(one.lower));
  const any = helpers.some((one) => one.tag === "auxiliary");
  const { verb } = form;
  if (token.tag === "ing") {
    return { from, at, to, verb, mode: any ? "active" : "ing", negative };
  }
  if (token.tag === "participle") {
    const passive = helpers.some((one) => one.lower === "been" || one.lower === "being") || (be && !have);
    return { from, at, to, verb, mode: passive || !any ? "passive" : "active", negative };
  }
  return { from, at, to, verb, mode: "active", negative };
}

/** "declined to say", "went on to call": the infinitive hangs on a verb to its left. */
function infinitiveUse(s: TaggedToken[], at: number, to: number, verb: CueVerb): CueUse | null {
  let from = at - 1;
  while (from > 0 && isAdverb(s[from - 1]?.lower ?? "")) from--;
  const governor = s[from - 1];
  const before = s[from - 2]?.tag;
  const refused = /^(?:declin|refus|fail)/.test(governor?.lower ?? "");
  if (governor?.tag === "verb" || governor?.tag === "participle") {
    let start = from - 1;
    while (start > 0 && /^(?:auxiliary|not|adverb)$/.test(s[start - 1]?.tag ?? "")) start--;
    return { from: start, at, to, verb, mode: "active", negative: refused || before === "not" };
  }
  return { from, at, to, verb, mode: "infinitive", negative: refused };
}
