import type { Span } from "@/lib/text/offsets";
import type { CueVerb } from "./cues";
import type { Found } from "./found";
import type { Range } from "./noun-phrases";
import type { SubjectPhrase } from "./subject-phrases";
import type { TaggedToken } from "./tag";

/** The numbers of a block and of a sentence in it. */
export type SentencePlace = { block: number; sentence: number };

/** Who speaks, as the text names them here; `core` leaves the appositions out, `tokens` are those of the core. */
export type Mention = Span & { core: Span; appositions: Span[]; tokens: TaggedToken[] };

/** An attribution with offsets in the text, before its speaker is resolved. */
export type Draft = SentencePlace & {
  spans: Span[];
  mention: Mention | null;
  cue: Span | null;
  verb: CueVerb | null;
  negative: boolean;
  rule: string;
  confidence: number;
  /** Some of its words stand between quotation marks. */
  quoted: boolean;
};

/** Turns what was found in a sentence's tokens into offsets in the text. */
export function toDraft(s: TaggedToken[], found: Found, place: SentencePlace): Draft {
  const { contents, subject, cue, verb, negative, rule, confidence } = found;
  const isQuoted = (range: Range) => s.slice(range.from, range.to).some((token) => token.tag === "quotation");
  return {
    ...place,
    spans: contents.map((range) => spanOf(s, withoutEdges(s, range))).filter((span) => span.end > span.start),
    mention: subject ? mentionOf(s, subject) : null,
    cue: cue ? spanOf(s, cue) : null,
    verb,
    negative,
    rule,
    confidence,
    quoted: contents.some(isQuoted),
  };
}

/** The offsets of a subject. The "who" behind it leads on to its verb and names nobody. */
export function mentionOf(s: TaggedToken[], subject: SubjectPhrase): Mention {
  const { core, whole, place } = subject;
  return {
    ...spanOf(s, withoutEdges(s, place === "relative" ? { from: whole.from, to: core.to } : whole)),
    core: spanOf(s, subject.core),
    appositions: subject.appositions.map((range) => spanOf(s, range)),
    tokens: withoutBoth(s.slice(subject.core.from, subject.core.to)),
  };
}

/** "both Holm and Reed", "Holm but also Reed": called Holm and Reed. */
function withoutBoth(tokens: TaggedToken[]): TaggedToken[] {
  const isJoined = tokens.some(({ tag, lower }) => tag === "conjunction" && lower === "and");
  if (isJoined && tokens[0]?.lower === "both") return tokens.slice(1);
  const but = tokens.findIndex(({ lower }) => lower === "but");
  if (but < 1) return tokens;
  const isComma = tokens[but - 1]?.tag === "comma" ? 1 : 0;
  const isAlso = tokens[but + 1]?.lower === "also" ? 1 : 0;
  return tokens.flatMap((one, k) => {
    if (k === but) return [{ ...one, text: "and", lower: "and", tag: "conjunction" as const }];
    return (isComma && k === but - 1) || (isAlso && k === but + 1) ? [] : [one];
  });
}

/** Whether a token lies within the words of a draft. */
export function covers(draft: Draft, token: TaggedToken): boolean {
  return draft.spans.some((span) => span.start <= token.start && token.end <= span.end);
}

function withoutEdges(s: TaggedToken[], range: Range): Range {
  let { from, to } = range;
  const edge = /^(?:comma|dash|colon|stop)$/;
  while (from < to && edge.test(s[from]?.tag ?? "")) from++;
  while (to > from && edge.test(s[to - 1]?.tag ?? "")) to--;
  return { from, to };
}

function spanOf(s: TaggedToken[], { from, to }: Range): Span {
  if (to <= from) return { start: 0, end: 0 };
  return { start: s[from]?.start ?? 0, end: s[to - 1]?.end ?? 0 };
}
