import { bare } from "@/lib/text/bare";

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

const maleNames = list(
  "aaron adam adrian ahmed al alan albert alejandro alex alexander alexei alexis ali allen andre andrew andriy anthony antonio arthur barack barry ben benjamin bernard bernie bill billy bob bobby brad brandon brent bret brett brian bruce bryan calvin carl carlos charles charlie chris christian christopher chuck clarence cory corey craig curtis dale damon dan daniel danny darrell darren dave david dean denis dennis derek dick dmitri dmitry dominic don donald doug douglas duke dwight dylan ed eddie edgar eduardo edward edwin eli elijah emmanuel eric erik ernest ethan eugene evan francis francisco frank fred frederick gabriel gary gene geoff geoffrey george gerald gilbert giorgio glenn gordon graham grant greg gregory guy harold harry harvey hassan henry herbert herman howard hugh ian isaac ivan jack jacob jaime jake james jamal jared jason jay jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jordan jorge jose josh joshua juan julian justin karl keith ken kenneth kevin kirk kyle lance larry lawrence lee len leo leon leonard lindsey lloyd louis lucas luis luke malcolm manuel marc marco marcus mario mark martin matt matthew max maurice michael miguel mike mitch mitt mohamed mohammed muhammad nate nathan nathaniel neil newt nicholas nick nicolas nigel noah norman oleg oleksandr oliver omar oscar otto owen pablo patrick paul pedro pete peter phil philip phillip piers rafael raheem ralph ramon rand randy raul ray raymond reince ricardo richard rick ricky rob robby robert roberto rodney roger roland ron ronald ross roy rudy rupert russell ryan sam samuel scott sean sebastian serge sergei sergey seth shawn simon stanley stephen steve steven stewart stuart ted terrence terry theodore thomas tim timothy todd tom tony travis trevor tyler vern vernon victor vincent viktor vladimir volodymyr wade walter warren wayne wesley will william xavier yuri yusuf zach zachary tomás josé",
);
const femaleNames = list(
  "abigail alexandra alice alicia alison allison amanda amber amy ana andrea angela angelina anita ann anna anne annie april ashley barbara beatrice beth betty beverly bonnie brenda brittany brooke camille candace carla carly carmen carol caroline carolyn carrie catherine cathy charlotte cheryl chelsea christina christine cindy claire claudia colleen condoleezza connie courtney crystal cynthia dana danielle dawn debbie deborah debra denise diana diane dianne donna doris dorothy edith eileen elaine eleanor elena elise elizabeth ellen ellie emily emma erica erin esther eva evelyn faith felicia fiona florence frances gabrielle gail gina ginger gloria grace greta gwen hannah heather heidi helen hillary hilary holly hope huma ileana ines ingrid irene iris isabel isabella ivanka jackie jacqueline jamie jane janet janice jasmine jean jen jenna jennifer jenny jessica jill jo joan joanna jodi joni josephine joy joyce judith judy julia juliana julie june kamala karen kate katherine kathleen kathryn kathy katie katy kayla kellie kellyanne kelly kim kimberly kirsten kristen kristin laura lauren leslie lila linda lindsay lisa liz liza loretta lori lorraine louise lucy lydia lynn madeleine madeline maggie maria marianne marie marilyn marina marjorie martha mary maureen megan melania melanie melissa mercedes meredith mia michelle mildred monica nadia nancy naomi natalia natalie natasha nicole nikki nina norma olga olivia oprah pam pamela patricia patty paula peggy phyllis priscilla rachel rebecca regina renee rita roberta robin rosa rose roxana ruth sabrina sally samantha sandra sara sarah sasha shannon sharon sheila shelly sherry shirley sofia sonia sophia sophie stacy stella stephanie sue susan suzanne sylvia tamara tanya tara teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria virginia vivian wanda wendy yolanda yvette yvonne zoe",
);

const moreMaleNames = list(
  "aksel anders andrzej antti arne arvid asbjørn bengt birger bjarne björn bjørn boris bogdan børge carlo christoph christophe didier dieter dietrich dimitri egil einar eirik emil enrique erling espen étienne fabio fabrice federico felix fernando filip finn florian franco françois franz friedrich fritz georg gerhard giovanni giuseppe grzegorz guillermo gunnar günter gustav gustavo hans harald håkon heinrich heinz helge helmut henrik henri holger horst ibrahim igor ignacio ingvar ismail ivar jacques jakub javier jens jérôme joachim joão johan johannes jorn jörg jürgen jussi karim kaspar kjell klaus knut konrad konstantin krzysztof lars lasse leif lorenzo ludwig luca luigi lukas mads magnus manfred marcin matteo matthias mateusz mehmet mihail mikael mikhail mikko mohammad morten mustafa nikolai nikolaj nils odd olaf olav ole olof pascal paweł per petter pierre piotr pavel ragnar raj rajesh rainer reinhard roar roberto rolf rune salvador salvatore santiago sanjay sebastián sigurd sigmund siegfried sören søren stefan stein sven svein tariq terje thor thorsten tomasz tor tore torbjørn torstein torvald trond ulf uwe vasily vincenzo vlad volker werner wilhelm willem wolfgang yann yannick yves zoltan øystein åge hugo diego arjun ravi kofi kwame stig bjorn hiroshi pål",
);
const moreFemaleNames = list(
  "agata agnes agneta agnieszka aisha aleksandra alessandra amina amélie anika anja anke anneli annika annette antje astrid aud auður beata berit birgit birgitta bodil brigitte britt cecilie chiara chloé constance dagmar dagny ditte dorota ebba eirin élise elin elke ellinor elżbieta emilia emine ester eszter fatima fatma federica francesca frida gabriela gerda gertrud giulia gisela grazyna greta gro gry gudrun gunilla hanne hanna hedda hege heidrun helene helga henriette hilde ida ilse inger inga ingeborg ingvild irina iwona jana janne joanna johanna jutta kaisa kari karin karoline katarina katharina kerstin khadija kirsti kjersti kristina kristine lena leila lise liselotte liv lotta lotte lucia lucie ludmila magda magdalena maja malgorzata małgorzata malin mareike marit märta mathilde matilda merete mette mina monika monique nadezhda nina oksana olena ottilie paola pernille petra pia priya ragna ragnhild randi rania renate rita rosario sabine sanne sigrid silje silke siri sissel siv solveig stine svetlana svenja sylvie synnøve tatiana tatyana thea therese tone torill tove tuva turid ulla ulrike unni ursula valentina veronika vibeke viktoria wencke wiebke xenia yasmin yulia nora ella alma edda mona chloe clara signe leyla yuki olive  zainab zofia zsuzsanna åse åshild",
);
/** First names that women and men both have; they tell that a person is named, and no more. */
const eitherNames = list(
  "alex alexis ali andrea ashley carol chris dale dana dominic francis gene jackie jaime jamie jan jean jo joan jordan kelly kerry kim lauren lee leslie lindsay lindsey nikki pat ray robin sam sasha stacy terry tracy april june dawn kari casey morgan taylor ola noor",
);

/** Titles and adjectives that stand before a person's name without being part of it. */
export const titles = list(
  "mr mrs ms mx miss dr ceo cfo coo cllr councillor mp mep baroness crown prof professor sir lady lord dame sen senator senators rep reps representative congressman congresswoman gov governor president vice-president vice premier chancellor minister prime foreign defense defence interior finance secretary general gen lt lieutenant colonel col major maj captain capt commander cmdr admiral adm sergeant sgt officer detective sheriff chief justice judge attorney mayor pc councilman councilwoman speaker chairman chairwoman chair director ambassador king queen prince princess pope cardinal bishop archbishop rev reverend father rabbi imam sheikh coach headmaster headmistress author actor actress republican democrat democratic conservative labour labor independent former then-president ex-president billionaire republicans democrats deputy assistant associate acting state treasury",
);

const maleTitles = list(
  "mr sir lord herr monsieur señor sr king prince pope father congressman councilman chairman actor headmaster spokesman",
);
const femaleTitles = list(
  "mrs ms miss lady dame frau madame mme señora sra queen princess congresswoman councilwoman chairwoman actress headmistress spokeswoman",
);
const courtesies = list("mr sir lord mrs ms miss lady dame");
const maleNouns = list("man boy father son husband brother uncle grandfather widower waiter nephew monk");
const femaleNouns = list(
  "woman girl mother daughter wife sister aunt grandmother widow waitress niece nun midwife actress",
);

export type Gender = "male" | "female" | "unknown";

/** What a first name or a title tells about "he" and "she"; most names tell nothing, and none is assumed. */
export function genderOf(words: string[]): Gender {
  const plain = words.map(bare);
  // A title stands before a name: in "Gayle King" it is one.
  const before = plain.length > 1 ? plain.slice(0, -1) : plain;
  if (before.some((word) => maleTitles.has(word))) return "male";
  if (before.some((word) => femaleTitles.has(word))) return "female";
  // "Virginia Gov. Terry McAuliffe": what stands before the title is no first name.
  const title = plain.findLastIndex((word, at) => titles.has(word) && at < plain.length - 2);
  const first = plain.slice(title + 1).find(isFirstName);
  if (first === undefined || plain.length < 2 || first === plain.at(-1) || eitherNames.has(first))
    return "unknown";
  const told = bodyOrPerson(words);
  if (told === "organisation" || told === "unknown") return "unknown";
  return isFemaleName(first) ? "female" : "male";
}

/** What a title tells that says no more of somebody; a "chairman" may be a woman. */
export function genderOfCourtesy(words: string[]): Gender {
  return genderOf(words.filter(isCourtesy));
}

/** "Mr." and the like. */
export function isCourtesy(word: string): boolean {
  return courtesies.has(bare(word));
}

function isFemaleName(word: string): boolean {
  return femaleNames.has(word) || moreFemaleNames.has(word);
}

/** What a word for somebody tells: "woman", "chairman", "widow"; "nurse" and "official" tell nothing. */
export function genderOfNoun(word: string): Gender {
  if (femaleNouns.has(word) || femaleTitles.has(word) || /woman$/.test(word)) return "female";
  const isMale = maleNouns.has(word) || maleTitles.has(word) || /[a-z]man$/.test(word);
  return isMale && !/^(?:german|human|roman|norman|ottoman)$/.test(word) ? "male" : "unknown";
}

const personNouns = list(
  "official officer spokesperson person resident neighbour neighbor teacher nurse doctor driver worker employee volunteer engineer lawyer prosecutor judge witness victim patient student pupil passenger customer owner tenant landlord farmer fisherman mayor minister president director manager chief head boss chair leader member lawmaker senator councillor councilor candidate voter activist adviser advisor aide analyst expert researcher scientist professor historian economist critic author writer journalist reporter editor photographer artist actor singer musician soldier commander general colonel captain pilot guard detective inspector investigator sergeant sheriff firefighter paramedic surgeon dentist pharmacist plumber electrician carpenter builder baker butcher cook chef waiter cleaner clerk secretary assistant accountant auditor banker broker trader investor founder inventor colleague friend relative parent child cousin partner guest visitor tourist caller user player coach trainer referee priest pastor bishop imam rabbi survivor suspect defendant plaintiff applicant migrant refugee prisoner inmate insider whistleblower diplomat ambassador envoy consul representative delegate negotiator mediator planner architect operator contractor supplier shopkeeper cashier publican hotelier sailor skipper ferryman miner logger hunter ranger warden caretaker janitor porter concierge superintendent commissioner ombudsman treasurer coroner juror magistrate barrister solicitor bystander onlooker villager pensioner commuter shopper pilgrim protester campaigner demonstrator organiser organizer supporter fan shareholder striker midfielder defender goalkeeper winger footballer cricketer runner swimmer golfer boxer climber singer-songwriter rapper composer conductor poet comedian presenter filmmaker dancer entrepreneur billionaire tycoon astronaut astronomer curator librarian carer headteacher mum dad angler screenwriter playwright songwriter beekeeper lifeguard barber hairdresser mechanic technician keeper zookeeper promoter",
);

/** Whether a noun in the singular is a word for a person: "activist"; "Lindqvist" is a name. */
export function isPersonNoun(word: string): boolean {
  return (
    /^(?:father|mother|grandfather|grandmother|dad|mum)-of-/.test(word) ||
    personNouns.has(word) ||
    genderOfNoun(word) !== "unknown" ||
    /(?:person|(?![qk]?v)[^aeiou]ist|(?<![qk])vist)$/.test(word)
  );
}

/** Whether a word is a first name that the lists hold; names of other parts of the world may be missing. */
export function isFirstName(word: string): boolean {
  const plain = bare(word);
  return isFemaleName(plain) || maleNames.has(plain) || moreMaleNames.has(plain) || eitherNames.has(plain);
}

const nameParticles = list(
  "van von vom zu zur der den des de del della dei di da dal dos das du la le les los las el al bin bint ibn ben ter ten af",
);

/** Whether a word may stand inside a surname in small letters: "van der Meer", "bin Said". */
export function isNameParticle(word: string): boolean {
  return nameParticles.has(word);
}

/** The surname alone, if that is all there is: "meer" of "van der meer". */
export function surnameOf(key: readonly string[]): string | null {
  return key.length > 0 && key.slice(0, -1).every(isNameParticle) ? (key.at(-1) ?? null) : null;
}

/** Nouns for those who are no single person, by what may be called by them. */
export const organisationHeads: ReadonlyMap<string, string> = new Map(
  [
    [
      "media",
      "outlet newspaper paper daily weekly network magazine website site station channel broadcaster television radio publication tabloid newsroom portal",
    ],
    ["agency", "agency bureau service inspectorate directorate secretariat prefecture registry treasury"],
    ["ministry", "ministry department"],
    ["government", "government administration regime kremlin authorities cabinet"],
    [
      "company",
      "company firm bank maker retailer manufacturer carrier airline operator startup giant supplier producer corporation chain lender insurer business operator utility cooperative developer shipyard brewery mill factory publisher label subsidiary",
    ],
    [
      "group",
      "group trust academy organization organisation association union charity nonprofit coalition alliance network foundation institute council federation society watchdog body authority regulator consortium brigade diocese archdiocese",
    ],
    ["committee", "committee commission panel board inquiry enquiry inquest"],
    ["court", "court tribunal jury"],
    ["campaign", "campaign team camp"],
    ["party", "party opposition"],
    ["police", "police force coastguard"],
    ["school", "university college school"],
    [
      "office",
      "office headquarters palace embassy consulate parliament congress senate house legislature assembly army navy military hospital club league museum hotel clinic prison airport theatre theater zoo church city county state town municipality parish laboratory observatory library",
    ],
  ].flatMap(([kind = "", words = ""]) => words.split(" ").map((word) => [word, kind])),
);

/** Nouns for what can be read: their words are a document's. */
export const documentHeads = list(
  "report study poll survey letter memo memorandum statement filing lawsuit indictment article analysis book post tweet email data figures document documents complaint editorial bill law ruling order opinion paper transcript notice release headline story audit review survey surveys polls reports studies records papers statistics numbers sign banner letter dossier census website webpage petition resolution affidavit timetable plan proposal warrant manifesto poster note message text inscription ad advertisement essay column op-ed research evidence findings",
);

/** What can be read and shows something, beside those that stand for documents. */
const readable =
  /^(?:letters|e-?mails|filings|files|minutes|logs?|logbooks?|diar(?:y|ies)|notebooks?|tapes?|images?|videos?|footage|messages|transcripts|audits?|accounts|receipts|invoices|tests?|results|archives|photographs|photos)$/;

/** Whether a word stands for what can be read: "records", "data". */
export function isReadable(lower: string): boolean {
  return documentHeads.has(lower) || readable.test(lower);
}

const organisationWords = list(
  "ministry department committee university college institute institution council commission agency bureau party court congress senate parliament house bank corp inc ltd co company group association union foundation center centre league network news times post journal tribune herald gazette press daily magazine radio tv television police army navy guard force corps nations union organization organisation campaign pac office administration government kremlin pentagon fund trust federation alliance coalition society board authority service services international industries systems technologies media broadcasting intelligence command school hospital church club museum airlines airways ferries energy motors systems robotics hydro water power electric pictures studios labs laboratories foods pharma pharmaceuticals holdings partners capital railways rail transport telecom insurance observatory library archive institute works brewery hotels homes guild chamber confederation inspectorate directorate secretariat municipality prefecture registry treasury consortium brigade diocese archdiocese laboratory",
);

/** Whether a name holds a word of institutions or is a shortening in capitals. */
export function isOrganisationName(words: string[]): boolean {
  const plain = words.map(bare);
  if (plain.some((word) => organisationWords.has(word))) return true;
  const last = words.at(-1) ?? "";
  return words.length === 1 && /^\p{Lu}{2,}$/u.test(last.replace(/\./gu, ""));
}

/** Words of institutions that are surnames, too. */
const surnamesToo = list("church court house bank power fund service guard");

/**
 * What a first name or an initial names with a word of institutions at the end: "Victoria Police" is a body, "Mary Anne Church" a
 * person, and "Grace Church" leaves it open. Null for all other names.
 */
export function bodyOrPerson(words: readonly string[]): "organisation" | "person" | "unknown" | null {
  const last = bare(words.at(-1) ?? "");
  if (!organisationWords.has(last) || words.length < 2 || !isGiven(words[0] ?? "")) return null;
  if (!surnamesToo.has(last) || !words.slice(0, -1).every(isGiven)) return "organisation";
  return words.length > 2 ? "person" : "unknown";
}

function isGiven(word: string): boolean {
  return isFirstName(word) || /^\p{Lu}\.$/u.test(word);
}

const mediaWords =
  /\b(?:times|post|news|journal|tribune|herald|gazette|press|daily|magazine|radio|tv|cnn|bbc|nbc|abc|cbs|reuters|politico|newsweek|guardian|telegraph|observer|bloomberg|breitbart|buzzfeed|axios|mediazona|meduza|monde|figaro|spiegel|zeit|país|jazeera|repubblica|afp|ap)\b/iu;

/** Whether a name is that of a newspaper, broadcaster or wire, or sounds like one. */
export function isMediaName(name: string): boolean {
  return mediaWords.test(name);
}
