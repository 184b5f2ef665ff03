import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import { hangsOnSubject, isDoubtful } from "./doubtful-that";
import type { Found } from "./found";
import type { Range } from "./noun-phrases";
import { clauseBefore, conditions, negative, supposing } from "./stated";
import type { TaggedToken } from "./tag";

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
  if (opener?.tag === "auxiliary") return isInverted(s, k);
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
  return /^(?:suppose|imagine|say)$/.test(first) || (first === "that" && s[from + 1]?.tag === "name");
}

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
  const behind = contents[0]?.to ?? s.length;
  const others = [...s.slice(0, at), ...s.slice(behind)];
  // "Only when Berg says so will they leave": the sentence goes on without a comma.
  if (whenThen.test(opener)) return s[at - 1]?.lower === "only" || (!isPast(s, use) && others.some(isAhead));
  // Where its words end could not be told from where the sentence goes on.
  const leads = s
    .slice(0, at)
    .every((one) => /^(?:conjunction|adverb|comma|preposition|determiner|not)$/.test(one.tag));
  if (leads && (isTime || /^(?:until|till)$/.test(opener))) return true;
  return !isPast(s, use) || others.some((one) => isAhead(one) || /^(?:would|could|might)$/.test(one.lower));
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
