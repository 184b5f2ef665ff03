import { cueForms } from "./cues";
import type { Found } from "./found";
import { isFiniteVerb, type TaggedToken } from "./tag";

/**
 * Ends what is said where the sentence's own verb follows: "A man who says he saw the crash told police", "A post claiming
 * that it was safe is fake", "Holm, after Berg said it was closed, left". Who is told of there in turn has said no more,
 * and nothing where the sentence calls it false.
 */
export function endAtOuterVerb(s: TaggedToken[], found: readonly Found[]): Found[] {
  const outer = found.filter((one) => isOfOuter(s, one)).map((one) => verbBehind(s, one));
  return found.map((one) => {
    const ends = [...outer, asideEnd(s, one)].filter((at) => at !== null);
    const end = ends.find((at) => one.cue && one.cue.to <= at);
    return end === undefined ? one : endAt(s, one, end);
  });
}

function endAt(s: TaggedToken[], one: Found, end: number): Found {
  if (!one.contents.some(({ from, to }) => from < end && end < to)) return one;
  const contents = one.contents
    .map((range) => ({ ...range, to: Math.min(range.to, end) }))
    .filter((range) => range.from < range.to);
  const isFalse = s.slice(end, end + 5).some(({ lower }) => untrue.test(lower)) && !isOfOuter(s, one);
  return { ...one, contents, ...(isFalse ? { empty: "unsaid" as const } : {}) };
}

const untrue =
  /^(?:fake|false|untrue|wrong|fabricated|doctored|misleading|bogus|invented|debunked|hoax|satire|nonsense)$/;

/** Whether somebody speaks in what tells which one the sentence's subject is: "a man who says", "a post claiming". */
function isOfOuter(s: TaggedToken[], { subject, cue }: Found): boolean {
  if (!subject || !cue) return false;
  const { core, place } = subject;
  const before = s[core.from - 1]?.tag ?? "stop";
  if (!/^(?:stop|comma|conjunction|adverb|colon)$/.test(before)) return false;
  const isRelative = place === "relative" && s[core.to]?.tag === "relative";
  return isRelative || (place === "before" && cue.from === core.to && s[cue.from]?.tag === "ing");
}

/** The verb of the sentence behind the clause that hangs on its subject; null where it is not sure which one it is. */
function verbBehind(s: TaggedToken[], { contents, cue, verb }: Found): number | null {
  const [content, more] = contents;
  if (!content || more || !cue || content.from < cue.to) return null;
  let open = s[content.from]?.tag === "quotation" ? 0 : 1;
  for (let k = content.from; k < content.to; k++) {
    const { tag, lower = "" } = s[k] ?? {};
    if (/^(?:comma|conjunction|dash|relative)$/.test(tag ?? "")) return null;
    if (tag === "subordinator" && k > content.from && lower !== "that") return null;
    if (!isFiniteVerb(tag) || isHelped(s, k)) continue;
    // "A man who called his neighbour “a toad” must pay": a judgement has no verb of its own.
    if (verb?.takes.includes("j") && s[k - 1]?.tag === "quotation") return k;
    if (open === 0) return withAdverbs(s, k);
    open--;
    if (/c/.test(cueForms.get(lower)?.verb.takes ?? "") && tag === "verb") open++;
  }
  // "A sign saying “Keep out” hung there": the verb may be in no list.
  return open === 0 && s[content.from]?.tag === "quotation" ? content.from + 1 : null;
}

/** "had said": one verb. */
function isHelped(s: TaggedToken[], at: number): boolean {
  let k = at - 1;
  while (/^(?:adverb|not)$/.test(s[k]?.tag ?? "")) k--;
  return s[k]?.tag === "auxiliary";
}

function withAdverbs(s: TaggedToken[], at: number): number {
  return s[at - 1]?.tag === "adverb" ? at - 1 : at;
}

/** ", after Berg said it was closed, left": the comma behind which the sentence goes on with its verb. */
function asideEnd(s: TaggedToken[], { subject, cue, contents }: Found): number | null {
  const [content, more] = contents;
  if (!subject || !cue || !content || more || content.from < cue.to) return null;
  const opener = s.findLastIndex((one, k) => k < subject.core.from && one.tag === "comma") + 1;
  const isAside = opener > 1 && /^(?:subordinator|relative)$/.test(s[opener]?.tag ?? "");
  if (!isAside || !s.slice(opener, subject.core.from).some((one) => one.tag === "subordinator")) return null;
  const comma = s.findIndex((one, k) => k > content.from && k < content.to && one.tag === "comma");
  return comma > 0 && isFiniteVerb(s[comma + 1]?.tag) ? comma : null;
}
