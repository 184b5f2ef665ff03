import type { Candidate } from "./candidate";
import { publisherOfBio } from "./publisher-of-bio";
import { personOfBio } from "./recognise-bio";
import { isBylineLine, readDateline } from "./recognise-byline";
import { isKnownHouse } from "./recognise-house";
import { houseIn, readByline } from "./recognise-names";
import { soundOf } from "./text-shape";

/** A value read from the text, with the place it was read from in words. */
export type Guess = { value: string; why: string };

/** The reason of a line with the paper's own name. */
export const mastheadReason = "The paper’s name, above the headline.";

const copyright =
  /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d{2}(?:[-–](?:19|20)?\d{2})?,?\s*)?(?:by\s+)?(?<name>\p{Lu}[\p{L}\d&'’ .-]{1,60}?)(?:\s+(?:19|20)\d{2})?(?:[.,;|]|\s+(?:all|alle|tous|todos|tutti)\b|$)/iu;
const appeared =
  /^(?:This|The) (?:article|story|report|piece) (?:was )?(?:first |originally )(?:appeared|published|ran) (?:in|by|on) (?<name>(?:[Tt]he\s+)?\p{Lu}[\p{L}\d&'’.-]*(?:\s\p{Lu}[\p{L}\d&'’.-]*){0,4})/u;

/** Where a text names its publisher, the surest place first. */
const places: { roles: string[]; read: (text: string) => string | null | undefined; why: string }[] = [
  {
    roles: ["body", "dek"],
    read: (text) => readDateline(text)?.agency,
    why: "From the place line at the start.",
  },
  {
    roles: ["boilerplate"],
    read: (text) => copyright.exec(text)?.groups?.name?.trim(),
    why: "From the copyright line.",
  },
  { roles: ["byline"], read: (text) => readByline(text)?.house ?? houseIn(text), why: "From the byline." },
  { roles: ["bio"], read: publisherOfBio, why: "From the note about the author." },
  {
    roles: ["boilerplate"],
    // "In Danish" and "in March" are no houses.
    read: (text) => houseIn(appeared.exec(text)?.groups?.name ?? ""),
    why: "From a note below the text.",
  },
];

/** Reads the publisher from blocks whose roles are known. */
export function guessPublisher(blocks: readonly Candidate[]): Guess | null {
  for (const { roles, read, why } of places) {
    for (const { role, text } of blocks) {
      const value = role && roles.includes(role) ? read(text) : null;
      if (value) return { value, why };
    }
  }
  const masthead = blocks.find(({ why }) => why === mastheadReason);
  return masthead ? { value: masthead.text, why: "From the line above the headline." } : null;
}

/** Whether a line is the name of the paper: one that everybody knows, or the publisher by another line of the text. */
export function isPublishersName(line: string, others: readonly Candidate[]): boolean {
  const sound = soundOfHouse(line);
  return (
    isKnownHouse(line) ||
    others.some((one) => housesNamedIn(one).some((name) => soundOfHouse(name) === sound))
  );
}

/** As `places` reads them, before the roles of all blocks are known. */
function housesNamedIn({ role, text }: Candidate): string[] {
  const roles = [
    role,
    role === null && isBylineLine(text) && "byline",
    role === null && personOfBio(text) && "bio",
  ];
  return places
    .filter((place) => roles.some((one) => one && place.roles.includes(one)))
    .flatMap((place) => place.read(text) ?? []);
}

function soundOfHouse(name: string): string {
  return soundOf(name).replace(/^the /u, "");
}
