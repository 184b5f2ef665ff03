import { skipAdjuncts } from "./adjuncts";
import { likely } from "./confidence";
import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import type { Found } from "./found";
import { phraseEnd, type Range } from "./noun-phrases";
import type { TaggedToken } from "./tag";
import { timeWords } from "./words";

/** "“A mistake,” said Berg, and “a crime,” said Holm": Holm's words begin behind what is told of Berg. */
export function withoutFormer(s: TaggedToken[], one: Found, found: readonly Found[]): Found {
  const { cue, contents } = one;
  const first = contents[0];
  if (!cue || !first || first.to > cue.from) return one;
  const ends = found
    .filter((other) => other !== one && other.cue && isWithin(other.cue, first) && isBehindWords(other))
    .map(({ cue: told, subject }) => Math.max(told?.to ?? 0, subject?.whole.to ?? 0));
  let from = Math.max(first.from, ...ends);
  while (from < first.to && /^(?:comma|conjunction|dash)$/.test(s[from]?.tag ?? "")) from++;
  // "“A mistake,” said Berg, the Courier reported": all of it.
  const hasOwn = s.slice(from, first.to).some((token) => token.tag === "quotation");
  return from > first.from && hasOwn
    ? { ...one, contents: [{ from, to: first.to }, ...contents.slice(1)] }
    : one;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function isBehindWords({ cue, contents }: Found): boolean {
  return contents.some(({ to }) => cue !== null && to <= cue.from);
}

/** "He denied being drunk, his lawyer said": what is denied ends where the words end that the lawyer told. */
export function withoutTeller(s: TaggedToken[], one: Found, found: readonly Found[]): Found {
  const { cue } = one;
  if (!cue) return one;
  const told = found
    .filter((other) => other !== one && !other.empty && other.cue)
    .flatMap(({ contents, cue: tells }) => contents.filter(({ to }) => tells && to <= tells.from))
    .find(({ from, to }) => from <= cue.from && cue.to < to);
  if (!told || one.contents.every((range) => range.from >= told.to || range.to <= told.to)) return one;
  const contents = one.contents
    .map((range) => ({ ...range, to: Math.min(range.to, told.to) }))
    .filter(({ from, to }) => from < to && !(from + 1 === to && s[from]?.lower === "that"));
  return { ...one, contents };
}

/** "“…,” Reed recalled Smith saying", "“…,” Reed says Smith told him": they are Smith's words, as Reed tells them. */
export function withRecalled(s: TaggedToken[], use: CueUse, high: number, found: Found): Found[] {
  const [words, more] = found.contents;
  const end = phraseEnd(s, use.to, high);
  const form = cueForms.get(s[end]?.lower ?? "");
  const behind = skipAdjuncts(s, phraseEnd(s, end + 1, high), high);
  const isLast = behind >= high || s[behind]?.tag === "comma";
  if (!words || more || words.to > use.from || end === use.to || !isLast) return [found];
  if (!form?.verb.takes.includes("q") || !tellsOf(use, s[end])) return [found];
  if (timeWords.has(s[use.to]?.lower ?? "")) return [found];
  const core = { from: use.to, to: end };
  const recalled: Found = {
    ...found,
    subject: { core, whole: core, appositions: [], place: "before" },
    // Without a cue of its own: one that stood behind the other's would make it that one's words.
    cue: null,
    verb: form.verb,
    rule: "The speaker tells that somebody said it.",
    confidence: likely,
  };
  return [{ ...found, contents: [words, { from: use.to, to: end + 1 }] }, recalled];
}

/** "recalled Smith saying", "says Smith told"; "told reporters asking" tells of nobody's words. */
function tellsOf({ verb }: CueUse, of: TaggedToken | undefined): boolean {
  if (of?.tag === "ing") return /^(?:recall|recount)$/.test(verb.base);
  return of?.tag === "verb" && !verb.takes.includes("a");
}
