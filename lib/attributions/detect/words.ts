import { cueVerbs } from "./cues";
import { inflect, type VerbForm } from "./inflect";

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

// The closed classes of English words, in small letters. tag.ts says what they do in a sentence.

export const determiners = list(
  "the a an this that these those some any no every each either neither all both many most several few another such much more less other own",
);
export const possessives = list("my your his her its our their whose");
export const subjectPronouns = list(
  "i you he she it we they everyone everybody someone somebody nobody anyone anybody none who one others",
);
export const objectPronouns = list(
  "me him her us them himself herself itself themselves myself yourself ourselves whom",
);
export const relatives = list("who which whom whose that what whoever whatever");
export const conjunctions = list("and or but nor yet &");
export const subordinators = list(
  "because although though while if when whenever after before since until unless whereas as once whether where why how so than lest",
);
export const prepositions = list(
  "of in on at by for with from to into onto over under about against between among during through throughout without within across toward towards behind beyond near around above below inside outside upon despite along amid via per like off out up down regarding including concerning following alongside versus vs. besides except past unlike",
);
export const modals = list("will would can could should may might must shall 'll 'd ought cannot ca wo");
export const beForms = list("be is are was were been being am 's 're 'm");
export const haveForms = list("have has had having 've");
export const doForms = list("do does did doing");
export const negations = list("not n't never");
export const adverbs = list(
  "also still just even then now later again once twice ever already always often sometimes soon too very quite rather perhaps maybe instead indeed however meanwhile moreover furthermore therefore thus first second finally yesterday today tonight tomorrow earlier recently ago away back here there so far yet almost nearly only else otherwise simply long further live afterward afterwards nevertheless nonetheless well really probably all but first-ever once more likewise thereby hence apparently".replace(
    " all but ",
    " ",
  ),
);
const notAdverbs = list(
  "family reply supply july italy ally bully daily weekly monthly early only friendly likely unlikely elderly deadly costly lovely ugly holy assembly anomaly rally monopoly jelly belly fly apply imply comply rely multiply hilly emily sally kelly molly billy willy lily polly holly beverly",
);
export const timeWords = list(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. yesterday today tonight tomorrow morning afternoon evening night week weekend month year noon midnight",
);

const commonVerbs = `
become/became/become come/came/come go/went/gone get/got/gotten make/made take/took/taken give/gave/given see/saw/seen
keep/kept let/let put/put set/set run/ran/run lead/led leave/left lose/lost win/won hold/held bring/brought buy/bought
build/built send/sent spend/spent stand/stood meet/met pay/paid sit/sat lie/lay/lain rise/rose/risen fall/fell/fallen
grow/grew/grown draw/drew/drawn drive/drove/driven eat/ate/eaten break/broke/broken choose/chose/chosen speak/spoke/spoken
wear/wore/worn teach/taught catch/caught seek/sought sell/sold hear/heard mean/meant fight/fought hit/hit cut/cut hurt/hurt
cost/cost beat/beat/beaten bear/bore/born begin/began/begun drop/+ stop/+ plan/+ shoot/shot strike/struck throw/threw/thrown
understand/understood undergo/underwent/undergone overcome/overcame/overcome withdraw/withdrew/withdrawn forget/forgot/forgotten
want need like love hate try use work help start turn move live play pay serve seem appear happen change follow stay remain
look watch wait walk talk visit vote support oppose back endorse win pass sign file fund raise rise create allow include
require provide reduce increase expand cover carry reach open close end face force cause lack join attack defend push pull
kill die injure wound arrest charge sue try accept refuse decline fail manage intend aim attempt struggle seek prefer appeal
deserve enjoy favor favour attend host hold lead belong exist depend result contain represent reflect mark involve concern
affect prove learn decide consider discuss debate review study examine investigate question address handle protect save
elect nominate run campaign compete challenge defeat trail lead poll lean trust disagree care act react return arrive
enter travel fly land cross settle retire resign quit hire fire employ earn owe borrow lend invest donate contribute receive
collect gather share divide separate combine connect compare match fit suit apply submit grant award deliver ship export
import trade produce manufacture develop design launch release publish print broadcast air stream record film photograph
dominate surge plunge soar climb slip slide drift shift switch convert transform replace remove eliminate ban block bar
restrict limit ease loosen tighten strengthen weaken damage destroy ruin fix repair restore rebuild renew extend shorten
delay postpone cancel suspend halt resume finish complete achieve succeed score prepare train equip arm deploy
lie/lied/lied flee/fled hide/hid/hidden steal/stole/stolen sink/sank/sunk spread/spread rank rate score top exceed surpass total average
stem trigger prompt spark fuel inspire motivate encourage persuade convince pressure lobby negotiate mediate sponsor
introduce amend repeal veto override adopt approve ratify enforce implement impose lift waive violate break abuse exploit
ignore overlook neglect avoid escape evade dodge survive recover heal treat cure vaccinate infect contract
own rent lease occupy inhabit surround border touch strike push call name appoint assign select pick choose swear
accompany escort guide direct supervise oversee/oversaw/overseen control command rule govern dictate influence shape
sound taste smell look stare glance smile nod/+ sigh pause gesture wave cheer boo chant march protest rally demonstrate
gain regain obtain acquire secure seize capture retain maintain preserve conserve waste exhaust drain
belong matter count amount tend love dislike admire respect honor honour celebrate mourn suffer endure tolerate resist
view regard treat see perceive identify recognize recognise remember remind spot notice detect track trace locate discover
fly/flew/flown blow/blew/blown bleed/bled creep/crept dig/dug fling/flung forbid/forbade/forbidden forgive/forgave/forgiven
overhear/overheard hang/hung kneel/knelt lay/laid leap/leapt lend/lent mistake/mistook/mistaken overtake/overtook/overtaken ride/rode/ridden
ring/rang/rung shine/shone shrink/shrank/shrunk sing/sang/sung slide/slid spin/spun spit/spat stick/stuck sting/stung
sweep/swept swim/swam/swum weep/wept withstand/withstood
arise/arose/arisen emerge originate derive evolve advance progress proceed precede succeed undermine threaten
pursue chase hunt target aim focus concentrate center base found establish form organize organise arrange schedule
pour flow flood burn freeze/froze/frozen melt boil bake cook feed/fed drink/drank/drunk sleep/slept wake/woke/woken
dip hover hinge cling/clung swing/swung bet/bet split/split tear/tore/torn deal/dealt feel/felt tie vary differ
shake/shook/shaken shrug/+ clap/+ frown grin/+ wince applaud interrupt
jump skip/+ step/+ grab/+ strip/+ wrap/+ ship/+ shop/+ commit/+ submit/+ permit/+ occur/+ refer/+ prefer/+ defer/+
`;

export type VerbInfo = Set<VerbForm>;

/** Forms of the verbs that news uses most, so that the end of a subject can be told from a noun. */
const verbForms: Map<string, VerbInfo> = readVerbs();

function readVerbs(): Map<string, VerbInfo> {
  const forms = new Map<string, VerbInfo>();
  const entries = [...commonVerbs.split(/\s+/).filter(Boolean), ...cueVerbs.map((verb) => verb.base)];
  for (const entry of entries) {
    for (const [form, kind] of inflect(entry).forms) {
      const known = forms.get(form) ?? new Set<VerbForm>();
      forms.set(form, known.add(kind));
    }
  }
  return forms;
}

export const numberWords = list(
  "two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands millions",
);

/** Participles that stand before a noun like adjectives. */
export const adjectives = list(
  "retired alleged aged disgraced renowned united self-described so-called wounded",
);

// Words with a verb's shape that are nouns unless something says otherwise.
const nounStems = list(
  "report claim state states note call calls plan plans vote votes support work works play question questions demand demands comment comments request requests project projects order orders post posts fund funds poll polls force forces result results study studies rule rules charge charges end ends trade challenge change changes attack attacks debate contract record records air rank ranks point points label brand term terms place list view views hope hopes fear fears doubt worry score border mark marks address concern concerns cause lack share shares back set top model talk talks answer answers cost costs deal deals act acts play center base name names host film matter amount count control influence mark issue issues need needs aim aims campaign campaigns offer offers march protest protests rally lead respect honor honour fire train arm arms command look step sound love hate interest promise promises forecast estimate estimates project read face like court courts house show pledge vow threat",
);

/** Words with a verb's shape that are nouns unless something says otherwise, singular and plural. */
export const nounFirst = new Set([...nounStems].flatMap((stem) => [stem, `${stem}s`]));

/** Whether a word that ends in -ly (and is no noun) or stands in the list says how, when or where. */
export function isAdverb(lower: string): boolean {
  return adverbs.has(lower) || (lower.length > 4 && lower.endsWith("ly") && !notAdverbs.has(lower));
}

const edForms: VerbInfo = new Set(["d", "n"]);
const ingForms: VerbInfo = new Set(["g"]);

/** Which forms of a verb a word can be; words in -ed and -ing that nobody listed are taken for verbs. */
export function verbInfo(lower: string): VerbInfo | undefined {
  const known = verbForms.get(lower);
  if (known) return known;
  if (
    lower.length > 4 &&
    lower.endsWith("ed") &&
    !/^(?:hundred|sacred|naked|wicked|breed|speed|indeed|exceed|proceed|succeed|united)$/.test(lower)
  ) {
    return edForms;
  }
  if (
    lower.length > 5 &&
    lower.endsWith("ing") &&
    !/^(?:morning|evening|everything|something|nothing|anything|during|building|beijing|sterling|ceiling|sibling|offspring)$/.test(
      lower,
    )
  ) {
    return ingForms;
  }
  return undefined;
}

/** What somebody does who was spoken to. */
export const answerVerbs =
  /^(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?|retort(?:s|ed)?|counter(?:s|ed)?)$/;

/** Before these somebody tells something, whoever that is. */
export const hearing =
  /^(?:courts?|inquiry|enquiry|inquest|tribunal|jury|jurors|trial|hearing|committee|panel|commission|magistrates|judges?|parliament|council|councillors|meeting|conference|mps|senators|lawmakers)$/;
