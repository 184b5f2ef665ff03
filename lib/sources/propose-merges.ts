import { groupBy } from "@/lib/group-by";
import { genericWords, isGenericName } from "./generic-name";
import { isAnonymous } from "./is-anonymous";
import { rootOf } from "./merged";
import { nationOf } from "./nations";
import { acronymOf, normaliseName } from "./normalise-name";
import type { MergeReason, SourceView } from "./schema";

/** Two sources that may be one: `source` would speak as `into`. */
export type Proposal = { source: SourceView; into: SourceView; reason: MergeReason };

/** The surest reason first. */
const reasons: MergeReason[] = ["sameName", "acronym", "longerName", "surname", "sameState"];

type Named = { source: SourceView; keys: string[]; isGeneric: boolean };

/**
 * Sources that are likely one and the same, the surest first; each pair once, none that somebody has called distinct.
 * `uses` counts what each of them said: the one that says less is to speak as the other, unless the other's name tells
 * less. Nothing is proposed for the unnamed, nor for two who are both called by what they are: the "officials" of two
 * articles are seldom the same people, nor are two of them called "court" one court.
 */
export function proposeMerges(
  sources: readonly SourceView[],
  uses: ReadonlyMap<string, number> = new Map(),
): Proposal[] {
  const named = namedRoots(sources);
  const found = new Map<string, Proposal>();
  const propose = (reason: MergeReason, one: Named, other: Named) => {
    if (one === other || !mayBeOne(one, other)) return;
    const [source, into] = inOrder(reason, one, other, uses);
    const key = [source.source.id, into.source.id].sort().join(" ");
    if (!found.has(key)) found.set(key, { source: source.source, into: into.source, reason });
  };
  const pairs: [MergeReason, NamedPair[]][] = [
    ["sameName", pairsWithin(groupByAll(named, (one) => one.keys))],
    ["acronym", acronymPairs(named)],
    ["longerName", longerPairs(named)],
    ["surname", surnamePairs(named)],
    ["sameState", statePairs(named)],
  ];
  for (const [reason, found] of pairs) for (const [one, other] of found) propose(reason, one, other);
  return [...found.values()].sort(
    (a, b) =>
      reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
      a.into.name.localeCompare(b.into.name) ||
      a.source.name.localeCompare(b.source.name),
  );
}

function namedRoots(sources: readonly SourceView[]): Named[] {
  const byId = new Map(sources.map((one) => [one.id, one]));
  const speaking = groupBy(sources, (one) => rootOf(one.id, byId));
  return sources
    .filter((one) => one.mergedInto === null && !isAnonymous(one.kind))
    .map((source) => {
      const names = (speaking.get(source.id) ?? []).flatMap((one) => [
        one.name,
        // What an article calls it in passing ("the outlet") tells nothing elsewhere.
        ...one.aliases.filter((alias) => alias.articleId === null).map((alias) => alias.text),
      ]);
      const keys = [...new Set(names.map(normaliseName))].filter(Boolean);
      return { source, keys, isGeneric: isGenericName(source.name) };
    });
}

function mayBeOne(one: Named, other: Named): boolean {
  if (one.isGeneric && other.isGeneric) return false;
  const [a, b] = [one.source, other.source];
  const isKind = a.kind === b.kind || a.kind === "unknown" || b.kind === "unknown";
  return isKind && !a.distinctFrom.includes(b.id) && !b.distinctFrom.includes(a.id);
}

/** The one that is to speak as the other, and that other: the fuller name wins where names differ in what they tell. */
function inOrder(
  reason: MergeReason,
  one: Named,
  other: Named,
  uses: ReadonlyMap<string, number>,
): [Named, Named] {
  const count = ({ source }: Named) => uses.get(source.id) ?? 0;
  const length = ({ source }: Named) => normaliseName(source.name).length;
  const isAboutLength = reason === "acronym" || reason === "surname" || reason === "sameState";
  const sign =
    (isAboutLength ? length(one) - length(other) : 0) ||
    count(one) - count(other) ||
    length(one) - length(other) ||
    other.source.createdAt.localeCompare(one.source.createdAt) ||
    (one.source.id < other.source.id ? 1 : -1);
  return sign < 0 ? [one, other] : [other, one];
}

type NamedPair = [Named, Named];

/** By each of their keys. */
function groupByAll(
  named: readonly Named[],
  keysOf: (one: Named) => readonly string[],
): Map<string, Named[]> {
  const pairs = named.flatMap((one) => [...new Set(keysOf(one))].map((key) => ({ key, one })));
  const groups = groupBy(pairs, (pair) => pair.key);
  return new Map([...groups].map(([key, group]) => [key, group.map((pair) => pair.one)]));
}

/** Each with the first of its group: of many equals, merging them one after the other needs no more. */
function pairsWithin(groups: ReadonlyMap<string, readonly Named[]>): NamedPair[] {
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first ? rest.map((one): NamedPair => [first, one]) : [],
  );
}

/** "MSO" and "Maritime Safety Office". Where two names have the same first letters, it could be either: nothing. */
function acronymPairs(named: readonly Named[]): NamedPair[] {
  const long = groupByAll(named, (one) => one.keys.filter((key) => key.includes(" ")).map(acronymOf));
  return named.flatMap((one) =>
    one.keys
      .filter((key) => /^\p{L}{2,6}$/u.test(key) && isWrittenInCapitals(one, key))
      .flatMap((key) => only(long.get(key)))
      .map((other): NamedPair => [one, other]),
  );
}

function isWrittenInCapitals({ source }: Named, key: string): boolean {
  return [source.name, ...source.aliases.map((one) => one.text)].some(
    (name) => normaliseName(name) === key && /^[\p{Lu}.\s]+$/u.test(name.replace(/^the\s+/iu, "")),
  );
}

/** "Mediazona" and "Mediazona news outlet": the same once words that only tell the kind are left out. */
function longerPairs(named: readonly Named[]): NamedPair[] {
  return pairsWithin(
    groupByAll(
      named.filter((one) => one.source.kind !== "person"),
      (one) =>
        one.keys.flatMap((key) => {
          const core = key.split(" ").filter((word) => !genericWords.has(word));
          // "UK government" is more than "UK" with a word about its kind; see `statePairs`.
          return core.length > 0 && !(core.length === 1 && nationOf(core)) ? [core.join(" ")] : [];
        }),
    ),
  );
}

/** A surname that more people than this share tells nothing about who is meant. */
const mostOfASurname = 20;

/** "Kallas" or "K. Kallas" and "Kaja Kallas". Where two people share the surname, it could be either: nothing. */
function surnamePairs(named: readonly Named[]): NamedPair[] {
  const people = named.filter((one) => one.source.kind === "person");
  const full = groupByAll(people, (one) => one.keys.filter((key) => !isShort(key)).map(lastWordOf));
  const short = groupByAll(named, (one) => one.keys.filter(isShort));
  return [...short].flatMap(([key, called]) => {
    const relatives = full.get(lastWordOf(key)) ?? [];
    if (relatives.length > mostOfASurname) return [];
    const [other] = only(relatives.filter((one) => one.keys.some((name) => fits(key, name))));
    return other ? called.map((one): NamedPair => [one, other]) : [];
  });
}

function lastWordOf(key: string): string {
  return key.split(" ").at(-1) ?? "";
}

/** A surname alone, or with first letters before it. */
function isShort(key: string): boolean {
  const words = key.split(" ");
  return words.slice(0, -1).every((word) => word.length === 1);
}

function fits(short: string, full: string): boolean {
  if (isShort(full) || lastWordOf(short) !== lastWordOf(full)) return false;
  const [first = ""] = short.split(" ");
  return first === short || full.startsWith(first);
}

/** "UK", "U.K. government" and "British Defense Ministry", where only one ministry of the state speaks. */
function statePairs(named: readonly Named[]): NamedPair[] {
  const states = new Map<string, { general: Set<Named>; special: Set<Named> }>();
  for (const one of named) {
    if (one.source.kind === "person" || one.source.kind === "document") continue;
    for (const key of one.keys) {
      const state = nationOf(key.split(" "));
      if (!state) continue;
      const entry = states.get(state.nation) ?? { general: new Set(), special: new Set() };
      states.set(state.nation, entry);
      const rest = state.rest.join(" ");
      if (/^(?:government|administration|authorities|officials)?$/.test(rest)) entry.general.add(one);
      else if (/\b(?:ministry|department)\b/.test(rest)) entry.special.add(one);
    }
  }
  return [...states.values()].flatMap(({ general, special }) => {
    const voices = [...(special.size === 1 ? special : []), ...general];
    const [first, ...rest] = [...new Set(voices)];
    return first ? rest.map((one): NamedPair => [first, one]) : [];
  });
}

function only(found: readonly Named[] | undefined): Named[] {
  return found?.length === 1 ? [...found] : [];
}
