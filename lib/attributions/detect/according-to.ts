import { clauseStart, contentEnd } from "./content-edges";
import type { Found } from "./found";
import { phraseEnd, type Range } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";

/** "according to the outlet". */
export function accordingTo(s: TaggedToken[], high: number): Found[] {
  const found: Found[] = [];
  for (let i = 0; i + 2 < s.length; i++) {
    if (s[i]?.lower !== "according" || s[i + 1]?.lower !== "to") continue;
    const end = phraseEnd(s, i + 2, high);
    if (end === i + 2) continue;
    const core = { from: i + 2, to: end };
    const subject: SubjectPhrase = { core, whole: core, appositions: [], place: "behind" };
    const contents = accordingContents(s, i, end, high);
    if (contents.length === 0) continue;
    found.push({
      contents,
      subject,
      cue: { from: i, to: i + 2 },
      verb: null,
      negative: false,
      rule: "“According to” names the speaker.",
      confidence: 0.95,
      open: false,
    });
  }
  return found;
}

function accordingContents(s: TaggedToken[], at: number, end: number, high: number): Range[] {
  const left = s[at - 1];
  const opening =
    !left ||
    left.tag === "subordinator" ||
    left.tag === "conjunction" ||
    (left.tag === "comma" && (s[at - 2]?.tag === "conjunction" || s[at - 2]?.lower === "that")) ||
    left.tag === "colon" ||
    left.tag === "stop";
  if (!opening && left) {
    const to = left.tag === "comma" || left.tag === "dash" ? at - 1 : at;
    const from = clauseStart(s, to, 0);
    const before = to > from ? [{ from, to }] : [];
    if (to - from > 2 || s.slice(from, to).some((one) => one.tag === "quotation" || isFiniteVerb(one.tag)))
      return before;
  }
  let comma = end;
  while (comma < high && s[comma]?.tag !== "comma" && comma < end + 16) comma++;
  const from = s[comma]?.tag === "comma" ? (asideEnd(s, comma, high) ?? comma) + 1 : end;
  const to = contentEnd(s, from, high);
  return to > from + 1 ? [{ from, to }] : [];
}

/**
 * The comma behind what tells of the speaker: "According to the county, which owns the land, …", "to a report, seen by
 * the Courier, …". Null where the words begin: "According to officials, rising waters forced out thousands, but …".
 */
function asideEnd(s: TaggedToken[], comma: number, high: number): number | null {
  const close = s.findIndex((one, k) => k > comma && one.tag === "comma");
  const first = s[comma + 1];
  if (!first || close < 0 || close >= high) return null;
  if (first.tag === "relative") return close;
  const isDone = first.tag === "verb" && /ed$/.test(first.lower);
  const isDeed = isDone || first.tag === "participle" || first.tag === "ing";
  // "dated 2019 and signed by Reed" has no verb of a clause, though both words could be one.
  const isVerb = ({ tag, lower }: TaggedToken) => isFiniteVerb(tag) && !(isDone && /ed$/.test(lower));
  const isClause = s.slice(comma + 2, close).some(isVerb);
  const goesOn = /^(?:conjunction|not)$/.test(s[close + 1]?.tag ?? "");
  return isDeed && !isClause && !goesOn ? close : null;
}
