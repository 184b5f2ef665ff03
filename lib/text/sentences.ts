import { lineAt, type Span, trimSpan } from "./offsets";

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentence that holds a place, trimmed of white space; null in an empty text or between two blocks. */
export function sentenceAt(text: string, offset: number, language: string): Span | null {
  const sentences = sentencesAround(text, offset, language);
  return (
    sentences.find((one) => offset >= one.start && offset < one.end) ??
    // In the space behind a sentence, or at the very end, it is still that sentence.
    sentences.findLast((one) => one.end <= offset) ??
    sentences[0] ??
    null
  );
}

/** The first sentence that starts after `offset`, in this block or a later one; null after the last. */
export function nextSentence(text: string, offset: number, language: string): Span | null {
  for (let at = offset; at <= text.length; at = lineAt(text, at).end) {
    const next = sentencesAround(text, at, language).find((one) => one.start > offset);
    if (next) return next;
    if (lineAt(text, at).end === at || lineAt(text, at).end >= text.length) return null;
  }
  return null;
}

/** The last sentence that ends at or before `offset`, in this block or an earlier one; null before the first. */
export function previousSentence(text: string, offset: number, language: string): Span | null {
  for (let at = Math.min(offset, text.length); at >= 0; at = lineAt(text, at).start - 1) {
    const previous = sentencesAround(text, at, language).findLast((one) => one.end <= offset);
    if (previous) return previous;
  }
  return null;
}

/** The end of the first word that ends after `offset`, or the text's end. */
export function nextWordEnd(text: string, offset: number, language: string): number {
  for (let at = offset; at < text.length; at = lineAt(text, at).end) {
    const word = wordsOfLine(text, at, language).find((one) => one.end > offset);
    if (word) return word.end;
  }
  return text.length;
}

/** The start of the last word that starts before `offset`, or 0. */
export function previousWordStart(text: string, offset: number, language: string): number {
  for (let at = Math.min(offset, text.length); at >= 0; at = lineAt(text, at).start - 1) {
    const word = wordsOfLine(text, at, language).findLast((one) => one.start < offset);
    if (word) return word.start;
  }
  return 0;
}

/** Widens a span to the borders of the words that it cuts; where it cuts none it stays. */
export function widenToWords(text: string, { start, end }: Span, language: string): Span {
  const cut = (at: number) =>
    wordsOfLine(text, at, language).find((word) => word.start < at && at < word.end);
  return { start: cut(start)?.start ?? start, end: cut(end)?.end ?? end };
}

function wordsOfLine(text: string, offset: number, language: string): Span[] {
  const line = lineAt(text, offset);
  const segments = segmenter(language, "word").segment(text.slice(line.start, line.end));
  return Array.from(segments)
    .filter((one) => one.isWordLike)
    .map((one) => ({ start: line.start + one.index, end: line.start + one.index + one.segment.length }));
}

/** All sentences of the line that holds a place, trimmed of white space. */
export function sentencesAround(text: string, offset: number, language: string): Span[] {
  const line = lineAt(text, offset);
  const pieces = Array.from(segmenter(language, "sentence").segment(text.slice(line.start, line.end)));
  const joined: string[] = [];
  for (const { segment } of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && belongsTogether(before, segment, language)) {
      joined[joined.length - 1] = before + segment;
    } else {
      joined.push(segment);
    }
  }
  const spans: Span[] = [];
  let start = line.start;
  for (const piece of joined) {
    const span = trimSpan(text, { start, end: start + piece.length });
    if (span.end > span.start) spans.push(span);
    start += piece.length;
  }
  return spans;
}

// The segmenter knows no abbreviations and takes each of these for the end of a sentence.
const abbreviations: Record<string, string> = {
  en: "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Sgt Cpl Capt Cmdr Adm Gov Sen Rep Rev Hon Pres Supt Det St Mt Ft vs Jan Feb Aug Sept Oct Nov Dec",
  de: "Dr Prof Hr Fr St Nr Mio Mrd bzw ca evtl ggf inkl sog z.B d.h u.a z.T vgl Abs Art Bd Jh Jan Feb Aug Sept Okt Nov Dez",
  fr: "M MM Mme Mmes Mlle Me Dr Pr St Ste av apr env no p.ex",
  es: "Sr Sra Srta Dr Dra D Dña Ud Uds EE UU Gral Cnel núm pág p.ej",
  it: "Sig Sig.ra Dott Dr Prof Avv On Gen Col n pag ecc p.es",
  pt: "Sr Sra Dr Dra Prof Gen Cel Exmo nº pág p.ex",
  nl: "dhr mevr mw Dr drs ir mr prof nr bijv o.a m.b.t",
  ru: "г гг ул им тов гр проф акад ген см напр т.е т.к т.д млн млрд тыс руб св",
  uk: "р рр м вул ім проф акад ген див напр т.д млн млрд тис грн св",
};

const sentenceStarters = new Set(
  "The A An He She It They We You I This That These Those In On At But And Or So Yet If When While As For From By With His Her Its Their Our My There What Who Why How No Not Some Many Most All After Before Since Although However Meanwhile".split(
    " ",
  ),
);

function belongsTogether(before: string, after: string, language: string): boolean {
  // "Why?" he asked: a sentence does not start with a small letter.
  if (/^["'“”„«»‘’—–-]*\s*\p{Ll}/u.test(after)) return true;
  const lastWord = /(\S+)\s*$/u.exec(before)?.[1] ?? "";
  const bare = lastWord.replace(/^[("'“”„«‘[]+/u, "");
  if (!bare.endsWith(".")) return false;
  const core = bare.slice(0, -1);
  if (/^\p{Lu}$/u.test(core)) return true;
  const base = language.split("-")[0]?.toLowerCase() ?? "";
  if (base === "en" && /^No$/u.test(core)) return /^\d/u.test(after);
  if (base === "de" && /^\d{1,2}$/u.test(core)) return true;
  if ((abbreviations[base] ?? "").split(" ").includes(core)) return true;
  // "the U.S. European Command" goes on; "in the U.S. The army" does not.
  const nextWord = /^["'“„«‘(]*(\p{L}+)/u.exec(after)?.[1] ?? "";
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(core) && !sentenceStarters.has(nextWord);
}

function segmenter(language: string, granularity: "word" | "sentence"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(supported(language), { granularity });
  segmenters.set(key, made);
  return made;
}

/** An article's language is typed by people; a tag that the runtime refuses means the general rules. */
function supported(language: string): string | undefined {
  try {
    return Intl.Segmenter.supportedLocalesOf([language])[0];
  } catch {
    return undefined;
  }
}
