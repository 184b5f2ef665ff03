import { rootOf, speakingAs } from "@/lib/sources/merged";
import { normaliseName, normaliseWords } from "@/lib/sources/normalise-name";
import type { SourceKind, SourceView } from "@/lib/sources/schema";
import { bare } from "@/lib/text/bare";
import type { Span } from "@/lib/text/offsets";
import {
  bodyOrPerson,
  documentHeads,
  isFirstName,
  isMediaName,
  isNameParticle,
  isOrganisationName,
  isPersonNoun,
  organisationHeads,
  titles,
} from "./detect/names";

/** How near a source is to the passage: named beside it, used in this article, or only known to the workspace. */
type Nearness = "paragraph" | "article" | "workspace";

/** One line to choose from: a source that exists, or one that choosing it would make. */
export type SourceOption =
  | { type: "known"; source: SourceView; names: string[]; nearness: Nearness }
  | { type: "new"; name: string; kind: SourceKind; nearness: Nearness | null };

/** Where the text names somebody, found by the machine or recorded by a person. */
export type Naming = Span & { name: string; kind: SourceKind; sourceId: string | null };

type Given = {
  query: string;
  /** The block that the passage stands in. */
  paragraph: Span;
  /** Sources of this article, and those that the workspace's search has found. */
  sources: readonly SourceView[];
  usedHere: ReadonlySet<string>;
  namings: readonly Naming[];
};

const order: Nearness[] = ["paragraph", "article", "workspace"];

/**
 * The sources to choose from for a passage, the most likely first: those of its own paragraph, then of its article,
 * then of the workspace; among equals those that are named most. What the text names and nobody has recorded yet is
 * offered to be made. With a query, only names that hold all its words but the titles it begins with: those in which they
 * begin words first ("od" is "Oduya" rather than "Somebody"), those that hold the titles too before the others, and the
 * query itself as a new name at the end. Sources that exist come before those that would be made, but one whom this
 * article names comes before a namesake of another one.
 */
export function rankSources({ query, paragraph, sources, usedHere, namings }: Given): SourceOption[] {
  const byId = new Map(sources.map((one) => [one.id, one]));
  const counts = new Map<string, number>();
  const near = new Set<string>();
  for (const { start, end, sourceId, name } of namings) {
    const key = sourceId ? rootOf(sourceId, byId) : normaliseName(name);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (start < paragraph.end && end > paragraph.start) near.add(key);
  }
  const roots = new Set([...usedHere].map((id) => rootOf(id, byId)));
  const nearnessOf = (key: string): Nearness =>
    near.has(key) ? "paragraph" : roots.has(key) ? "article" : "workspace";
  // Whoever bears the whole name that stands in the paragraph is named there, recorded or not.
  const isNamedNear = (names: readonly string[]) =>
    names.map(normaliseName).some((name) => name.includes(" ") && near.has(name));
  const known = sources
    .filter((one) => one.mergedInto === null)
    .map((source) => {
      const names = namesOf(source, sources);
      const nearness = isNamedNear(names) ? ("paragraph" as const) : nearnessOf(source.id);
      return { type: "known" as const, source, names, nearness };
    });
  const taken = new Set(known.flatMap((one) => one.names.map(normaliseName)));
  const wanted = query.trim();
  const plain = withoutTitles(wanted);
  const options: SourceOption[] = [...known, ...unrecorded(namings, taken, near)]
    .filter((option) => holds(option, plain))
    .sort(
      (a, b) =>
        Number(opensWords(b, plain)) - Number(opensWords(a, plain)) ||
        (wanted === "" ? 0 : standingOf(a, plain) - standingOf(b, plain)) ||
        (plain === wanted ? 0 : Number(holds(b, wanted)) - Number(holds(a, wanted))) ||
        order.indexOf(a.nearness ?? "workspace") - order.indexOf(b.nearness ?? "workspace") ||
        startsWith(b, wanted) - startsWith(a, wanted) ||
        (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0) ||
        a.type.localeCompare(b.type) ||
        nameOf(a).localeCompare(nameOf(b)),
    );
  if (wanted && !options.some((one) => isExactly(one, wanted))) {
    options.push({ type: "new", name: wanted, kind: guessKind(wanted), nearness: null });
  }
  return options;
}

/** What a query finds, in four: sources of this article, whole names in it, sources of others, the rest. */
function standingOf(option: SourceOption, query: string): number {
  if (option.type === "known") return option.nearness === "workspace" ? 2 : 0;
  return opensWords(option, query) && normaliseName(option.name).includes(" ") ? 1 : 3;
}

function namesOf(source: SourceView, sources: readonly SourceView[]): string[] {
  return [
    ...new Set(
      speakingAs(source.id, sources).flatMap((one) => [one.name, ...one.aliases.map((alias) => alias.text)]),
    ),
  ];
}

/** Names that the text gives and nobody has made a source of, each once. */
function unrecorded(namings: readonly Naming[], taken: ReadonlySet<string>, near: ReadonlySet<string>) {
  const found = new Map<string, { type: "new"; name: string; kind: SourceKind; nearness: Nearness }>();
  for (const { name, kind, sourceId } of namings) {
    const key = normaliseName(name);
    if (sourceId || !key || taken.has(key) || found.has(key)) continue;
    found.set(key, { type: "new", name, kind, nearness: near.has(key) ? "paragraph" : "article" });
  }
  return [...found.values()];
}

function holds(option: SourceOption, query: string): boolean {
  return eachWord(query, option, (name, word) => normaliseWords(name).includes(word));
}

/** Whether each word of the query begins one of the names' words, also behind a hyphen or an apostrophe in it. */
function opensWords(option: SourceOption, query: string): boolean {
  return eachWord(query, option, (name, word) =>
    [name, name.replace(/[-'’]/gu, " ")].some((one) => ` ${normaliseWords(one)}`.includes(` ${word}`)),
  );
}

function eachWord(
  query: string,
  option: SourceOption,
  has: (name: string, word: string) => boolean,
): boolean {
  const words = normaliseWords(query).split(" ").filter(Boolean);
  const names = option.type === "known" ? option.names : [option.name];
  return words.every((word) => names.some((name) => has(name, word)));
}

/** The name of a person as it may be known without the titles before it; a title alone and an institution stay whole. */
export function withoutTitles(typed: string): string {
  const words = typed.trim().split(/\s+/u);
  const first = words.findIndex((word) => !titles.has(bare(word)));
  const rest = words.slice(first).join(" ");
  return first > 0 && guessKind(rest) !== "organisation" ? rest : typed.trim();
}

/** Whether this, when it is first, stays so whatever else a search of the workspace still finds for the query. */
export function staysFirst(option: SourceOption, query: string): boolean {
  const isNear = option.type === "known" && option.nearness !== "workspace";
  return isNear && withoutTitles(query) === query.trim() && opensWords(option, query);
}

function startsWith(option: SourceOption, query: string): number {
  return query !== "" && normaliseName(nameOf(option)).startsWith(normaliseName(query)) ? 1 : 0;
}

/** Whether this is one of the option's names, titles and all, whatever its capitals and marks. */
export function isExactly(option: SourceOption, query: string): boolean {
  const names = option.type === "known" ? option.names : [option.name];
  const wanted = query.trim();
  const words = normaliseWords(wanted);
  return names.some((name) => (words === "" ? name === wanted : normaliseWords(name) === words));
}

/**
 * Whether what was typed may mean several of these and is the whole name of no single one: only a person can tell which.
 * What choosing would make of the query itself is none of them.
 */
export function isAmbiguous(options: readonly SourceOption[], query: string): boolean {
  const plain = withoutTitles(query);
  if (plain === "") return false;
  const named = options.filter((one) => one.nearness !== null);
  const [closest] = [
    named.filter((one) => isExactly(one, query)),
    named.filter((one) => opensWords(one, plain)),
    named,
  ].filter((some) => some.length > 0);
  return closest !== undefined && closest.length > 1;
}

function nameOf(option: SourceOption): string {
  return option.type === "known" ? option.source.name : option.name;
}

function keyOf(option: SourceOption): string {
  return option.type === "known" ? option.source.id : normaliseName(option.name);
}

const organisations =
  /\b(?:ministry|department|government|office|agency|university|institute|company|council|court|police|party|union|bank|commission|committee|association|authority|inc|ltd|corp|group|news|times|post|bbc|afp|reuters|marine|maritime|shipping|holding|holdings|plc|llc|llp|gmbh|ag|asa|oy|co|partners|capital|ventures|enterprises|solutions|logistics|trading|consulting|construction|engineering|foods|motors|airlines|college|school|academy|hospital|clinic|museum|church|parliament|senate|congress|bureau|board|federation|foundation|trust|corps|society|charity|club|league|press|tribune|herald|gazette|courier)\b/iu;
const documents =
  /\b(?:report|study|letter|memo|document|documents|filing|statement|survey|poll|log|book|diary|audit)\b/iu;

/** What kind of source a name is likely to be; a person can change it. One strange word tells nothing. */
export function guessKind(typed: string): SourceKind {
  const name = typed.trim();
  if (description.test(name)) return kindOfDescription(name);
  const words = name.split(/\s+/u);
  if (isPaper(name)) return "document";
  // A name in what tells them apart, "of Lund", is no name of theirs.
  if (description.test(coreOf(name))) return kindOfDescription(name);
  const [first = "", ...behind] = words;
  const mayBeFirstName = behind.length > 0 && firstNamesToo.test(first);
  const telling = mayBeFirstName ? behind : words;
  const told = telling.join(" ");
  const known = bodyOrPerson(words);
  if (known) return known;
  if (isTitled(words)) return "person";
  if (organisations.test(told)) return "organisation";
  if (documents.test(name)) return "document";
  if (isOrganisationName(telling) || isMediaName(told)) return "organisation";
  if (mayBeFirstName) return isRestOfAPerson(behind) ? "person" : "unknown";
  return words.length > 1 || isFirstName(name) ? "person" : "unknown";
}

const paperAtEnd = new RegExp(`(?<!\\b(?:of|for|and)\\s)${documents.source}$`, "iu");
const restOfPaper = /\s(?:of|in|at|for|from|with|to|on|by|about|seen|sent|signed|written|published)\s.*$/su;

/** Whether the name is that of a paper, whoever wrote it: "Letter of the flood agency", "Harbour Council audit". */
function isPaper(name: string): boolean {
  return paperAtEnd.test(name) || paperAtEnd.test(name.replace(restOfPaper, ""));
}

/** Whether a person's name stands behind what they are: "Water Minister Helena Drax", not "General Motors Company". */
function isTitled(words: readonly string[]): boolean {
  const name = words.slice(
    words.findLastIndex((word) => titles.has(bare(word)) || isPersonNoun(bare(word))) + 1,
  );
  if (name.length === words.length || name.length < 2) return false;
  const isInstitution = organisations.test(name.join(" ")) || isOrganisationName([...name]);
  return !isInstitution && name.every((word) => /^\p{Lu}/u.test(word) || isNameParticle(word));
}

/** Small letters throughout: not a name but a description, of several people or of one. */
const description = /^[\p{Ll}\s’'-]+$/u;
/** Where what somebody is has been said, and whose or which they are begins. */
const detail =
  /\s(?:of|in|at|for|from|with|within|to|on|by|near|inside|behind|who|that|familiar|close|briefed)\s.*$/su;
const coreOf = (name: string) => name.replace(detail, "");
const people =
  /(?:[^s]s|people|men|women|children)$|^(?:staff|crew|personnel|some|many|several|few|most|both|all)$/u;
/** "a former marine" and "his partners" are no companies, "norgrave marine" may be one. */
const noCompany = /^(?:an?|the|one|two|some|its|their|his|her)\s.*\b(?:marine|partners)$/u;

/** What the description is about tells, not what else it names: "church members" and "staff at a hospital" are people. */
function kindOfDescription(name: string): SourceKind {
  const core = coreOf(name);
  const head = /[^\s-]*$/u.exec(core)?.[0] ?? "";
  const isBody = organisations.test(head) || organisationHeads.has(head);
  if (isBody && !noCompany.test(core)) return "organisation";
  if (documents.test(head) || documentHeads.has(head)) return "document";
  return people.test(head) ? "anonymousGroup" : "anonymousPerson";
}

/** Words of institutions that are first names or titles where a name begins with them. */
const firstNamesToo = /^(?:marine|co|ag)$/iu;

/** "Marine Le Pen" and "Marine Anne Lund" are people's; "Marine Harvest" may be a company's. */
function isRestOfAPerson([next = ""]: readonly string[]): boolean {
  return isNameParticle(bare(next)) || isFirstName(next);
}
