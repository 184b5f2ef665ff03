import { type FurnitureRule, furnitureRules, linksHeading } from "./furniture-rules";
import { hasQuotation, reportsWords } from "./recognise-speech";
import { countWords, soundOf } from "./text-shape";

const shareWords = new Set(
  "share teilen partager compartir condividi compartilhar delen поделиться поширити tweet print drucken imprimir imprimer stampa email e mail save bookmark copy link listen facebook twitter x whatsapp linkedin telegram reddit pinterest flipboard bluesky threads messenger on this article story via auf sur en su no it".split(
    " ",
  ),
);
const strongShare =
  /share|teilen|partager|compartir|condividi|compartilhar|delen|поделиться|поширити|facebook|whatsapp|linkedin|copy link|tweet/iu;

const sections = new Set(
  "news world politics opinion business sport sports culture technology tech science health analysis live exclusive breaking breaking news europe asia africa us uk national local environment climate feature features interview editorial comment politik wirtschaft ausland inland kultur wissen meinung monde politique économie société culture mundo política economía deportes politica economia esteri cronaca новости политика экономика общество мир новини політика економіка світ menu search home".split(
    " ",
  ),
);

const menuWords = new Set([
  ...sections,
  ..."about contact subscribe login log in sign register account newsletter newsletters podcasts video videos weather jobs shop obituaries arts money travel lifestyle more privacy terms cookies abo anmelden kontakt impressum s abonner connexion contacto suscríbete".split(
    " ",
  ),
]);

// The words with which a page talks of itself and calls on its readers.
const ownName =
  /(?<!\p{L})(?:(?:this|our) (?:live )?(?:page|web ?site|site|newsletter|app|newsroom|journalism|live ?blog|podcast)|diese[rs]? (?:seite|newsletter|liveticker)|unsere[rnm]? (?:redaktion|newsletter|seite|app)|cette page|ce (?:site|direct)|notre (?:rédaction|site|newsletter)|esta página|nuestra redacción|questa pagina|la nostra redazione|эт(?:а|ой|у) страниц[аыеу]|наш(?:ей|а|у) редакци[яию])(?!\p{L})/iu;
const call =
  /^(?:please )?(?:sign up|sign in|log in|subscribe|donate|share|print|save|watch|listen|(?:read|find out|learn|show|load|see) more|(?:contact|follow|join|support) us|(?:get|download) (?:the|our) app|abonnieren|anmelden|mehr (?:lesen|anzeigen|laden)|s['’]abonner|en savoir plus|suscríbete|leer más|abbonati|scopri di più|подписаться|узнать больше)(?: (?:now|here|today|below|jetzt))?[.!…]*$/iu;

/** Why a block is part of the page and not of the article; null when no rule says so. */
export function furnitureReason(text: string): string | null {
  const rule = ruleOf(text);
  if (rule) return rule.why;
  if (isMenu(text)) return "The page's menu.";
  const tokens = soundOf(text).split(" ");
  const isShare =
    tokens.length <= 14 && tokens.every((token) => shareWords.has(token)) && strongShare.test(text);
  return isShare ? "Buttons for sharing." : null;
}

function ruleOf(text: string): FurnitureRule | undefined {
  const words = countWords(text);
  // One word may be a megabyte long.
  if (words > 80 || text.length > 2000) return undefined;
  const reports = reportsWords(text);
  return furnitureRules.find(
    ({ pattern, most, mayReport }) => words <= most && (mayReport || !reports) && pattern.test(text),
  );
}

/** Whether a block of the page may stand in the middle of an article, so that it is no sign of the article's end. */
export function isInterruption(text: string): boolean {
  return ruleOf(text)?.interrupts === true;
}

/** A heading under which a page lists other articles: what follows are their headlines. */
export function announcesLinks(text: string): boolean {
  return text.length <= 100 && linksHeading.test(text);
}

/** A bare call on the reader to do something on the page: "Sign up", "Read more." */
export function isCall(text: string): boolean {
  return text.length <= 60 && call.test(text);
}

/** Whether a sentence is the page's word about itself. Too weak a sign by itself: so are sentences of an article. */
export function talksOfPage(text: string): boolean {
  if (isCall(text)) return true;
  return countWords(text) <= 40 && ownName.test(text) && !reportsWords(text) && !hasQuotation(text);
}

/** A section's name or a path of sections, as printed above a headline. */
export function isKicker(text: string): boolean {
  if (/^[^.!?]{2,80}$/u.test(text) && /\s[›»>|/]\s/u.test(text) && countWords(text) <= 8) return true;
  const tokens = soundOf(text).split(" ");
  return tokens.length <= 3 && tokens.every((token) => sections.has(token));
}

/** The sections of a page in a row, "Home | News | Sport": three or more short names, most of them known ones. */
export function isMenu(text: string): boolean {
  if (text.length > 300 || /[.!?:\d]/u.test(text)) return false;
  const names = text.split(/\s*[|·•]\s*/u).map(soundOf);
  if (names.length < 3 || names.some((name) => countWords(name) > 3)) return false;
  const known = names.filter((name) => name.split(" ").every((word) => menuWords.has(word)));
  return known.length * 2 > names.length;
}

/** The line after which a press release has only its own small print. */
export function isEndMark(text: string): boolean {
  return /^(?:#{3,}|-\s?30\s?-|ends?|\[ends\]|\(ends\)|notes? to editors?:?)$/iu.test(text);
}

/** A label that only press releases have: at their head, or above the address for journalists. */
export function isReleaseMark(text: string): boolean {
  return ruleOf(text)?.ofRelease === true;
}

/** Whether a block tells where to write or to phone. */
export function hasAddress(text: string): boolean {
  return /\S@\S|\+\d[\d\s()-]{6,}/u.test(text.slice(0, 2000));
}
