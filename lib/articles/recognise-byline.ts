import { findDate } from "./find-date";
import { namesInByline } from "./recognise-names";
import { countWords, endsLikeSentence } from "./text-shape";

const published =
  /^(?:first published|published|posted|updated|last (?:modified|updated)|stand|veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|опубликовано|обновлено|дата публикации|опубліковано|оновлено)(?!\p{L})/iu;
const readingTime =
  /^(?:reading time:?\s*)?\d{1,3}[\s-]*(?:min(?:ute)?s?\.?|minuten|minutos|minuti|мин(?:ут[ыа]?)?\.?)(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения))?$/iu;
const wireDesk =
  /^[[(]?(?:reporting by|additional reporting|writing by|editing by|compiled by|with reporting)\b/iu;

/** A line that tells who wrote the article or when: by its own looks, without its neighbours. */
export function isBylineLine(text: string): boolean {
  const words = countWords(text);
  if (words > 18) return false;
  if (readingTime.test(text) || published.test(text)) return true;
  if (namesInByline(text) && !/[.!?]\s*$/u.test(text.replace(/\b(?:Jr|Sr)\.$/u, ""))) return true;
  return (
    findDate(text) !== null && words <= 12 && (!endsLikeSentence(text) || /(?:г|р|p\.m|a\.m)\.$/u.test(text))
  );
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
