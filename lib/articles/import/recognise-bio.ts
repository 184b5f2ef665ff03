import { fullName } from "./recognise-names";
import { reportsWords } from "./recognise-speech";
import { countWords } from "./text-shape";

const heads = [
  /^about the (?:writers?|authors?|reporters?|journalists?|contributors?|columnist)s?:?$/iu,
  /^(?:über|zu) (?:den|die|der)? ?(?:autor|autorin|verfasser|person)(?:en|in)?:?$/iu,
  /^(?:à propos|au sujet) (?:de l['’]auteure?|des auteurs|du journaliste):?$/iu,
  /^(?:sobre|acerca de|acerca del) (?:el |la |o |a )?(?:autora?|periodista|jornalista):?$/iu,
  /^(?:sull['’]autore|sull['’]autrice|l['’]autore|l['’]autrice):?$/iu,
  /^over de (?:auteur|schrijver|journalist):?$/iu,
  /^(?:об авторе|об авторах|про автора|про авторів):?$/iu,
];

const job =
  "(?:reporter|correspondent|journalist|writer|editor|columnist|author|photographer|producer|broadcaster|freelance|critic|fellow|redakteur|korrespondent|autor(?:in)?|journaliste|correspondant|rédact|periodista|corresponsal|redactor|giornalista|corrispondente|jornalista|repórter|correspondente|verslaggever|redacteur|correspondent|журналист|корреспондент|редактор|обозреватель|журналіст|кореспондент|оглядач)";
const link =
  "(?:is|was|has been|works as|ist|arbeitet als|est|es|è|é|was|—|–|,|has|covers|writes|reports|berichtet|schreibt)";
const sentence = new RegExp(`^[*_]*(?<name>${fullName})\\s*(?<link>${link})(?=[\\s*_])(?<rest>.*)`, "u");

// "Ana Ruiz, a writer, was there" is a sentence of the story; "Ana Ruiz, a writer, lives in Bonn" is none.
const tellsOfWork =
  /(?<!\p{L})(?:covers|writes|reports|lives|works|teaches|is based|is the author|has (?:written|covered|worked|reported)|joined|contribut\p{L}+|can be reached|berichtet|schreibt|lebt|arbeitet|vit|travaille|écrit|vive|trabaja|escribe|lavora|scrive)(?!\p{L})/iu;

/** A line that announces the author's biography. */
export function isBioHeading(text: string): boolean {
  return heads.some((head) => head.test(text));
}

/** The person whose biography a paragraph is ("Ana Ruiz is a reporter based in…"); null when it is none. */
export function personOfBio(text: string): string | null {
  if (countWords(text) > 90) return null;
  const found = sentence.exec(text)?.groups;
  if (!found?.name) return null;
  const opening = (found.rest ?? "").split(/\s+/u).slice(0, 22).join(" ");
  const isVerb = /^(?:covers|writes|reports|berichtet|schreibt)$/u.test(found.link ?? "");
  if (!isVerb && !new RegExp(`(?<!\\p{L})${job}`, "iu").test(opening)) return null;
  if (/^(?:in|at|on|after|before|for|from|with|by|the|but|and|when|while)\s/iu.test(found.name)) return null;
  // A person in the story may be a reporter too; then the paragraph tells what was said or done.
  if (reportsWords(text)) return null;
  return found.link !== "," || tellsOfWork.test(text) ? found.name : null;
}
