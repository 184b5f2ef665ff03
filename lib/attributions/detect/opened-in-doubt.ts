import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import { isDoubtful } from "./doubtful-that";
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
  // "Suppose Berg said so": the word at the beginning is read as a part of the name.
  if (/^(?:suppose|imagine|say)$/.test(s[subject.core.from]?.lower ?? "")) return true;
  const opener = s[k];
  const word = opener?.lower ?? "";
  if (conditions.test(word) || supposing.test(word)) return true;
  const pair = `${s[k - 1]?.lower} ${word}`;
  if (pair === "as though" || pair === "in case") return true;
  if (opener?.tag === "auxiliary") return isInverted(s, k);
  if (word === "that") return isDoubtful(s, k);
  // "The moment Berg says so": the moment is read as a part of the name.
  const name = s.findIndex((one, at) => at > k + 1 && at < subject.core.to && one.tag === "name");
  return isYetToCome(s, name > 0 && isTimeThen(s, name - 1) ? name - 1 : k, use, found.contents);
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
  if (whenThen.test(opener)) return !isPast(s, use) && others.some(isAhead);
  // Where its words end could not be told from where the sentence goes on.
  const leads = s
    .slice(0, at)
    .every((one) => /^(?:conjunction|adverb|comma|preposition|determiner)$/.test(one.tag));
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
