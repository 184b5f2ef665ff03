const pointerWhy = "A pointer to other articles.";
const offerWhy = "It offers a newsletter, a subscription or a channel.";

/** A heading under which a page lists other articles. */
export const linksHeading =
  /^(?:related(?: articles?| stor(?:y|ies)| topics?| content| links?| coverage| news)?|recommended(?: for you| reading)?|most (?:read|popular|viewed)|trending(?: now)?|(?:you may|you might) also like|read (?:more|next|also)|more (?:on this(?: story| topic)?|stories|news|like this)|more from [\p{L}\p{N}'’&.-]+(?: [\p{L}\p{N}'’&.-]+){0,3}|see also|also read|don['’]t miss|lire aussi|à lire aussi|sur le même sujet|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|lea también|más noticias|leggi anche|leia também|lees ook|читайте также|читайте також|по теме|смотрите также)\s*:?$/iu;

export type FurnitureRule = {
  pattern: RegExp;
  why: string;
  /** The most words that such a line has. */
  most: number;
  /** It holds a headline or a name, which may report what somebody said; other rules leave such lines alone. */
  mayReport?: true;
  /** It stands in the middle of articles, and so is no sign of their end. */
  interrupts?: true;
  /** Only press releases have it. */
  ofRelease?: true;
};

const channel =
  "(?:facebook|twitter|instagram|whatsapp|telegram|youtube|linkedin|tiktok|bluesky|threads|mastodon|google news|x)";

/** What a web page puts round an article. A sentence that only begins like it must stay the article's. */
export const furnitureRules: readonly FurnitureRule[] = [
  {
    pattern:
      /^(?:advertisement|advert|anzeige|werbung|publicité|publicidade?|pubblicità|реклама|sponsored(?: content)?)(?:\s*[-–—:|][^.!?]{0,60})?$|^(?:article|story) continues (?:below|after)/iu,
    why: "An advertisement marker.",
    most: 12,
    interrupts: true,
  },
  // A label with its headline, which begins with a capital letter or a mark; small letters go on as a sentence.
  {
    pattern:
      /^[[(]?(?:[Rr]ead (?:more|also|next)|READ (?:MORE|ALSO|NEXT)|R(?:ead|EAD)|[Mm]ore on this(?: story| topic)?|MORE ON THIS|[Rr]elated(?: articles?| stor(?:y|ies)| topics?| content| links?| coverage)?|RELATED(?: [A-Z]+)?|[Ss]ee also|SEE ALSO|[Aa]lso read|ALSO READ|[Rr]ecommended|RECOMMENDED|[Mm]ost (?:read|popular|viewed)|[Tt]rending|TRENDING|[Dd]on['’]t miss|DON['’]T MISS|(?:À )?[Ll]ire aussi|LIRE AUSSI|Lesen Sie (?:auch|mehr)|Mehr zum Thema|Le[ea] también|Leer más|Leggi anche|Leia (?:também|mais)|Lees ook|Читайте (?:также|також)|Смотрите также|По теме)\s?:\s*[^\s\p{Ll}]/u,
    why: pointerWhy,
    most: 30,
    mayReport: true,
  },
  { pattern: linksHeading, why: pointerWhy, most: 8 },
  {
    pattern:
      /^[[(]?(?:read (?:more|next)|read also|also read|lire aussi|à lire aussi|lesen sie (?:auch|mehr)|lea también|lee también|leer más|leggi anche|leia (?:também|mais)|lees ook|читайте также|читайте також|смотрите также)(?!\p{L})/iu,
    why: pointerWhy,
    most: 30,
  },
  {
    pattern:
      /(?<!["“„«\p{L}])(?:click here|tap here|hier klicken|klicken sie hier|cliquez ici|haga clic aquí|clicca qui|clique aqui|klik hier|нажмите здесь|натисніть тут)(?!\p{L})/iu,
    why: "It asks the reader to click.",
    most: 40,
  },
  {
    pattern: new RegExp(
      [
        "^(?:please )?(?:",
        [
          "(?:sign up|subscribe)(?: (?:now|today|here))?(?: (?:for|to|and|with|via|below)\\s.{0,200})?(?:newsletters?|inbox|updates?|alerts?|app|channels?|free|trial|journalism|podcasts?|briefing|subscription)\\b.*",
          "(?:sign up|subscribe)(?: (?:now|today|here))? (?:for|to) our\\s.*",
          "(?:sign in|log in|register)(?: (?:to|now|here|for free|with|or)\\s.{0,100})?(?:account|subscri|comment|read on|keep reading|continue)\\p{L}*.*",
          "get (?:the|our|all|more)\\s.{0,120}(?:newsletters?|inbox|alerts?|app|delivered|ad-free)(?!\\p{L}).*",
          `join (?:us|our|the conversation)(?:\\s.{0,100}(?:newsletters?|channels?|community|conversation|comments|${channel}(?!\\p{L})).*|[.!]?)`,
          "download (?:the|our)\\s.{0,60}app(?!\\p{L}).*",
          `(?:follow|like|find) (?:us|our)\\s.{0,100}(?:on|at) ${channel}(?!\\p{L}).*`,
          "support (?:us|our)\\s.{0,100}(?:journalism|reporting|newsroom|subscri|membership|a month|donat).*",
          "enjoying (?:this|our) (?:story|article|newsletter|coverage|site|post).*",
          "already (?:a|an|have an?)\\s.{0,20}(?:subscriber|member|account|subscription).*",
          "try (?:us|our|it|one|for|an?|\\d+)\\s.{0,60}(?:free|trial|a month|a week)(?!\\p{L}).*",
          "start your\\s.{0,30}(?:trial|subscription|membership).*",
          "become a\\s.{0,40}(?:member|subscriber|supporter|patron)(?!\\p{L}).*",
          "for more (?:news|stories|like this|updates|from us)\\b.{0,120}(?:newsletter|follow|subscri|app|channel|visit|sign up)(?!\\p{L}).*",
        ].join("|"),
        ")$",
      ].join(""),
      "iu",
    ),
    why: offerWhy,
    most: 50,
  },
  {
    pattern:
      /(?:^|[.!?]\s+)(?:please\s+)?(?:support|donate to|help (?:us|fund)|become a (?:member|supporter) of)\s.{0,80}(?:journalism|reporting|newsroom|our work|our reporters)(?!\p{L})|(?:is|are) (?:funded|supported|made possible) by (?:its|our|their) (?:readers|subscribers|listeners|viewers)/iu,
    why: "It asks for support.",
    most: 40,
  },
  {
    pattern:
      /^(?:jetzt (?:abonnieren|anmelden|lesen)|(?:unser(?:en)? |zum )?newsletter(?: (?:abonnieren|bestellen|anmelden)|[:!]|$)|abonnieren(?: sie|$)|abonnez-vous|s['’]abonner(?: [^.]*)?$|inscrivez-vous|suscríbe|suscribirse$|iscriviti|abbonati(?:\s|$)|assine|abonneer|meld je aan|подпи(?:шитесь|саться|сывайтесь)|підпи(?:шіться|саться|суйтесь))/iu,
    why: offerWhy,
    most: 50,
  },
  {
    pattern:
      /^(?:(?:we|we and our partners|this (?:site|website)) uses? cookies|(?:wir verwenden|diese (?:web)?seite verwendet|nous utilisons|ce site utilise|utilizamos|usiamo|questo sito (?:usa|utilizza)|мы используем|ми використовуємо)\s.{0,80}(?:cookies?|кук|файлы cookie)|(?:accept|manage)\s.{0,40}(?:cookies?|privacy (?:settings|preferences|choices))|your privacy (?:choices|settings|rights)|by (?:clicking|continuing|using)\s.{0,160}(?:you (?:agree|accept|consent)|cookies|privacy policy))/iu,
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
      /^\+\s?\d{1,3}$|^(?:view|see|open|show)(?: the| all| full)?(?: photo| image| picture)? ?(?:galler(?:y|ies)|slideshow)$|^(?:view|see|show) (?:all|more|\d+)(?: \d+)? (?:photos|pictures|images)$|^(?:zur )?(?:bilderstrecke|fotostrecke|bildergalerie)$|^(?:bilder|fotos) anzeigen$|^voir (?:la galerie|le diaporama|les photos)$|^ver (?:la )?(?:galería|fotogalería)$|^(?:guarda|vai al)la (?:gallery|galleria)$|^смотреть (?:галерею|фото)$/iu,
    why: "The way to more pictures.",
    most: 6,
    interrupts: true,
  },
  {
    pattern:
      /^(?:reading time|read time|temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|время (?:чтения|на чтение)|час читання)?\s?:?\s*(?:ca\.?\s*)?\d{1,3}[\s-]*(?:min(?:ute)?[sn]?\.?|minutos|minuti|минут[ыа]?|мин\.?|хв\.?|хвилин[иа]?)(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения))?$/iu,
    why: "How long the page takes to read.",
    most: 8,
  },
  {
    pattern:
      /^[[(*]*(?:(?:this )?(?:article|story) (?:is )?(?:reserved |available |only )?(?:for|to) (?:our )?subscribers(?: only)?|(?:for )?(?:subscribers|members)(?: only)|subscriber exclusive|(?:cet |cet\s)?(?:article (?:est )?)?réservé aux abonnés|nur für abonnent(?:en|innen).*|exklusiv für abonnent(?:en|innen).*|(?:artículo |contenido )?(?:exclusivo|solo) para suscriptores|(?:articolo )?(?:riservato agli|solo per) abbonati|(?:conteúdo )?exclusivo para assinantes|(?:artikel )?(?:alleen )?voor abonnees|только для подписчиков)[\])*.!]*$/iu,
    why: "It says who may read the page.",
    most: 10,
  },
  {
    pattern:
      /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|:|(?:19|20)\d{2}|by\s))|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|все права защищены|усі права захищені)\s*(?:[.,;|©·–—-]|$)/iu,
    why: "A copyright line.",
    most: 60,
  },
  {
    pattern:
      /^(?:tags?|topics?|filed under|keywords|categories|schlagw[oö]rter|themen|mots[- ]clés|thèmes|temas|etiquetas|argomenti|tópicos|теги|темы|теми)\s*:[^.!?]*$/iu,
    why: "A list of topics.",
    most: 40,
  },
  {
    pattern: new RegExp(
      [
        "^this (?:article|story|piece|post) (?:was )?(?:originally|first) (?:published|appeared)",
        "^(?:do you have|have|got) (?:a|any) (?:news |story )?tips?(?:\\?|\\s.{0,60}(?:contact|e-?mail|write to|send|\\?))",
        "^you can (?:reach|contact|e-?mail)\\s.{0,60}@",
        `^(?:follow|find) (?:her|him|them|me)\\s(?:.{0,40}\\s)?(?:on|at) (?:${channel}(?!\\p{L})|@)`,
        "^our standards:",
        "^(?:skip to|jump to)\\s[^.!?,]{1,30}$|^back to (?:the )?top$",
        "^if you (?:enjoyed|liked) this (?:article|story|piece|post|newsletter)",
      ].join("|"),
      "iu",
    ),
    why: "A note of the site about its pages.",
    most: 50,
  },
  {
    pattern:
      /^(?:for immediate release|embargoed? until\b.*|press release|pressemitteilung|communiqué de presse|nota de prensa|comunicato stampa)[\s:.]*$/iu,
    why: "The label of a press release.",
    most: 12,
    ofRelease: true,
  },
  { pattern: /^https?:\/\/\S+$|^www\.\S+$/iu, why: "The address of a page.", most: 20 },
  {
    pattern:
      /^(?:-\s?30\s?-|ends?|ende|fin|\[ends\]|\(ends\)|notes? to editors?:?|(?:media|press) (?:contacts?|enquiries|inquiries)(?:\s?:.*)?|pressekontakt(?:\s?:.*)?|contact presse(?:\s?:.*)?)$/iu,
    why: "The end of a press release.",
    most: 14,
    ofRelease: true,
  },
];
