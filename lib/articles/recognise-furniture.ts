import { countWords, soundOf } from "./text-shape";

type Rule = { pattern: RegExp; why: string; most: number };

/** What a web page puts round an article, by how it begins or what it says. `most` is in words. */
const rules: Rule[] = [
  {
    pattern:
      /^(?:advertisement|advert|anzeige|werbung|publicité|publicidade?|pubblicità|реклама|sponsored(?: content)?)(?:\s*[-–—:|].*)?$|^(?:article|story) continues (?:below|after)/iu,
    why: "An advertisement marker.",
    most: 12,
  },
  {
    pattern:
      /^[[(]?(?:read more|read also|read next|read:|more on (?:this|the)|related(?: articles?| stories| topics| content| links?| coverage)?\s*(?::|$)|see also|more from|also read|recommended(?: for you)?\s*(?::|$)|most (?:read|popular|viewed)|trending|don['’]t miss|lire aussi|à lire aussi|lesen sie (?:auch|mehr)|mehr zum thema|lea también|lee también|leer más|leggi anche|leia (?:também|mais)|lees ook|читайте также|читайте також|по теме|смотрите также)(?!\p{L})/iu,
    why: "A pointer to other articles.",
    most: 30,
  },
  {
    pattern:
      /(?<!["“„«\p{L}])(?:click here|tap here|hier klicken|klicken sie hier|cliquez ici|haga clic aquí|clicca qui|clique aqui|klik hier|нажмите здесь|натисніть тут)(?!\p{L})/iu,
    why: "It asks the reader to click.",
    most: 40,
  },
  {
    pattern:
      /^(?:please )?(?:sign up|sign in|log in|subscribe|register|get (?:the|our|all|more)|join (?:us|our|the conversation)|download|follow us|like us|support (?:us|our)|enjoying|already a|try |start your|become a|for more).{0,200}(?:newsletters?|inbox|updates?|alerts?|app(?!\p{L})|subscri|account|facebook|twitter|instagram|whatsapp|telegram|youtube|journalism|ad-free|free trial|trial|member|conversation|follow us)/iu,
    why: "It offers a newsletter, a subscription or a channel.",
    most: 50,
  },
  {
    pattern:
      /(?:^|[.!?]\s+)(?:please\s+)?(?:support|donate to|fund|back|help (?:us|fund)|become a (?:member|supporter) of)\s.{0,80}(?:journalism|reporting|newsroom|our work|our reporters)|(?:is|are) (?:funded|supported|made possible) by (?:its|our|their) (?:readers|members|donors)/iu,
    why: "It asks for support.",
    most: 40,
  },
  {
    pattern:
      /^(?:jetzt (?:abonnieren|anmelden|lesen)|abonnieren|newsletter|abonnez-vous|s['’]abonner|inscrivez-vous|suscríbe|suscribirse|iscriviti|abbonati|assine|abonneer|meld je aan|подпи(?:шитесь|саться|сывайтесь)|підпи(?:шіться|саться|суйтесь))/iu,
    why: "It offers a newsletter, a subscription or a channel.",
    most: 50,
  },
  {
    pattern:
      /^(?:we use|we and our|this (?:site|website) uses|by (?:clicking|continuing)|accept|manage|your privacy|wir verwenden|diese (?:web)?seite|nous utilisons|ce site|utilizamos|usiamo|questo sito|мы используем|ми використовуємо).{0,200}(?:cookies?|privacy|datenschutz|кук|файлы cookie)/iu,
    why: "A notice about cookies or privacy.",
    most: 80,
  },
  {
    pattern:
      /^(?:\d[\d.,]*\s+)?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|comentários|reacties|комментари(?:и|ев|й|я)|коментар(?:і|ів))(?:\s*[(:]?\s*\d*\)?)?$|^(?:view|leave|post|add|show|read) (?:a |all |the )?(?:\d+ )?comments?\.?$|^(?:\d[\d.,]*) (?:shares?|likes?|views?)$/iu,
    why: "The count of comments or shares.",
    most: 8,
  },
  {
    pattern:
      /^(?:©|\(c\)\s|copyright\b)|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|alle rechten voorbehouden|все права защищены|усі права захищен)/iu,
    why: "A copyright line.",
    most: 60,
  },
  {
    pattern:
      /^(?:tags?|topics?|filed under|keywords|categories|schlagw[oö]rter|themen|mots[- ]clés|thèmes|temas|etiquetas|argomenti|tópicos|теги|темы|теми)\s*:/iu,
    why: "A list of topics.",
    most: 40,
  },
  {
    pattern:
      /^this (?:article|story|piece|post) (?:was )?(?:originally|first) (?:published|appeared)|^(?:do you have|have|got) (?:a|any) (?:tip|story|news tip)|^(?:you can (?:reach|contact|email)|follow (?:her|him|them) on)|^our standards:|^(?:skip to|back to top|jump to)|^if you (?:enjoyed|liked) this/iu,
    why: "A note of the site about its pages.",
    most: 50,
  },
  {
    pattern:
      /^(?:for immediate release|embargoed? until\b.*|press release|pressemitteilung|communiqué de presse|nota de prensa|comunicato stampa)[\s:.]*$/iu,
    why: "The label of a press release.",
    most: 12,
  },
  { pattern: /^https?:\/\/\S+$|^www\.\S+$/iu, why: "The address of a page.", most: 20 },
  {
    pattern:
      /^(?:-\s?30\s?-|ends?|ende|fin|\[ends\]|\(ends\)|notes? to editors?:?|(?:media|press) (?:contacts?|enquiries|inquiries):?.*|pressekontakt:?.*|contact presse:?.*)$/iu,
    why: "The end of a press release.",
    most: 14,
  },
];

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

/** Why a block is part of the page and not of the article; null when no rule says so. */
export function furnitureReason(text: string): string | null {
  const words = countWords(text);
  const rule = rules.find(({ pattern, most }) => words <= most && pattern.test(text));
  if (rule) return rule.why;
  const tokens = soundOf(text).split(" ");
  const isShare =
    tokens.length <= 14 && tokens.every((token) => shareWords.has(token)) && strongShare.test(text);
  return isShare ? "Buttons for sharing." : null;
}

/** A section's name or a path of sections, as printed above a headline. */
export function isKicker(text: string): boolean {
  if (/^[^.!?]{2,80}$/u.test(text) && /\s[›»>|/]\s/u.test(text) && countWords(text) <= 8) return true;
  return sections.has(soundOf(text));
}

/** The line after which a press release has only its own small print. */
export function isEndMark(text: string): boolean {
  return /^(?:#{3,}|-\s?30\s?-|ends?|\[ends\]|\(ends\)|notes? to editors?:?)$/iu.test(text);
}
