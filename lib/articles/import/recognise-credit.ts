import { reportsWords } from "./recognise-speech";
import { countWords } from "./text-shape";

const picture =
  "(?:photo(?:graph|s)?|fotos?|images?|picture|bild|illustration|graphic|фото|світлина|zdjęcie|beeld)";
const agency =
  "(?:AFP|AP|Associated Press|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|DPA|Keystone|ANSA|Xinhua|TASS|ТАСС|РИА Новости|Sputnik|Bloomberg|Shutterstock|Alamy|PA(?: Media| Wire)?|Sipa|SIPA|ZUMA|NurPhoto|Anadolu|Imago|IMAGO|picture[ -]alliance|Unsplash|iStock|AAP|Belga|ANP|Lusa|LUSA|UNIAN|Ukrinform|Укрінформ|УНІАН|MTI|PAP|NTB|TT)";

const label = new RegExp(
  `(?:^|[\\s(\\[])(?:(?:${picture}|credit|crédit|crédito|quelle|source)(?:\\s+(?:credit|source|photo))?\\s*:|(?:${picture})\\s+(?:by|von|de|di|courtesy of)\\s|crédit photo|image source,|courtesy of\\s)`,
  "iu",
);
const certain = new RegExp(
  `(?<![\\p{L}])(?:${agency}\\s*/|AP Photo|${agency}\\s+via\\s+${agency}|Getty Images|Shutterstock|iStock|picture[ -]alliance|Unsplash)|/\\s*${agency}(?!\\p{L})`,
  "u",
);
// "Ana Ruiz/Harbour Pictures": a person, a slash and a house, for the many houses that no list knows.
const personAndHouse =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]+\s*\/\s*\p{Lu}[\p{L}\p{N}'’&-]+(?:\s+\p{Lu}[\p{L}'’&-]*){0,3}$/u;
const saysPicture = new RegExp(`^${picture}\\s*[:–—]`, "iu");
const creditWord = /^(?:\p{Lu}|[/|·,&()©–—-]|(?:via|for|of|the|by|and|und|et|von|de|photo|pool|handout)$)/u;

/**
 * Where the credit of a picture begins in a line: 0 when the whole line is one ("Photo: Ana Ruiz/AFP"), the place
 * after the caption when both stand on one line, null when there is no credit.
 */
export function findCredit(text: string): number | null {
  return findBracketed(text) ?? findLabelled(text) ?? findAgency(text);
}

function findBracketed(text: string): number | null {
  const found = /[([](?<inside>[^()[\]]{3,120})[)\]][.\s]*$/u.exec(text);
  const inside = found?.groups?.inside;
  if (!found || !inside) return null;
  const before = text.slice(0, found.index).trimEnd();
  const isCredit =
    label.test(inside) ||
    label.test(` ${inside}:`) ||
    certain.test(inside) ||
    // A house that no list knows counts behind what is said of a picture, not behind any sentence.
    (personAndHouse.test(inside) && saysPicture.test(before));
  return isCredit && new RegExp(`${picture}|/|Images|courtesy|credit`, "iu").test(inside)
    ? found.index
    : null;
}

function findLabelled(text: string): number | null {
  const found = label.exec(text);
  if (!found) return null;
  const start = found.index + (/^[\s]/u.test(found[0]) ? 1 : 0);
  const credit = text.slice(start);
  // A label in the middle of a paragraph introduces a sentence, not a name.
  if (countWords(credit) > 12 || /[.!?]\s+\p{L}/u.test(credit)) return null;
  if (start > 0 && !/[.!?…"”»)\]|,–—-]\s*$/u.test(text.slice(0, start))) return null;
  return start;
}

function findAgency(text: string): number | null {
  let end = text.length;
  // Not /[.\s]+$/: that begins anew at each character of a run.
  while (end > 0 && /[.\s]/u.test(text.charAt(end - 1))) end--;
  const bare = text.slice(0, end);
  const sentenceEnd = Array.from(bare.matchAll(/[.!?…]["”’»)]*\s+(?=\S)/gu)).findLast(
    (found) => !isInitial(bare, found.index),
  );
  const start = sentenceEnd ? sentenceEnd.index + sentenceEnd[0].length : 0;
  const tail = bare.slice(start);
  // Alone on its line it could be a heading, so an unknown house counts only behind a caption.
  if (!certain.test(tail)) return start > 0 && personAndHouse.test(tail) ? start : null;
  if (isCreditOnly(tail)) return start;
  // "A man walks past the bank Jane Roe/Reuters": the name before the slash is all that tells.
  const name = new RegExp(
    `(?<=[\\p{Ll}\\p{N}"”)]\\s)(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,2}\\p{Lu}[\\p{L}.'’-]*\\s*/\\s*${agency}\\S*(?:\\s+via\\s+${agency})?$`,
    "u",
  ).exec(tail);
  return name && name.index > 0 ? start + name.index : null;
}

function isCreditOnly(text: string): boolean {
  if (countWords(text) > 12) return false;
  return text.split(/\s+/u).every((word) => creditWord.test(word));
}

function isInitial(text: string, at: number): boolean {
  return /(?:^|[\s/])\p{Lu}$/u.test(text.slice(0, at));
}

/** A line that says of a picture what is on it. */
export function soundsLikeCaption(text: string): boolean {
  if (/^(?:image caption|caption|pictured|bildunterschrift|légende)\b[,:]?/iu.test(text)) return true;
  // "He is seen as a moderate", "the agreement is seen in the capital, officials said": no picture shows that.
  if (reportsWords(text) || /^["“„«]/u.test(text)) return false;
  return /(?<!\p{L})(?:file photo|(?:is|are) (?:seen|pictured)(?!\s+as\b)|in this (?:photo|image|file)|archivbild|photo d['’]archive|foto(?:grafía)? de archivo|foto d['’]archivio|архивное фото)(?!\p{L})/iu.test(
    text,
  );
}
