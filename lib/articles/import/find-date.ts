const monthNames: string[] = [
  "january|jan|januar|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|января|янв|січня",
  "february|feb|februar|février|févr|febrero|febbraio|febb|fevereiro|fev|februari|февраля|фев|лютого",
  "march|mar|märz|mär|mrz|mars|marzo|março|maart|mrt|марта|мар|березня",
  "april|apr|avril|avr|abril|abr|aprile|апреля|апр|квітня",
  "may|mai|mayo|maggio|mag|maio|mei|мая|травня",
  "june|jun|juni|juin|junio|giugno|giu|junho|июня|июн|червня",
  "july|jul|juli|juillet|juil|julio|luglio|lug|julho|июля|июл|липня",
  "august|aug|août|agosto|ago|augustus|августа|авг|серпня",
  "september|sep|sept|septembre|septiembre|settembre|sett|set|setembro|сентября|сен|вересня",
  "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|октября|окт|жовтня",
  "november|nov|novembre|noviembre|novembro|ноября|ноя|листопада",
  "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|декабря|дек|грудня",
];

const anyMonth = monthNames.join("|");
const year = "(?<year>(?:19|20)\\d{2})";
const edge = "(?![\\p{L}\\p{N}])";
const start = "(?<![\\p{L}\\p{N}])";

const patterns = [
  new RegExp(`${start}${year}-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)`, "iu"),
  new RegExp(
    `${start}(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?\\s+(?:of\\s+|de\\s+)?(?<name>${anyMonth})\\.?,?\\s+(?:de\\s+|del\\s+)?${year}${edge}`,
    "iu",
  ),
  new RegExp(
    `${start}(?<name>${anyMonth})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}${edge}`,
    "iu",
  ),
  /(?<!\d)(?<year>(?:19|20)\d{2})年\s?(?<month>\d{1,2})月\s?(?<day>\d{1,2})日/u,
  new RegExp(`${start}(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${year}${edge}`, "iu"),
  new RegExp(`${start}(?<first>\\d{1,2})/(?<second>\\d{1,2})/${year}${edge}`, "iu"),
];

type FoundDate = { value: string; start: number; end: number };

/**
 * The first full calendar date in a line, as yyyy-mm-dd, with its place. Needs day, month and year; a date such
 * as 05/06/2024, which means two days in two countries, is not taken.
 */
export function findDate(text: string): FoundDate | null {
  const found = patterns
    .map((pattern) => pattern.exec(text))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index);
  for (const match of found) {
    const value = toCalendarDay(match.groups ?? {});
    if (value) return { value, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const daysOnly = [
  new RegExp(
    `${start}(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?\\s+(?:of\\s+|de\\s+)?(?:${anyMonth})${edge}`,
    "iu",
  ),
  new RegExp(`${start}(?:${anyMonth})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?${edge}(?!:)`, "iu"),
];

/** The day and month of a line that gives no full date, in its own words; null where it gives none, or the year too. */
export function findDayAndMonth(text: string): string | null {
  if (findDate(text)) return null;
  const found = daysOnly.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const day = Number(found?.groups?.day);
  return found && day >= 1 && day <= 31 ? found[0] : null;
}

/** Whether a line begins with a full date: then "18." at its start is a day and no number in a list. */
export function startsWithDate(line: string): boolean {
  return findDate(line.slice(0, 40))?.start === 0;
}

/**
 * Whether a line is there for its date: "Tuesday, 3 May 2024, 10:15", "Berlin, 3. Mai 2024". A sentence or a headline
 * that tells of a day is no such line.
 */
export function isDateLine(line: string): boolean {
  const found = line.length <= 160 ? findDate(line) : null;
  if (!found) return false;
  const before = line.slice(0, found.start).match(/[\p{L}\p{M}]+/gu) ?? [];
  const after = line.slice(found.end).trim();
  const isName = (word: string) => word.length <= 3 || !/^\p{Ll}/u.test(word);
  const goesOn =
    /^\p{Ll}/u.test(after) && !/^(?:at|um|à|a|kl|ore|alle|om|в|о|г|р|by|von|par|uhr)(?!\p{L})/u.test(after);
  const isEnded = !/[.!?…]["'”’»)]*$/u.test(line) || /(?:г|р|p\.m|a\.m)\.$/u.test(line);
  return before.length <= 4 && before.every(isName) && !goesOn && isEnded && after.split(/\s+/u).length <= 10;
}

function toCalendarDay(parts: Record<string, string | undefined>): string | null {
  let day = Number(parts.day);
  let month = parts.name ? monthOf(parts.name) : Number(parts.month);
  if (parts.first && parts.second) {
    const [first, second] = [Number(parts.first), Number(parts.second)];
    if (first <= 12 && second <= 12 && first !== second) return null;
    day = Math.max(first, second);
    month = Math.min(first, second);
  }
  const fullYear = Number(parts.year);
  const date = new Date(Date.UTC(fullYear, month - 1, day));
  const isReal =
    date.getUTCFullYear() === fullYear && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function monthOf(name: string): number {
  return monthNames.findIndex((names) => names.split("|").includes(name.toLowerCase())) + 1;
}
