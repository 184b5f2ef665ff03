const particle = "(?:de|da|di|do|dos|du|del|della|von|van|der|den|la|le|el|al|bin|ibn|af|ter|zu)";
const namePart = "\\p{Lu}[\\p{L}.'’-]*";
/** Two to five capitalised words, particles such as "von" between them. Needs the flag u. */
export const fullName = `${namePart}(?:\\s+${particle})*(?:\\s+${namePart}){1,4}`;
const anyName = `${namePart}(?:(?:\\s+${particle})*\\s+${namePart}){0,4}`;
const and =
  "\\s*(?:,|&|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b|\\ben\\b|\\boch\\b|(?<=\\s)и(?=\\s)|(?<=\\s)та(?=\\s)|(?<=\\s)і(?=\\s))\\s*";

const bylineWord =
  "(?:written by|story by|words by|words|reporting by|report by|interview by|analysis by|by|von|texte? de|texte|text|texto de|texto|testo di|par|por|di|door|av|af|propos recueillis par|автори|автор|авторы|текст)";
const byline = new RegExp(`^(?:${bylineWord})\\s*:?\\s+(?<names>${anyName}(?:${and}${anyName})*)`, "iu");
const capitalByline = new RegExp(
  `^\\S+(?:\\s+by|\\s+de|\\s+di|\\s+recueillis\\s+par)?\\s*:?\\s+${namePart}`,
  "u",
);
const onlyName = new RegExp(`^${fullName}(?:${and}${fullName})*$`, "u");
// What names what was written, and by its colon who wrote it: "Interview: Tom Hessel".
const label =
  /^(?:interview|reportage|report|story|analysis|analyse|essay|comment|kommentar|bericht|recherche|protokoll|gespräch|author|autor(?:in)?|auteure?|autore|autrice|entretien|entrevista|intervista|интервью|материал подготовила?)\s?:\s+(?<names>\S.*)$/iu;

const house =
  /^(?:observer|times|post|news|press|journal|herald|tribune|gazette|wire|guardian|ledger|chronicle|mail|daily|review|magazine|radio|tv|telegraph|express|independent|weekly|online|media|network|agency|zeitung|nachrichten|presse|kurier|tagblatt|agentur|agence|monde)$/iu;
const job =
  /^(?:staff|reporters?|writers?|correspondents?|editors?|contributors?|newsroom|desk|team|agenc(?:y|ies)|services?|admin|administrator|redaktion|redakteure|mitarbeiter|rédaction|redacción|redazione|redactie|redakcja|redaksjonen|редакция|редакції|корреспондент)$/iu;
const noPerson =
  /^(?:the|our|a|an|own|special|associated|press|association|guest|news|wire|editorial|board|foreign|political|afp|ap|reuters|dpa|efe|ansa|tass|тасс|xinhua|bloomberg|epa|anadolu|belga|anp|lusa|aap)$/iu;

// Cities of two words look like a second author's name.
const cities = new Set(
  "new york|los angeles|san francisco|san diego|las vegas|washington dc|washington d.c.|mexico city|rio de janeiro|são paulo|sao paulo|buenos aires|tel aviv|hong kong|new delhi|kuala lumpur|abu dhabi|addis ababa|cape town|the hague|den haag|st petersburg|st. petersburg|saint petersburg|frankfurt am main|phnom penh|san juan|santa fe|port louis|guatemala city|panama city|ho chi minh city".split(
    "|",
  ),
);

/** What a line such as "By Ana Ruiz for The Harbour Post | Politics" tells: the authors, joined by commas, and their house. */
export type Byline = { names: string; house: string | null };

/** Reads a line that tells who wrote the article; null when it is none. `names` is empty when it names no person. */
export function readByline(line: string): Byline | null {
  for (const part of line.split(/\s+[|•·–—]\s+|(?<=\p{Ll}{2})[.;]\s+/u)) {
    const names = namesOf(part.replace(/^[*_(\s]+/u, ""));
    if (names) return { names: tidyNames(names), house: houseOf(part, names) };
  }
  return null;
}

function namesOf(part: string): string | null {
  const labelled = label.exec(part)?.groups?.names;
  if (labelled && isOnlyNames(labelled) && !/^(?:the|der|die|le|la|el)\s/iu.test(labelled)) return labelled;
  // The flag i of the byline's word would let names start with a small letter.
  return capitalByline.test(part) ? (byline.exec(part)?.groups?.names ?? null) : null;
}

function houseOf(part: string, names: string): string | null {
  const named = new RegExp(
    `\\s(?:[Ff]or|FOR|für|pour)\\s+(?<house>(?:[Tt]he\\s+)?${namePart}(?:\\s+${namePart}){0,3})`,
    "u",
  );
  const found = named.exec(part)?.groups?.house;
  if (found) return withoutArticle(found);
  const last = names.split(",").at(-1)?.trim() ?? "";
  return names.includes(",") && isHouse(last) ? withoutArticle(last) : null;
}

/** The house that a line about author or day names in a part of its own: "The Harbour Post · 3 March". */
export function houseIn(line: string): string | null {
  const parts = line.split(/\s*[|•·]\s*|\s+[–—]\s+|,\s+/u).map((part) => part.trim());
  const isName = new RegExp(`^(?:the\\s+)?${anyName}$`, "u");
  // "By Anna Post" names a person.
  const found = parts.find((part) => isName.test(part) && isHouse(part) && !readByline(part));
  return found ? withoutArticle(found) : null;
}

/** A publisher's name as it is called: in "at the Harbour Post" the article is the sentence's. */
export function withoutArticle(name: string): string {
  return name.replace(/^(?:the|der|die|das|la|le|il|el|de)\s+/u, "").replace(/[.,]+$/u, "");
}

/** Whether a line holds only one or more people's full names. */
export function isOnlyNames(line: string): boolean {
  return line.length <= 80 && onlyName.test(line);
}

/** "Ana Ruiz, Tom Hall and Li Wei, Beirut" as "Ana Ruiz, Tom Hall, Li Wei": people only, without places and houses. */
export function tidyNames(names: string): string {
  const parts = names.split(new RegExp(`(${and})`, "u"));
  const people: string[] = [];
  parts.forEach((part, index) => {
    if (index % 2 === 1) return;
    const name = capitalised(part)
      .trim()
      .replace(/[,;]+$|(?<=\p{Ll}{2})\.$/gu, "");
    const isAside = parts[index - 1]?.includes(",") && people.length > 0 && isPlaceOrHouse(name);
    if (name !== "" && !isAside && isPerson(name)) people.push(name);
  });
  return people.join(", ");
}

/** The author that a line names which a person calls the byline; empty when it is there for the day, or too long. */
export function authorOfLine(line: string): string {
  const read = readByline(line);
  if (read) return read.names;
  if (isOnlyNames(line)) return tidyNames(line);
  return /\d/u.test(line) || line.split(/\s+/u).length > 5 ? "" : line.trim();
}

/** Whether a name may be a person's: "Staff Reporter" and "Reuters" are none. */
export function isPerson(name: string): boolean {
  const words = name.split(/\s+/u);
  return !job.test(words.at(-1) ?? "") && !words.every((word) => noPerson.test(word) || job.test(word));
}

function isPlaceOrHouse(name: string): boolean {
  return !/\s/u.test(name) || cities.has(name.toLowerCase()) || isHouse(name);
}

function isHouse(name: string): boolean {
  return /\s/u.test(name) && name.split(/\s+/u).some((word) => house.test(word));
}

const goesOn = "(?:for|in|at|from|with|special|to|on|the|reports?|für|aus|pour|avec|à|para|desde|con|per)";
const after = new RegExp(`\\s+${goesOn}(?:\\s.*)?$`, "isu");

/** The capitalised beginning of a name that was matched without regard to case. */
function capitalised(name: string): string {
  return new RegExp(`^${anyName}`, "u").exec(name.trim().replace(after, ""))?.[0] ?? "";
}
