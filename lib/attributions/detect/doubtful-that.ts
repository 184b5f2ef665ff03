import { cueForms } from "./cues";
import type { Range } from "./noun-phrases";
import { clauseBefore, conditions, isStated, negative, supposing } from "./stated";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { beForms, haveForms, modals } from "./words";

/** What is said to be so without anybody who saw it, or not to be so. */
const doubtful =
  /^(?:rumou?rs?|gossip|whispers|claims?|allegations?|suggestions?|hints?|signs?|ideas?|notions?|impression|accusations?|hoax|myths?|fictions?|lies?|tales?|stor(?:y|ies)|theor(?:y|ies)|narrative|assertions?|beliefs?|speculation|suspicions?|fears?|illusion|misconception|pretence|possibilit(?:y|ies)|chances?|likelihood|probability|prospects?|risks?|dangers?|indications?|hopes?|assumptions?|conditions?|false|untrue|incorrect|inaccurate|fabricated|possible|impossible|conceivable|plausible|implausible|likely|unlikely|wrong|unclear|uncertain|unproven|unconfirmed|doubtful|questionable|rumou?red|alleged|nonsense)$/;
/** Stands for what is so, where nothing beside it takes that back. */
const sure =
  /^(?:true|clear|certain|sure|convinced|confident|proven?|proved|evident|obvious|right|correct|known|established?)$/;
/** "It is believed that": nobody says it. */
const hearsay = /^(?:believed|thought|claimed|rumou?red|suspected|feared|assumed|supposed|suggested|hoped)$/;
const told = /^(?:word|rumou?r|legend|gossip|talk|story)$/;
const mistaken =
  /^(?:wrong|wrongly|falsely|mistake|mistaken|mistakenly|erroneously|incorrectly|misleading|unfair|untrue|false|supposedly|allegedly|unconfirmed|unverified|bogus|fake)$/;
/** Is felt about what is so: "few were surprised that" takes nothing back. */
const felt =
  /^(?:surpris|shock|stunn|astonish|amaz|startl|alarm|upsett?|annoy|anger|pleas|delight|reliev|disappoint)(?:ed|ing)$|^(?:surprise|upset|angry|sorry|glad|happy|proud)$/;
/** Is there or is not: what is said of it tells. */
const ground = /^(?:evidence|proof|reports?)$/;
const giving =
  /^(?:found|has|have|had|produced|provided|presented|published|showed|gave|offered|submitted|saw|uncovered|obtained|gathered|collected|discovered|released|holds?|held)$/;
const sound =
  /^(?:the|a|an|this|some|more|further|additional|new|fresh|clear|strong|ample|compelling|overwhelming|solid|hard|firm|convincing|conclusive|written|video|audio|documentary|also)$/;

/**
 * Whether what stands before the "that" that somebody's saying hangs on takes it back or leaves it open: "rumours
 * that", "it may be true that", "no evidence that", "nobody heard that", "the story that … is untrue".
 */
export function isDoubtful(s: TaggedToken[], that: number): boolean {
  const what = s[that - 1]?.lower ?? "";
  if (that === 0) return true;
  if (/^(?:event|case)$/.test(what) && s[that - 3]?.lower === "in") return true;
  if (supposing.test(what) || doubtful.test(what)) return true;
  // "Word is that", "rumour has it that"
  if (/^(?:is|was|it)$/.test(what) && told.test(s[that - (what === "it" ? 3 : 2)]?.lower ?? "")) return true;
  if (sure.test(what)) return !isStated(s, that);
  if (felt.test(what))
    return clauseBefore(s, that).some(({ lower }) => modals.has(lower) || conditions.test(lower));
  if (isTakenBack(s, that)) return true;
  const end = behindVerbs(s, that);
  const phrases = end === null ? [] : phrasesBefore(s, end);
  const [phrase] = phrases;
  const outermost = phrases.at(-1);
  if (!phrase || !outermost) return false;
  const heads = phrases.map(({ to }) => s[to - 1]?.lower ?? "");
  if (heads.some((head) => doubtful.test(head))) return true;
  if (isLacking(s, phrase)) return true;
  if (!heads.some((head) => ground.test(head))) return hangsOnSubject(s, that);
  if (isPlaceOfSaying(s, phrase, outermost)) return false;
  return phrase !== outermost || phrase.to !== that || !isHeld(s, phrase) || !isStated(s, that);
}

/** "nobody heard that", "it would be wrong to say that", "Holm falsely claimed that", "it is believed that". */
function isTakenBack(s: TaggedToken[], that: number): boolean {
  const tag = s[that - 1]?.tag ?? "";
  if (!/^(?:verb|infinitive|participle|ing)$/.test(tag)) return false;
  const clause = clauseBefore(s, that);
  const isHearsay = clause[0]?.lower === "it" && hearsay.test(s[that - 1]?.lower ?? "");
  return isHearsay || clause.some(({ lower }) => negative.test(lower) || mistaken.test(lower));
}

/** Where a subject ends whose verb a "that" follows: "rumours" of "rumours spread that"; null behind a verb of saying. */
function behindVerbs(s: TaggedToken[], that: number): number | null {
  let to = that;
  while (/^(?:verb|auxiliary|participle|ing|adverb)$/.test(s[to - 1]?.tag ?? "")) {
    to--;
    if (s[to]?.tag !== "adverb" && cueForms.has(s[to]?.lower ?? "")) return null;
  }
  return to;
}

/** The phrase that ends at a token, and those that it hangs on: "Facebook" and then "false claims" of "false claims on Facebook". */
function phrasesBefore(s: TaggedToken[], end: number): Range[] {
  const phrases: Range[] = [];
  let to = end;
  let isList = false;
  while (isNominal(s[to - 1])) {
    let from = to - 1;
    while (isNominal(s[from - 1]) || (s[from - 1]?.tag === "adverb" && isNominal(s[from - 2]))) from--;
    phrases.push({ from, to });
    isList ||= s[from - 1]?.tag === "conjunction";
    to = from;
    while (isJoint(s, to - 1, isList)) to--;
  }
  return phrases;
}

function isNominal(token: TaggedToken | undefined): boolean {
  return /^(?:determiner|possessive|genitive|noun|name|number|object)$/.test(token?.tag ?? "");
}

/** What joins two phrases into one: "claims made on", "Holm and Reed"; a comma does so in a list. */
function isJoint(s: TaggedToken[], at: number, isList: boolean): boolean {
  const { tag = "stop", lower = "" } = s[at] ?? {};
  if (tag === "verb") return s[at + 1]?.tag === "preposition" && !cueForms.has(lower);
  return /^(?:preposition|to|participle|ing|conjunction)$/.test(tag) || (isList && tag === "comma");
}

/**
 * "The story that …", "A letter in which …": whether a clause hangs on its sentence's subject. What becomes of that stands
 * behind, and where the words end is not known.
 */
export function hangsOnSubject(s: TaggedToken[], opener: number): boolean {
  const outermost = phrasesBefore(s, opener).at(-1);
  if (!outermost) return false;
  const { from } = outermost;
  if (s.slice(from, opener).some((one) => isFiniteVerb(one.tag))) return false;
  let k = from - 1;
  while (s[k]?.tag === "adverb") k--;
  return k < 0 || /^(?:comma|conjunction|dash|colon|stop)$/.test(s[k]?.tag ?? "");
}

/** "said in a report that", "told the court in evidence that": the "that" hangs on the saying. */
function isPlaceOfSaying(s: TaggedToken[], phrase: Range, outermost: Range): boolean {
  const saying = phrase === outermost ? phrase.from - 2 : outermost.from - 1;
  return /^(?:in|at|during)$/.test(s[phrase.from - 1]?.lower ?? "") && cueForms.has(s[saying]?.lower ?? "");
}

/** "There was no record that"; "no doubt that" tells that it is so. */
function isLacking(s: TaggedToken[], { from, to }: Range): boolean {
  const head = s[to - 1]?.lower ?? "";
  return (
    negative.test(s[from]?.lower ?? "") &&
    !/^(?:doubt|question|secret|surprise|wonder|coincidence)$/.test(head)
  );
}

/** "There is clear evidence", "police have found evidence", "confirmed reports": not forged, not lacking, not wanted. */
function isHeld(s: TaggedToken[], { from, to }: Range): boolean {
  let k = from - 1;
  while (s[k]?.tag === "adverb") k--;
  const verb = s[k]?.lower ?? "";
  const isHad = s[k]?.tag === "participle" && haveForms.has(s[k - 1]?.lower ?? "");
  if (!isHad && !isFiniteVerb(s[k]?.tag)) return false;
  if (!s.slice(from, to - 1).every((one) => sound.test(one.lower))) return false;
  if (/^reports?$/.test(s[to - 1]?.lower ?? "")) return verb === "confirmed";
  return giving.test(verb) || (beForms.has(verb) && s[k - 1]?.lower === "there");
}
