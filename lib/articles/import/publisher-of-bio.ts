import { isNationWord } from "@/lib/sources/nations";
import { sentencesAround } from "@/lib/text/sentences";
import { isSurelyHouse } from "./recognise-house";
import { withoutArticle } from "./recognise-names";

const part = "\\p{Lu}[\\p{L}\\d&'’.-]*";
const name = `(?<name>(?:[Tt]he\\s+|[Ee]l\\s+|[Ll][ae]\\s+)?${part}(?:\\s(?:of\\s)?${part}){0,5})`;
const job =
  "(?:reporter|correspondent|journalist|writer|editor|columnist|[Rr]edakteur(?:in)?|[Kk]orrespondent(?:in)?|journaliste|periodista|corresponsal|giornalista)";

const works = new RegExp(
  `(?<!\\p{L})(?:${job}|covers|writes|reports|covering|writing|reporting|berichtet|schreibt)(?!\\p{L})`,
  "iu",
);
/** For whom somebody worked, or works besides, need not be who publishes this. */
const elsewhere =
  /(?<!\p{L})(?:former(?:ly)?|previously|once|also|was|were|worked|wrote|spent|left|joined|ehemalig\p{L}*|früher\p{L}*)(?!\p{L})|(?<!\p{L})(?:has|have|had) (?:\p{Ll}+ )?\p{Ll}+(?:ed|en)(?!\p{L})/iu;

/** "a New York Times bestselling writer" has sold books. */
const books = /best-?selling/iu;

const behind = new RegExp(`(?<=(?<before>\\p{L}+)\\s)(?<word>for|at|with)\\s${name}`, "gu");
/** In other languages, and behind "of", what follows may as well be where somebody is from, or a book. */
const behindJob = new RegExp(
  `(?<!\\p{L})${job}\\s+(?:of|bei|beim|der|au|à|de|del|di|per)\\s+${name}(?<rest>.*)$`,
  "u",
);
const before = new RegExp(
  `(?<!\\p{L})is (?:an?|the) (?:[\\p{Ll}-]+\\s+)*${name}\\s+(?:[\\p{Ll}-]+\\s+){0,5}${job}(?!\\p{L})`,
  "u",
);

/**
 * The publisher that a note about an author names ("covers courts for The Daily Ledger"), only where it is sure: what
 * somebody covers is named as a publisher is, and a wrong one is worse than none.
 */
export function publisherOfBio(text: string): string | null {
  const line = text.replace(/\s+/gu, " ");
  const houses = sentencesAround(line, 0, "en")
    .map(({ start, end }) => line.slice(start, end))
    .filter((sentence) => works.test(sentence) && !elsewhere.test(sentence) && !books.test(sentence))
    .flatMap(housesIn);
  const [first] = houses;
  return first && houses.every((one) => one === first) ? first : null;
}

/** The houses that a sentence names as somebody's; none where what it names last may be what they cover. */
function housesIn(sentence: string): string[] {
  const places = placesIn(sentence);
  const last = places.at(-1);
  if (last && houseAt(last) === null) return [];
  const found = [
    ...places.map(houseAt),
    houseOf(behindJob.exec(sentence)?.groups),
    houseOf(before.exec(sentence)?.groups),
  ];
  return found.flatMap((one) => one ?? []);
}

type Found = Record<string, string>;

/** Every "for", "at" and "with" before a name. */
function placesIn(sentence: string): Found[] {
  return Array.from(sentence.matchAll(behind), (match) => ({
    ...match.groups,
    rest: sentence.slice(match.index + match[0].length),
  }));
}

const seeksOrServes =
  /^(?:race|fight|search|hunt|campaign|bid|vote|battle|quest|case|market|demand|need|push|calls?|support|care|funding|aid|struggle|war|plans?|candidates?|work|works|love|passion|affection|enthusiasm|admiration|obsession|weakness|spot|preparations?)$/u;
const noHouse =
  /(?<!\p{L})(?:house|court|senate|congress|parliament|commission|council|ministry|minister|department|office|union|nations|hague|vatican|kremlin|pentagon|treasury|government|party|bank|foundation|institute|university|college|school|agency|association|society|netherlands|bahamas|gambia|bronx|ashes|olympics|cup|world|states|kingdom|east|west|north|south|europe|africa|asia|america)(?!\p{L})/iu;

function houseAt(found: Found): string | null {
  const { before = "", word, name = "" } = found;
  const sure = houseOf(found);
  if (sure || word !== "for" || namesMore(found) || isNoHouse(name)) return sure;
  const isCalledThe = /^The\s/u.test(name) && !/['’]/u.test(name) && !seeksOrServes.test(before);
  const isReporters = /^(?:reporter|journalist|writer|columnist)$/u.test(before) && endsThere(found);
  return isCalledThe || isReporters ? withoutArticle(name) : null;
}

/** The house of a name that is surely one's: itself, or in "The Daily Ledger’s Berlin" what stands before the genitive. */
function houseOf(found: Found | undefined): string | null {
  if (!found || namesMore(found)) return null;
  const { name = "" } = found;
  const owner = /^(?<owner>.*?)['’]s?(?:\s|$)/u.exec(name)?.groups?.owner ?? "";
  const sure = [name, owner].find((one) => isSurelyHouse(one.replace(/[.,]+$/u, "")));
  return sure === undefined ? null : withoutArticle(sure);
}

function isNoHouse(name: string): boolean {
  return noHouse.test(name) || name.split(/\s+/u).some(isNationWord);
}

/** Whether a second name stands beside it: then nobody knows which of the two. */
function namesMore({ rest = "" }: Found): boolean {
  return /^,?\s(?:(?:and|or|&)\s)?(?:[Tt]he\s)?\p{Lu}|^,?\sand others/u.test(rest);
}

function endsThere({ rest = "" }: Found): boolean {
  return /^(?:$|[.,;:)]|\s(?:in|from|since|based|covering|and|who|where|on)(?!\p{L}))/u.test(rest);
}
