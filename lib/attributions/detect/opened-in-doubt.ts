import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import { hangsOnSubject, isDoubtful } from "./doubtful-that";
import type { Found } from "./found";
import { isOrganisationName } from "./names";
import type { Range } from "./noun-phrases";
import { clauseBefore, conditions, negative, supposing } from "./stated";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { timeWords, verbInfo } from "./words";

/**
 * Whether the clause that somebody speaks in is opened by what leaves the saying open: "if Berg says", "had Berg
 * said", "never has Berg said", "once Berg says", "no evidence that Berg said", "it is false that Berg said".
 */
export function isOpenedInDoubt(s: TaggedToken[], use: CueUse, found: Found): boolean {
  const { subject } = found;
  if (!subject || subject.core.from > use.from) return false;
  let k = subject.core.from - 1;
  while (s[k]?.tag === "adverb") k--;
  const opener = s[k];
  if (isOnlySupposed(s, k, subject.core.from)) return true;
  if (isBare(s, use) && makesSpeak(opener)) return true;
  if (isNotWitnessed(s, k)) return true;
  if (opener?.tag === "auxiliary") return isInverted(s, k) && !tellsHow(s, use.at + 1);
  if (opener?.lower === "that") return isDoubtful(s, k);
  if (opener?.tag === "relative") return hangsOnSubject(s, s[k - 1]?.tag === "preposition" ? k - 1 : k);
  // "The moment Berg says so": the moment is read as a part of the name.
  const name = s.findIndex((one, at) => at > k + 1 && at < subject.core.to && one.tag === "name");
  return isYetToCome(s, name > 0 && isTimeThen(s, name - 1) ? name - 1 : k, use, found.contents);
}

/** "if Berg said", "as though Berg said", "assuming Berg said", "that Berg said … is untrue". */
function isOnlySupposed(s: TaggedToken[], at: number, from: number): boolean {
  const opener = s[at]?.lower ?? "";
  if (conditions.test(opener) || supposing.test(opener)) return true;
  if (/^(?:as though|in case)$/.test(`${s[at - 1]?.lower} ${opener}`)) return true;
  // "Suppose Berg said so", "That Berg said so is untrue": the first word is read as a part of the name.
  const first = s[from]?.lower ?? "";
  if (s[from]?.tag === "name" && isNamedGroup(s[from + 1])) return false;
  return /^(?:suppose|imagine|say)$/.test(first) || (first === "that" && s[from + 1]?.tag === "name");
}

/** "Imagine Communications", "Imagine Dragons": a company or a band, where "Imagine Berg" supposes. */
function isNamedGroup(token: TaggedToken | undefined): boolean {
  const lower = token?.lower ?? "";
  return isOrganisationName([lower]) || /^(?:dragons|communications|learning|entertainment)$/.test(lower);
}

/** "appears to show Berg saying", "does not recall Berg saying". */
function isNotWitnessed(s: TaggedToken[], at: number): boolean {
  const before = s.slice(Math.max(0, at - 4), at);
  const opener = s[at]?.lower ?? "";
  if (/^(?:show|shows|showed|showing)$/.test(opener)) return before.some(({ lower }) => seeming.test(lower));
  return /^(?:recall|remember|hear|heard)$/.test(opener) && before.some(({ lower }) => negative.test(lower));
}

const seeming =
  /^(?:appear|purport|seem|claim|pretend)(?:s|ed|ing)?$|^(?:fake|doctored|allegedly|supposedly|purportedly)$/;

/** "say" with nothing before it but who says it. */
function isBare(s: TaggedToken[], { from, at }: CueUse): boolean {
  const forms = cueForms.get(s[at]?.lower ?? "")?.forms ?? [];
  return from === at && forms.includes("b") && !forms.includes("d");
}

/** "made Berg say", "let her say", "wait to hear Berg say"; who "heard Berg say" did. */
function makesSpeak(opener: TaggedToken | undefined): boolean {
  if (/^(?:makes?|making|made|lets?|letting|helps?|helped|helping)$/.test(opener?.lower ?? "")) return true;
  return opener?.tag === "infinitive" && /^(?:hear|see|watch|have)$/.test(opener.lower);
}

/** "Had Berg said so, she would have lied", "Never did Berg say so"; "Only then did Berg say so" tells that she did. */
function isInverted(s: TaggedToken[], helper: number): boolean {
  const before = clauseBefore(s, helper);
  if (before.some((one) => one.lower === "only")) return false;
  if (/^(?:had|should)$/.test(s[helper]?.lower ?? "")) return true;
  if (s[helper]?.lower === "were" && before.every((one) => one.tag === "conjunction")) return true;
  return before.some((one) => negative.test(one.lower));
}

/** "Rarely has Berg said so clearly that": how it was said is what is rare. */
function tellsHow(s: TaggedToken[], at: number): boolean {
  return /^(?:so|as|more)$/.test(s[at]?.lower ?? "") && /ly$/.test(s[at + 1]?.lower ?? "");
}

const untilThen = /^(?:once|until|till|before)$/;
const whenThen = /^(?:when|whenever|after)$/;

/**
 * "until Berg says", "once the court has ruled", "they will leave when Berg says". With a past behind them they tell
 * what was ("open until police said"), unless the sentence looks ahead: "nobody would leave until police said".
 */
function isYetToCome(s: TaggedToken[], at: number, use: CueUse, contents: Range[]): boolean {
  const opener = s[at]?.lower ?? "";
  const isSoon = opener === "as" && s[at - 1]?.lower === "soon";
  const isTime = isTimeThen(s, at);
  if (!untilThen.test(opener) && !whenThen.test(opener) && !isTime && !isSoon) return false;
  // "on Friday, when unions say": the day is told of, not what has to come first.
  const to = contents[0]?.to ?? s.length;
  // "on Friday, when unions say": the day is told of, not what has to come first. What goes on with a verb is another's.
  if (opener === "when" && s[at - 1]?.tag === "comma" && timeWords.has(s[at - 2]?.lower ?? ""))
    return s.some((one, k) => k > use.to && k < to && one.tag === "comma" && isFiniteVerb(s[k + 1]?.tag));
  // "The dam, when Berg says it is safe, will open": behind a comma the sentence may go on, and not the words.
  const isParted = /^(?:comma|subordinator|conjunction)$/.test(s[at - 1]?.tag ?? "");
  const comma = isParted ? s.findIndex((one, k) => k > use.to && k < to && one.tag === "comma") : -1;
  const hangsOn = clauseBeside(s, at, comma < 0 ? to : comma);
  // "Only when Berg says so will they leave": the sentence goes on without a comma.
  if (whenThen.test(opener)) return s[at - 1]?.lower === "only" || (!isPast(s, use) && hangsOn.some(isAhead));
  // Where its words end could not be told from where the sentence goes on.
  const leads = s
    .slice(0, at)
    .every((one) => /^(?:conjunction|adverb|comma|preposition|determiner|not)$/.test(one.tag));
  if (leads && (isTime || /^(?:until|till)$/.test(opener))) return true;
  // "It could take years, lawyers said, before the court said": what they expected, and then what came.
  const isTold = /^(?:before|once)$/.test(opener) && endsInSaying(s, at);
  const open = isTold ? /^would$/ : /^(?:would|could|might)$/;
  return !isPast(s, use) || hangsOn.some((one) => (!isTold && isAhead(one)) || open.test(one.lower));
}

/**
 * The verbs that a clause opened at `at` may hang on: the nearest one before it with its helpers, and what stands behind
 * the clause where the sentence goes on there. Of "Reed, who could not be reached, left before", only "left".
 */
function clauseBeside(s: TaggedToken[], at: number, behind: number): TaggedToken[] {
  const before: TaggedToken[] = [];
  let isTold = endsInSaying(s, at);
  for (let k = at - 1; k >= 0 && !/^(?:stop|colon)$/.test(s[k]?.tag ?? ""); k--) {
    if (!isFiniteVerb(s[k]?.tag)) continue;
    const verb = k;
    while (/^(?:auxiliary|not|adverb)$/.test(s[k - 1]?.tag ?? "")) k--;
    before.push(...s.slice(k, verb + 1));
    const left = s[k - 1];
    // ", who left before the judge said, will return": the clause ends before the sentence goes on.
    if (left?.tag === "relative" && s[k - 2]?.tag === "comma") return before;
    const isShared = left?.tag === "conjunction" && isBareForm(s[verb]);
    const isInside = left?.tag === "relative" || left?.lower === "that";
    if (!isTold && !isShared && !isInside) break;
    isTold = false;
  }
  const isNext = s[behind]?.tag === "comma" && s[behind + 1]?.tag === "conjunction";
  return before.length > 0 && isNext ? before : [...before, ...s.slice(behind)];
}

/** ", lawyers said, before": who says it stands between the words and the clause that hangs on them. */
function endsInSaying(s: TaggedToken[], at: number): boolean {
  const verb = s[at - 1]?.tag === "comma" ? at - 2 : -1;
  if (s[verb]?.tag !== "verb" || !cueForms.get(s[verb]?.lower ?? "")?.verb.takes.includes("p")) return false;
  return clauseBefore(s, verb).length > 0 && s.slice(0, verb).some((one) => one.tag === "comma");
}

/** "wait" of "would stay and wait". */
function isBareForm(token: TaggedToken | undefined): boolean {
  const forms = verbInfo(token?.lower ?? "");
  return token?.tag === "verb" && forms?.has("b") === true && !forms.has("d");
}

/** "by the time Berg says", "the next time Berg says", "the moment Berg says"; not "at that time Berg said". */
function isTimeThen(s: TaggedToken[], at: number): boolean {
  const [word, before, first] = [s[at]?.lower ?? "", s[at - 1]?.lower, s[at - 2]];
  if (word === "time") return before === "next" || (before === "the" && first?.lower === "by");
  return /^(?:moment|minute|instant)$/.test(word) && before === "the" && first?.tag !== "preposition";
}

function isAhead({ tag, lower }: TaggedToken): boolean {
  return tag === "auxiliary" && /^(?:will|'ll|wo|shall|must|may|can|ca|cannot|should)$/.test(lower);
}

/** "said", "had said", "did not say"; "has said" reaches into what is to come. */
function isPast(s: TaggedToken[], { from, at }: CueUse): boolean {
  const helper = s.slice(from, at).find((one) => one.tag === "auxiliary")?.lower;
  if (helper !== undefined) return /^(?:had|did|was|were|'d)$/.test(helper);
  return cueForms.get(s[at]?.lower ?? "")?.forms.includes("d") ?? false;
}
