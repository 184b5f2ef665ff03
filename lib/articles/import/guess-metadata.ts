import { type Candidate, headlineReason } from "./candidate";
import { findDate } from "./find-date";
import { guessLanguage } from "./guess-language";
import { type Guess, guessPublisher } from "./guess-publisher";
import { personOfBio } from "./recognise-bio";
import { isDeskLine, readDateline } from "./recognise-byline";
import { findMail } from "./recognise-mail";
import { isOnlyNames, readByline, tidyNames } from "./recognise-names";
import { countWords } from "./text-shape";

/** What the text itself tells about the article; null is asked for. `publishedAt` is yyyy-mm-dd, `language` BCP 47. */
export type MetadataGuesses = {
  title: Guess | null;
  author: Guess | null;
  publisher: Guess | null;
  publishedAt: Guess | null;
  url: Guess | null;
  language: Guess | null;
};

/** Reads title, author, publisher, date, address and language from blocks whose roles are known. */
export function guessMetadata(blocks: Candidate[], original: string): MetadataGuesses {
  const settings = readSettings(blocks, original);
  const language = guessLanguage(blocks.map(({ text }) => text).join("\n"));
  return {
    title: settings.title ?? fromBlock(blocks, "title", headlineReason) ?? guessSubject(blocks),
    author: settings.author ?? guessAuthor(blocks),
    publisher: settings.publisher ?? guessPublisher(blocks),
    publishedAt: settings.publishedAt ?? guessDate(blocks),
    url: settings.url ?? guessAddress(blocks),
    language:
      settings.language ?? (language ? { value: language, why: "From the words of the text." } : null),
  };
}

function fromBlock(blocks: Candidate[], role: string, why: string): Guess | null {
  const found = blocks.find((block) => block.role === role);
  return found ? { value: found.text, why } : null;
}

function guessSubject(blocks: Candidate[]): Guess | null {
  const { subject } = findMail(blocks.map(({ text }) => text));
  return subject ? { value: subject, why: "The subject of the e-mail." } : null;
}

function guessAuthor(blocks: Candidate[]): Guess | null {
  const lines = blocks.filter(({ role }) => role === "byline");
  const bylines = lines.filter(({ text }) => !isDeskLine(text));
  for (const { text } of bylines) {
    const named = readByline(text)?.names;
    if (named) return { value: named, why: "From the byline." };
  }
  for (const { text } of bylines) {
    const names = isOnlyNames(text) ? tidyNames(text) : "";
    if (names) return { value: names, why: "A name in the byline." };
  }
  const people = blocks.flatMap(({ role, text }) => {
    const person = role === "bio" ? personOfBio(text) : null;
    return person ? [person] : [];
  });
  if (people.length > 0) {
    return { value: Array.from(new Set(people)).join(", "), why: "From the note about the author." };
  }
  for (const { text } of lines) {
    const desk = /(?:reporting|writing) by ([^;)\]]+)/iu.exec(text)?.[1];
    const names = desk ? tidyNames(desk) : "";
    if (names) return { value: names, why: "From the agency's line about its reporters." };
  }
  return null;
}

function guessDate(blocks: Candidate[]): Guess | null {
  const lines = blocks.filter(({ role }) => role === "byline");
  const updated =
    /^(?:updated|last|aktualisiert|stand|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|обновлено|оновлено)/iu;
  // The day of publication counts, even where the last change stands above it.
  const ordered = [
    ...lines.filter(({ text }) => !updated.test(text)),
    ...lines.filter(({ text }) => updated.test(text)),
  ];
  for (const { text } of ordered) {
    const date = findDate(text);
    if (date) return { value: date.value, why: "From the line with the date." };
  }
  for (const { role, text } of blocks) {
    const head = role === "body" || role === "dek" ? readDateline(text)?.head : null;
    const date = head ? findDate(head) : null;
    if (date) return { value: date.value, why: "From the place line at the start." };
  }
  for (const { role, text } of blocks) {
    const isNote = role === "boilerplate" && /^(?:first |originally )?published/iu.test(text);
    const date = isNote ? findDate(text) : null;
    if (date) return { value: date.value, why: "From a note below the text." };
  }
  return null;
}

function guessAddress(blocks: Candidate[]): Guess | null {
  const found = blocks.find(
    ({ role, text }) => role === "boilerplate" && countWords(text) <= 20 && /^https?:\/\/\S+$/iu.test(text),
  );
  return found && URL.canParse(found.text)
    ? { value: found.text, why: "An address on a line of its own." }
    : null;
}

function readSettings(blocks: Candidate[], original: string): Partial<MetadataGuesses> {
  const settings = blocks.find(({ kind }) => kind === "frontMatter");
  if (!settings) return {};
  const found: Partial<MetadataGuesses> = {};
  const why = "From the settings at the top of the file.";
  for (const line of original.slice(settings.start, settings.end).split(/\r?\n/u)) {
    const [, key = "", raw = ""] = /^(\w+)\s*:\s*(.+)$/u.exec(line) ?? [];
    const value = raw.replace(/^["'[]+|["'\]]+$/gu, "").trim();
    const name = key.toLowerCase();
    if (value === "") continue;
    if (name === "title") found.title = { value, why };
    if (name === "author" || name === "authors") found.author = { value, why };
    if (name === "publisher" || name === "source") found.publisher = { value, why };
    if ((name === "url" || name === "canonical") && URL.canParse(value)) found.url = { value, why };
    if (/^lang/u.test(name) && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(value))
      found.language = { value, why };
    const date = name === "date" || name === "published" ? findDate(value) : null;
    if (date) found.publishedAt = { value: date.value, why };
  }
  return found;
}
