import { cueForms } from "./cues";
import { phraseEnd } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { isAdverb, timeWords } from "./words";

/** Passes over when, where and to whom: "said Monday in an interview with CNN". */
export function skipAdjuncts(s: TaggedToken[], at: number, high: number): number {
  let i = at;
  while (i < high) {
    const next = adjunctEnd(s, i, high);
    if (next === i) return i;
    i = next;
  }
  return i;
}

function adjunctEnd(s: TaggedToken[], i: number, high: number): number {
  const token = s[i];
  if (!token) return i;
  if (token.tag === "adverb" && token.lower !== "even") return i + 1;
  if (timeWords.has(token.lower)) return i + 1;
  if (
    /^(?:last|this|next|earlier|late|early|that|the|same)$/.test(token.lower) &&
    timeWords.has(s[i + 1]?.lower ?? "")
  )
    return i + 2;
  // With a capital it is somebody's name, and of "the summer school" a part.
  if (/^(?:last|this|next)$/.test(token.lower) && seasons.test(s[i + 1]?.text ?? "")) return i + 2;
  if (/^(?:last|this|earlier)$/.test(token.lower) && /^(?:last|this|that)$/.test(s[i + 1]?.lower ?? ""))
    return i + 1;
  const place =
    /^(?:in|on|at|during|to|after|before|via|through|of|with|from|about|by|for|as|following|over|under|outside|inside|near|between|into|amid|without)$/;
  if (
    (token.tag === "preposition" ||
      token.tag === "to" ||
      token.lower === "after" ||
      token.lower === "before" ||
      token.lower === "as") &&
    place.test(token.lower)
  ) {
    if (token.tag === "to" && s[i + 1]?.tag === "infinitive") return i;
    const end = phraseEnd(s, i + 1, high);
    if (end === i + 1) return s[i + 1]?.tag === "ing" ? phraseEnd(s, i + 2, high) : i;
    // "in a report published on Monday"
    if (made.test(s[end]?.lower ?? "") && /^(?:preposition|to)$/.test(s[end + 1]?.tag ?? "")) return end + 1;
    return isFiniteVerb(s[end]?.tag) ? splitBefore(s, i + 1, end) : end;
  }
  return i;
}

const seasons = /^(?:spring|summer|autumn|winter|fall)$/;
const made =
  /^(?:published|issued|released|posted|seen|filed|obtained|shared|sent|written|signed|given|held|carried|broadcast|aired|relayed|circulated|distributed|translated|delivered|addressed)$/;

/** "said at the rally Democrats were wrong": the phrase ran into the next clause; it ends where a name begins. */
function splitBefore(s: TaggedToken[], from: number, end: number): number {
  for (let k = end - 1; k > from; k--) {
    if (s[k]?.tag === "name" && s[k - 1]?.tag !== "name") return k;
  }
  return from - 1;
}

/** "before Holm interrupted"; "when asked" tells of the speaker. */
export function isOwnClause(s: TaggedToken[], from: number, to: number): boolean {
  const end = phraseEnd(s, from + 1, to);
  return s[from]?.tag === "subordinator" && end > from + 1 && isFiniteVerb(s[end]?.tag);
}

/** ", laughing," and ", in an interview,": passes over a short aside between commas. */
export function skipAside(s: TaggedToken[], comma: number, high: number): number {
  const first = s[comma + 1];
  if (!first) return comma;
  const aside = /^(?:preposition|ing|adverb|participle|subordinator)$/.test(first.tag);
  const form = cueForms.get(first.lower);
  // "said, citing Berg, that …": whom somebody cites stands aside.
  const isCiting = form !== undefined && /^(?:cite|quote)$/.test(form.verb.base);
  if (!aside || (form && !isCiting && /[ctn]/.test(form.verb.takes))) return comma;
  for (let k = comma + 2; k < Math.min(high, comma + 18); k++) {
    const tag = s[k]?.tag;
    if (tag === "stop") return comma;
    // "said Berg, while Holm called it “a crime”"
    if (tag === "quotation" && isOwnClause(s, comma + 1, k)) return comma;
    if (tag === "quotation" && first.tag !== "adverb" && !isAdverb(s[k - 1]?.lower ?? "")) return k;
    if (tag === "comma") return s[k + 1]?.tag === "quotation" ? k + 1 : k + 1;
    // "“I am,” Berg began, before Holm interrupted: “Are you?”"
    if (tag === "colon") return isOwnClause(s, comma + 1, k) ? comma : k;
  }
  return comma;
}
