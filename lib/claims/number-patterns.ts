import {
  changeWords,
  dayNames,
  monthNames,
  scaleWords,
  smallNumbers,
  teenNumbers,
  tensNumbers,
} from "@/lib/attributions/detect/claims";
import type { NumberKind } from "./row-schema";

// Patterns of quantities and dates in English, built from the word lists by which suggestions know a claim. Numerals
// are found in every language.

/** Not inside a word or number, nor the number of a name: "COVID-19", "F-16", "MH17". */
const before = "(?<![\\p{L}\\p{N}.,'’]|\\p{Lu}\\p{L}*[-‑])(?<!\\p{N}[.,:/])";
const after = "(?![\\p{L}\\p{N}])";

const small = `(?:one|${smallNumbers})`;
const spelled = `(?:(?:${tensNumbers})(?:[-‑ ]${small})?|${teenNumbers}|${small})`;
const numeral = "(?:\\p{Nd}{1,3}(?:[,\\u00a0\\u202f]\\p{Nd}{3})+(?:\\.\\p{Nd}+)?|\\p{Nd}+(?:[.,]\\p{Nd}+)?)";
const short = "(?:k|m|mn|bn|tn)";
const scaled = `(?:[ \\u00a0-](?:${scaleWords}))+`;
/** "12,000", "1.5 million", "two dozen", "three hundred and forty", "hundreds of thousands", "a few thousand". */
const amount = `(?:${numeral}(?:${scaled}|\\u00a0?${short}${after})?|${spelled}${scaled}(?: and ${spelled})?|(?:(?:a|several|a few|many|half a|tens of|scores of) )?(?:${scaleWords})(?: of (?:${scaleWords}))?|(?:${tensNumbers})[-‑ ]${small}|${tensNumbers}|${teenNumbers}|${smallNumbers})`;
const about =
  "(?:(?:more than|fewer than|less than|no more than|no fewer than|at least|at most|as many as|up to|about|around|nearly|almost|roughly|approximately|an estimated|some|over|under) )?";
const sign = "(?:US|C|A|HK)?[$€£¥₽₴]";
const coins =
  "(?:dollars?|euros?|pounds?|sterling|roubles?|rubles?|crowns?|kron(?:or|er)|yen|yuan|francs?|hryvnias?|rupees?|cents|pence|USD|EUR|GBP)";
const money = `(?:${sign} ?${amount}|${amount} ${coins})`;
const percentage = `${amount}(?: ?%|[ -](?:percent|per cent|percentage points?))`;
const to = "(?: ?[–—-] ?| to )";

const year = "(?:1[5-9]\\p{Nd}\\p{Nd}|20\\p{Nd}\\p{Nd})";
const capital = (names: string) =>
  names.replace(/(^|\|)(\p{L})/gu, (_, bar, letter) => bar + letter.toUpperCase());
const day = `(?:${capital(dayNames)})`;
const month = `(?:${capital(monthNames)}|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)`;
/** Months that are no other word; March and May need something beside them. */
const clearMonth = `(?:${capital(monthNames).replace("March|", "").replace("May|", "")})`;
const dayNumber = "(?:[12]\\p{Nd}|3[01]|[1-9])(?:st|nd|rd|th)?";
const days = `${dayNumber}(?:(?:${to}| and )${dayNumber})?`;
const span =
  "(?:minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))";
const some = `(?:${amount}|an?|one|several|a few|some|many|a couple of|the)`;

const ordinals = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth";

type Pattern = { kind: NumberKind; pattern: RegExp };

function pattern(kind: NumberKind, source: string, flags = "giu"): Pattern {
  return { kind, pattern: new RegExp(`${before}(?:${source})${after}`, flags) };
}

/** In the order in which they win where two find equally long words. Names of days and months keep their capitals. */
export const numberPatterns: Pattern[] = [
  pattern(
    "relative",
    `yesterday|today|tomorrow|tonight|(?:(?:earlier|later) )?(?:this|last|next|the (?:last|past|next|previous|coming|following|same)) (?:${some} )?(?:morning|afternoon|evening|spring|summer|autumn|winter|${span})|(?:in|over) (?:recent|the (?:last|past|coming|next)) (?:${some} )?${span}|in recent ${span}|${about}${some} ${span} (?:ago|earlier|later|before|from now)|the (?:day|night|week|month|year) (?:before|after)`,
  ),
  pattern("relative", `(?:[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast) (?:${day}|${month})`, "gu"),
  pattern(
    "date",
    `(?:${day},? )?${days}(?: of)? ${month}(?:,? ${year})?|(?:${day},? )?${month} ${days}(?:,? ${year})?(?!\\p{Nd})|(?:(?:early|late|mid)[- ])?${month},? (?:of )?${year}|(?<=(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|[Ee]arly|[Ll]ate|[Mm]id) |mid-)(?:March|May)|${clearMonth}|${day}`,
    "gu",
  ),
  pattern(
    "date",
    `${year}-\\p{Nd}\\p{Nd}-\\p{Nd}\\p{Nd}|\\p{Nd}{1,2}[./]\\p{Nd}{1,2}[./](?:${year}|\\p{Nd}{2})|(?:from )?${year}(?:–|—|-|/| to )(?:${year}|\\p{Nd}{2})|(?:spring|summer|autumn|fall|winter)(?: of)? ${year}|(?:the )?(?:(?:early|late|mid)[- ])?${year}s|(?:(?:early|late|mid)[- ])?${year}|(?:the )?\\p{Nd}{1,2}(?:st|nd|rd|th) century|\\p{Nd}{1,2}(?:[:.]\\p{Nd}{2})? ?[ap]\\.?m\\.?|(?:[01]?\\p{Nd}|2[0-3]):[0-5]\\p{Nd}`,
  ),
  pattern("percentage", `${about}${percentage}`),
  pattern("money", `${about}${money}`),
  pattern(
    "range",
    [
      [money, money],
      [percentage, percentage],
      [amount, `(?:${percentage}|${money}|${amount})`],
    ]
      .map(([low, high]) => `(?:from )?${low}${to}${high}|between ${low} and ${high}`)
      .join("|"),
  ),
  pattern(
    "ordinal",
    `(?:first|${ordinals}|\\p{Nd}+(?:st|nd|rd|th))[- ](?:time|(?:consecutive|straight|successive)(?: ${span})?|${span}(?: in a row| running)?|largest|biggest|smallest|highest|lowest|most|place|victim|attack|wave|round|term)|\\p{Nd}+(?:st|nd|rd|th)`,
  ),
  pattern(
    "number",
    `${about}(?:(?:one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?|(?:an?|the) (?:half|third|quarter|fifth|tenth|majority|minority)(?= of)|(?:one|${smallNumbers}|${teenNumbers}) (?:in|out of) (?:every )?(?:${smallNumbers}|${teenNumbers}|${numeral})|${amount}(?:[ -]${span})?(?:-olds?)?|half|record (?:numbers?|highs?|lows?|levels?|amounts?|sums?|rates?|years?)|most(?= of)|${changeWords})`,
  ),
];

/** What holds numerals that count nothing: addresses, telephone numbers, marks of footnotes. */
export const noNumbers =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\p{L}+|\b[\p{L}\d-]+\.(?:com|org|net|co|gov|info|ru|de|uk)\b\S*|\[\d+\]|\+\p{Nd}[\p{Nd} ()-]{6,}\p{Nd}|\(\p{Nd}{2,5}\) ?\p{Nd}[\p{Nd} -]{4,}\p{Nd}|\b\p{Nd}{3,5}[ -]\p{Nd}{3,4}[ -]\p{Nd}{3,4}\b|[¹²³⁴⁵⁶⁷⁸⁹⁰]+/gu;
