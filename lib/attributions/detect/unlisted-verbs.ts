import { clauseStart, isAnothers } from "./content-edges";
import type { Found } from "./found";
import { phraseEnd, type Range } from "./noun-phrases";
import { subjectBefore, subjectBehind } from "./speakers";
import type { TaggedToken } from "./tag";

/** "“…,” Smith groused": any verb beside a quotation that ends in a comma is a verb of saying. */
export function unlistedVerbs(s: TaggedToken[], high: number, known: Found[]): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < high; i++) {
    const token = s[i];
    if (
      token?.tag !== "quotation" ||
      known.concat(found).some((one) => one.contents.some((range) => i >= range.from && i < range.to))
    )
      continue;
    if (isInLead(s, i, known)) continue;
    const one = verbBehindQuotation(s, i, high) ?? verbBeforeQuotation(s, i) ?? signature(s, i, high);
    if (one) found.push(one);
  }
  return found;
}

/** "Asked whether it was “rotten,” Berg said": quoted words of a lead, whose sentence has its own words of Berg's. */
function isInLead(s: TaggedToken[], at: number, known: Found[]): boolean {
  const from = clauseStart(s, at + 1, 0);
  if (isAnothers(s, { from, to: at + 1 })) return true;
  const isLead = /^(?:subordinator|preposition|ing|participle)$/.test(s[from]?.tag ?? "");
  return (
    isLead && known.some(({ cue }) => cue && cue.from > at && cue.from <= phraseEnd(s, at + 1, s.length))
  );
}

function verbBehindQuotation(s: TaggedToken[], at: number, high: number): Found | null {
  if (!/[,?!—–-][\s"”’']*$/u.test(s[at]?.text ?? "")) return null;
  const behind = s[at + 1]?.tag === "verb" ? subjectBehind(s, at + 2, high) : null;
  // "“No,” came the reply": it is not told whose.
  if (behind && /^(?:reply|answer|response|refrain|chorus)$/.test(s[behind.core.to - 1]?.lower ?? ""))
    return null;
  if (behind) return unlisted(s, { from: at, to: at + 1 }, behind.core, at + 1, "behind");
  const end = phraseEnd(s, at + 1, high);
  let verb = end;
  while (s[verb]?.tag === "adverb") verb++;
  if (end === at + 1 || s[verb]?.tag !== "verb") return null;
  const core = { from: at + 1, to: end };
  return unlisted(s, { from: at, to: at + 1 }, core, verb, "behind");
}

/** "“We will be back.” — Anna Berg" */
function signature(s: TaggedToken[], at: number, high: number): Found | null {
  const first = s[at + 2];
  if (s[at + 1]?.tag !== "dash" || first?.tag !== "name" || high - at > 14) return null;
  const end = phraseEnd(s, at + 2, high);
  if (s.slice(at + 2, high).some((one) => /^(?:verb|auxiliary|quotation)$/.test(one.tag))) return null;
  const core = { from: at + 2, to: end };
  return {
    contents: [{ from: at, to: at + 1 }],
    subject: { core, whole: core, appositions: [], place: "behind" },
    cue: { from: at + 1, to: at + 2 },
    verb: null,
    negative: false,
    rule: "A name behind a dash signs the quotation.",
    confidence: 0.85,
    open: false,
  };
}

function verbBeforeQuotation(s: TaggedToken[], at: number): Found | null {
  const mark = s[at - 1];
  if (mark?.tag !== "comma" && mark?.tag !== "colon") return null;
  for (let k = at - 2; k >= 0 && k > at - 16; k--) {
    const tag = s[k]?.tag;
    if (tag === "comma" && mark.tag === "comma") return null;
    if (tag !== "verb" && tag !== "auxiliary") continue;
    const subject = subjectBefore(s, k, 0);
    return subject ? unlisted(s, { from: at, to: at + 1 }, subject.core, k, "before") : null;
  }
  return null;
}

/** Who does this to words has not said them: "Jury hears: “He did it”". */
const hearing =
  /^(?:hears?|heard|overhears?|overheard|sees?|saw|watch(?:es|ed)|learn(?:s|ed|t)?|receive[sd]?|gets?|got|finds?|found|bears?|bore|wears?|wore|carries|carried|hold(?:s|ing)?|held|reads?)$/;

function unlisted(
  s: TaggedToken[],
  content: Range,
  core: Range,
  verb: number,
  place: "before" | "behind",
): Found | null {
  if (hearing.test(s[verb]?.lower ?? "")) return null;
  return {
    contents: [content],
    subject: { core, whole: core, appositions: [], place: "before" },
    cue: { from: verb, to: verb + 1 },
    verb: null,
    negative: false,
    rule:
      place === "behind"
        ? "A name and a verb stand behind the quotation."
        : "The sentence leads to the quotation.",
    confidence: s[verb]?.tag === "verb" ? 0.6 : 0.45,
    open: false,
  };
}
