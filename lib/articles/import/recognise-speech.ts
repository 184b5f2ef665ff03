import { endsLikeSentence, endsWithStop } from "./text-shape";

// "MINISTER: …", "REPORTER (Channel 4): …", "[00:12:40] SPEAKER 2: …", "Q: …", "记者：…"
const turn =
  /^(?:\[[^\]]{1,20}\]\s*)?(?<speaker>[\p{Lu}\p{Lo}][\p{L}\p{N}.’'-]*(?:\s[\p{L}\p{N}.’'-]+){0,3})(?:\s\([^)]{1,40}\))?\s?[:：]\s*\S/u;

const saying = [
  "said|says|told|tells|wrote|asked|asks|added|adds|according to|found|announced|claimed|claims|warned|warns|argued|argues|shouted|replied|explained|insisted|were told",
  "sagte|sagten|sagt|erklärte|teilte|hieß|schrieb|warnte|rief|zufolge|laut",
  "a déclaré|a dit|a annoncé|a affirmé|a expliqué|déclare|affirme|selon|d['’]après",
  "dijo|dice|según|afirmó|declaró|aseguró|ha detto|ha dichiarato|ha affermato|secondo|disse|afirmou|segundo|declarou",
  "zei|zegt|volgens|sade|säger|enligt|sagde|siger|ifølge|powiedział|powiedziała|według",
  "сказала?|сказали|заявила?|заявили|сообщила?|сообщили|говорит|по словам|сказав|заявив|повідомив|повідомила|за словами",
].join("|");
const report = new RegExp(`(?<![\\p{L}])(?:${saying})(?!\\p{L})`, "iu");

/** Whether a text tells what somebody said, wrote or found, as reporters do and pages do not. */
export function reportsWords(text: string): boolean {
  return report.test(text);
}

/**
 * Who speaks in a text that is a transcript or an interview: the labels before a colon that come again or stand in
 * capitals.
 */
export function findSpeakers(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const speaker = speakerOf(text);
    if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return new Set(
    Array.from(counts).flatMap(([speaker, count]) => (count > 1 || isCapital(speaker) ? [speaker] : [])),
  );
}

/** Whether a block is one of these speakers' turn to speak. */
export function isTurn(text: string, speakers: ReadonlySet<string>): boolean {
  const speaker = speakerOf(text);
  return speaker !== null && speakers.has(speaker);
}

/** Whether a text holds words between quotation marks, or opens such words. */
export function hasQuotation(text: string): boolean {
  return /^["“„«‘‚'‹]|["“„«][^"“”„«»]+["”“»]/u.test(text);
}

/**
 * Whether a block says something, however short it is: a sentence, a quotation, or the words that open a list. Labels,
 * headlines and links are none. `isHard` asks for more, where a list of headlines is expected.
 */
export function saysSomething(text: string, { isHard = false } = {}): boolean {
  if (!/\S\s+\S/u.test(text) && !/\p{Lo}/u.test(text)) return false;
  if (isHard) return endsWithStop(text);
  if (hasQuotation(text)) return true;
  // Names and slogans have a full stop too, but hardly a small letter behind their first word.
  const isLoud = /\p{Lu}/u.test(text) && !/\s[^\p{L}]*\p{Ll}/u.test(text);
  return (endsLikeSentence(text) || /["”»’':：]$/u.test(text)) && (!isLoud || /\S\s+\S+\s+\S/u.test(text));
}

function speakerOf(text: string): string | null {
  return turn.exec(text)?.groups?.speaker ?? null;
}

function isCapital(speaker: string): boolean {
  return /\p{Lu}/u.test(speaker) && speaker === speaker.toUpperCase();
}
