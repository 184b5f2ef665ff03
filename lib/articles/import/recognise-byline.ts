import { findDate, isDateLine } from "./find-date";
import { readByline } from "./recognise-names";
import { countWords, endsLikeSentence } from "./text-shape";

const published =
  /^(?:first published|published|posted|updated|last (?:modified|updated)|stand|veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|опубликовано|обновлено|дата публикации|опубліковано|оновлено)(?!\p{L})/iu;
// "Special to the Harbour Post": who wrote it is not on the paper's staff.
const specialTo = /^special (?:to|for) (?:the )?\p{L}[\p{L}\s.'’-]{1,40}$/iu;
const wireDesk =
  /^[[(]?(?:reporting by|additional reporting|writing by|editing by|compiled by|with reporting)\b/iu;

/** A line that tells who wrote the article or when: by its own looks, without its neighbours. */
export function isBylineLine(text: string): boolean {
  const words = countWords(text);
  if (words > 18) return false;
  if (isDateLine(text) || specialTo.test(text)) return true;
  // "Updated figures show…" is a sentence of the article.
  if (published.test(text) && (findDate(text) || words <= 4) && !endsLikeSentence(text)) return true;
  return readByline(text) !== null && !/[.!?]\s*$/u.test(text.replace(/\b(?:Jr|Sr)\.$/u, ""));
}

/** "(Reporting by Ana Ruiz; Editing by Tom Hall)", as agencies put under their reports. */
export function isDeskLine(text: string): boolean {
  return wireDesk.test(text) && countWords(text) <= 40;
}

const agencyDateline =
  /^(?<place>[\p{Lu}][\p{L}\p{M}.,'’/\s-]{1,50}?)(?:,\s*[^()–—]{1,30}?)?\s*\((?<agency>[^)]{2,40})\)\s*[–—-]+\s*\S/u;
const capitalDateline = /^\p{Lu}{3}[\p{Lu}\s.'’/-]*(?:,\s*[^–—]{1,40}?)?\s*(?:[–—]|-{1,2})\s+\S/u;
const cityDateline = /^\p{Lu}[\p{L}/-]+(?:,\s*\d{1,2}[^–—]{1,24}?)\s*[–—-]\s+\S/u;

/** Whether a paragraph begins with place and agency ("GENEVA (Agency) - …"), and which agency that is. */
export function readDateline(text: string): { agency: string | null; head: string } | null {
  const withAgency = agencyDateline.exec(text);
  if (withAgency) return { agency: withAgency.groups?.agency ?? null, head: withAgency[0] };
  const bare = capitalDateline.exec(text) ?? cityDateline.exec(text);
  return bare ? { agency: null, head: bare[0] } : null;
}
