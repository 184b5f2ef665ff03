import { isGenericName } from "@/lib/sources/generic-name";
import { isNationWord } from "@/lib/sources/nations";
import type { Entities, Entity } from "./entities";
import { mostLookedAt } from "./latest-before";
import { addName } from "./nearest-names";

/** Joins what one body is called by its letters, or by the end of its name, to its whole name. */
export function joinBodies(entities: Entities): void {
  joinAcronyms(entities);
  joinShortened(entities);
}

/** "DNC" joins "Democratic National Committee". */
function joinAcronyms(entities: Entities): void {
  const long = new Map(
    entities.all.filter((one) => one.words.length > 2).map((one) => [initials(one.words), one]),
  );
  entities.all = entities.all.filter((one) => {
    const letters = one.words.length === 1 ? (one.words[0] ?? "").replace(/\./gu, "") : "";
    const full = /^\p{Lu}{3,}$/u.test(letters) ? long.get(letters) : undefined;
    if (!full) return true;
    join(entities, one, full);
    full.kind = "organisation";
    return false;
  });
}

function initials(words: string[]): string {
  return words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
}

/** "Port Authority" joins the "Ormhaven Port Authority" that stands before it. */
function joinShortened(entities: Entities): void {
  entities.all = entities.all.filter((one) => {
    const full = wholeNameOf(entities, one);
    if (!full) return true;
    join(entities, one, full);
    return false;
  });
}

/**
 * The one body whose name ends in a shorter one. A "Supreme Court" or a party is also one of its own beside that of a
 * county, and so is one that is named first.
 */
function wholeNameOf({ byWord }: Entities, one: Entity): Entity | null {
  const last = one.key.at(-1) ?? "";
  if (one.kind !== "organisation" || one.key.length < 2 || last === "party") return null;
  const [full, another] = (byWord.get(last) ?? []).slice(-mostLookedAt).filter((other) => endsIn(other, one));
  if (!full || another || full.kind !== "organisation" || isNationWord(full.words[0] ?? "")) return null;
  if (isGenericName(one.name)) return null;
  return (full.places[0] ?? 0) < (one.places[0] ?? 0) ? full : null;
}

function endsIn({ key }: Entity, { key: end }: Entity): boolean {
  return key.length > end.length && end.every((word, i) => word === key[key.length - end.length + i]);
}

/** Gives the whole name what the text calls by the other, which then is no name of its own. */
function join({ byWord }: Entities, one: Entity, full: Entity): void {
  for (const [form, places] of one.forms) addName(full.forms, form, places);
  full.places = [...full.places, ...one.places].sort((a, b) => a - b);
  for (const word of one.key) {
    const others = (byWord.get(word) ?? []).filter((other) => other !== one);
    byWord.set(word, others.includes(full) ? others : [...others, full]);
  }
}
