import { skipAdjuncts } from "./adjuncts";
import { type CueVerb, cueForms } from "./cues";
import { isSomebody } from "./made-to-speak";
import { endsPhrase, phraseEnd, phraseStart, type Range } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { hearing, subordinators, timeWords } from "./words";

/** Where a content ends that begins at `from`: before the next attribution, a contrast or the sentence's end. */
export function contentEnd(s: TaggedToken[], from: number, high: number): number {
  for (let k = from; k < high; k++) {
    const token = s[k];
    if (!token) continue;
    if (token.tag === "stop") return k;
    if (token.tag === "quotation" && endsInComma(token)) {
      if (k === from && s[k + 1]?.tag !== "quotation") return k + 1;
      if (endsAtComma(s, k, high)) return k + 1;
    }
    // "shouted “Resign!” at Berg": the reporter goes on.
    if (k === from && token.tag === "quotation" && endsInMark(token) && standsAside(s, k + 1)) return k + 1;
    if (k === from) continue;
    if (token.tag === "dash" && /^(?:but|though|although)$/.test(s[k + 1]?.lower ?? "")) return k;
    // "denied it, saying"
    const isPronoun = /^(?:it|this|that|them|him|her)$/.test(s[from]?.lower ?? "");
    const isShort = k === from + 1 && !(isPronoun && s[k + 1]?.tag === "ing");
    if (token.tag === "comma" && !isShort && endsAtComma(s, k, high)) return k;
    const isJoint = token.tag === "conjunction" && s[k - 1]?.tag !== "comma";
    if (isJoint && (tellsNext(s, from, k, high) || keepsSilent(s, k + 1))) return k;
    if (token.tag === "conjunction" && sharesSubject(s, k, high))
      return s[k - 1]?.tag === "comma" ? k - 1 : k;
    // "The sign read: “Keep out” and “No dogs,” said Holm.": Holm tells of the sign.
    if (token.tag === "quotation" && endsInComma(token) && isSpokenBy(s, k + 1)) return k + 1;
    if (token.tag === "quotation" && endsInComma(token) && isGapped(s, k + 1)) return k + 1;
    if (token.tag === "conjunction" && k === from + 1 && goesOnTelling(s, from, k)) return k;
    if (token.tag === "comma" && (isEcho(s, k + 1, high) || isShared(s, k + 1) || isRejected(s, k + 1, high)))
      return k;
    if (token.lower === "according" && s[k + 1]?.lower === "to") return k;
    // "She said: “We are” — “Too late,” shouted Lund."
    const isInterjection = token.tag === "dash" && s[k + 1]?.tag === "quotation" && s[k + 2]?.tag === "verb";
    if (isInterjection && cueForms.has(s[k + 2]?.lower ?? "")) return k;
  }
  return high;
}

/** "told me “they are fine” and sent me home": behind whole words in marks the speaker does something else. */
function goesOnTelling(s: TaggedToken[], quotation: number, conjunction: number): boolean {
  const next = s[conjunction + 1];
  const verb = next?.tag === "adverb" ? s[conjunction + 2] : next;
  return s[quotation]?.tag === "quotation" && verb?.tag === "verb";
}

/** "said Holm": a verb of saying and then who says it. */
export function isSpokenBy(s: TaggedToken[], at: number): boolean {
  const isSaying = s[at]?.tag === "verb" && cueForms.get(s[at]?.lower ?? "")?.verb.takes.includes("v");
  return isSaying === true && /^(?:name|determiner|possessive|noun)$/.test(s[at + 1]?.tag ?? "");
}

/** "called it “a mistake,” Holm “a crime.”", "said it was “a mistake,” and Holm that it was “a crime.”": the verb stands for both. */
function isGapped(s: TaggedToken[], at: number): boolean {
  const from = s[at]?.tag === "conjunction" ? at + 1 : at;
  let end = from;
  while (s[end]?.tag === "name") end++;
  return end > from && (s[end]?.tag === "quotation" || (from > at && s[end]?.lower === "that"));
}

/** ", and I did.", ", but it was not.": what came of it, as the reporter tells; "and she would" may be the speaker's. */
function isEcho(s: TaggedToken[], at: number, high: number): boolean {
  const [conjunction, pronoun, auxiliary] = [s[at], s[at + 1], s[at + 2]];
  const end = s[at + 3]?.tag === "not" ? at + 4 : at + 3;
  return (
    conjunction?.tag === "conjunction" &&
    pronoun?.tag === "pronoun" &&
    /^(?:did|does|do|was|were|is|are|has|have)$/.test(auxiliary?.lower ?? "") &&
    end >= high
  );
}

/** ", as did Holm", ", and so did Holm": who said so, too. */
function isShared(s: TaggedToken[], at: number): boolean {
  const does = /^(?:did|does|do|has|have|had)$/;
  if (s[at]?.lower === "as") return does.test(s[at + 1]?.lower ?? "");
  return s[at]?.lower === "and" && s[at + 1]?.lower === "so" && does.test(s[at + 2]?.lower ?? "");
}

const claim =
  /^(?:view|opinion|assessment|sentiment|stance|claim|charge|accusation|allegation|suggestion|assertion|figure|charges|claims|allegations|something)$/;
const rejecting =
  /^(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed)|contest(?:s|ed)?|shares?|shared|echo(?:es|ed)?|back(?:s|ed)|endorse[sd]?|support(?:s|ed)?|question(?:s|ed)?)$/;

/** ", a claim that the Federation rejected", ", an accusation she denied", ", which he denies": what another says to it. */
function isRejected(s: TaggedToken[], at: number, high: number): boolean {
  const first = s[at]?.tag === "determiner" ? s[at + 1] : s[at];
  if (!claim.test(first?.lower ?? "") && s[at]?.lower !== "which") return false;
  const verb = s.findIndex((one, k) => k > at && k < at + 10 && rejecting.test(one.lower));
  const behind = s.slice(at, verb).some((one) => one.tag === "comma") ? high : verb + 1;
  const isLast = verb > 0 && (behind >= high || /^(?:comma|preposition|adverb)$/.test(s[behind]?.tag ?? ""));
  return verb > 0 && isLast;
}

function endsInMark(token: TaggedToken): boolean {
  return /[.!?…][\s"”’']*$/u.test(token.text);
}

/** To whom, where and when: "“Jeopardy!” on stage would return" goes on, and so does what has more words in marks. */
function standsAside(s: TaggedToken[], at: number): boolean {
  const isAside = /^(?:preposition|to|subordinator)$/.test(s[at]?.tag ?? "");
  let end = at;
  while (/^(?:preposition|to)$/.test(s[end]?.tag ?? "") && phraseEnd(s, end + 1, s.length) > end + 1)
    end = phraseEnd(s, end + 1, s.length);
  return isAside && !isFiniteVerb(s[end]?.tag) && s.slice(at).every((one) => one.tag !== "quotation");
}

/** ", but the mayor disagreed", ", but declined to say more", ", but two years later he said so". */
function isContrast(s: TaggedToken[], at: number, high: number): boolean {
  const time = s.findIndex(
    (one, k) => k >= at && k < at + 4 && /^(?:later|earlier|afterwards)$/.test(one.lower),
  );
  // "but on Monday it said so"
  const isDay = s[at]?.tag === "preposition" && timeWords.has(s[at + 1]?.lower ?? "");
  if (isDay && clauseFollows(s, at + 2, high)) return true;
  return keepsSilent(s, at) || clauseFollows(s, at, high) || (time > 0 && clauseFollows(s, time + 1, high));
}

/** "declined to say more", "refused to comment". */
function keepsSilent(s: TaggedToken[], at: number): boolean {
  const isUnwilling = /^(?:declined|declines|refused|refuses)$/.test(s[at]?.lower ?? "");
  const deed = /^(?:say|comment|give|elaborate|provide|name|discuss|answer|speak|reveal|disclose)$/;
  return isUnwilling && s[at + 1]?.tag === "to" && deed.test(s[at + 2]?.lower ?? "");
}

/** American typesetting puts the comma inside the marks. */
export function endsInComma(token: TaggedToken): boolean {
  return /,[\s"”’']*$/u.test(token.text);
}

function endsAtComma(s: TaggedToken[], comma: number, high: number): boolean {
  const next = s[comma + 1];
  if (!next) return true;
  if (
    next.lower === "according" ||
    (next.lower === "but" && isContrast(s, comma + 2, high)) ||
    next.lower === "while" ||
    next.lower === "although" ||
    next.lower === "though"
  )
    return true;
  // "denies it, after a report claimed it": who else says so.
  if (/^(?:as|after|when)$/.test(next.lower) && reportsSoon(s, comma + 2, high)) return true;
  // ", before being led away"
  if (/^(?:before|after)$/.test(next.lower) && s[comma + 2]?.lower === "being") return true;
  if (closesParenthesis(s, comma, high) || resumesQuestion(s, comma)) return true;
  const at = next.tag === "adverb" ? comma + 2 : comma + 1;
  const form = cueForms.get(s[at]?.lower ?? "");
  if (form && s[at]?.tag === "ing") return /[qctn]/.test(form.verb.takes) && !/k/.test(form.verb.takes);
  return next.tag === "conjunction" && newAttribution(s, comma + 2, high);
}

/** "…, Smith said." at the end: the clause before is Smith's, so another's words end here. */
function closesParenthesis(s: TaggedToken[], comma: number, high: number): boolean {
  const near = phraseEnd(s, comma + 1, high);
  if (isHeardThere(s, near)) return true;
  const isDescribed =
    near > comma + 1 && /ed$/.test(s[near]?.lower ?? "") && !cueForms.has(s[near]?.lower ?? "");
  const end = isDescribed ? cueOfPhrase(s, comma + 1, high) : near;
  const form = cueForms.get(s[end]?.lower ?? "");
  if (end === comma + 1 || !form?.verb.takes.includes("p") || s[end]?.tag !== "verb") return false;
  const behind = skipAdjuncts(s, end + 1, high);
  return behind >= high || s[behind]?.tag === "comma";
}

/** "…, an inquest heard", "…, the court was told". */
function isHeardThere(s: TaggedToken[], at: number): boolean {
  const isHeard = s[at]?.lower === "heard" || (s[at]?.tag === "auxiliary" && s[at + 1]?.lower === "told");
  return isHeard && hearing.test(s[at - 1]?.lower ?? "");
}

/** "Did Holm, when Berg said it was cracked, say it was safe?": the question goes on. */
function resumesQuestion(s: TaggedToken[], comma: number): boolean {
  const opens = s.findIndex((one) => one.tag === "auxiliary" || one.tag === "comma");
  const isBare = cueForms.get(s[comma + 1]?.lower ?? "")?.forms.includes("b") ?? false;
  return isBare && s.at(-1)?.text === "?" && s[opens]?.tag === "auxiliary" && opens <= 1;
}

/** "two people briefed on the matter said": the verb of saying whose subject begins here; the start where there is none. */
function cueOfPhrase(s: TaggedToken[], from: number, high: number): number {
  for (let k = from + 1; k < Math.min(high, from + 14); k++) {
    if (s[k]?.tag === "comma") return from;
    const isCue = s[k]?.tag === "verb" && cueForms.has(s[k]?.lower ?? "");
    if (isCue && endsPhrase(s[k - 1]) && phraseStart(s, k - 1, from) === from) return k;
  }
  return from;
}

function reportsSoon(s: TaggedToken[], from: number, high: number): boolean {
  const end = phraseEnd(s, from, high);
  return end > from && cueForms.has(s[end]?.lower ?? "") && s[end]?.tag === "verb";
}

/** "it was a mistake and Holm said it was a crime": with a clause before it, another one tells what they say. */
function tellsNext(s: TaggedToken[], from: number, and: number, high: number): boolean {
  const isClause = s.slice(from, and).some((one) => isFiniteVerb(one.tag));
  const next = s[and + 1];
  const isNamed =
    /^(?:name|determiner|possessive)$/.test(next?.tag ?? "") || (next !== undefined && isSomebody(next));
  const verb = isClause && isNamed ? verbOfNext(s, and + 1, high) : null;
  return /^[^k]*[cj][^k]*$/.test(verb?.takes ?? "");
}

/** ", and Smith said that …", ", but her deputy, Tom Reed, said that …" */
function newAttribution(s: TaggedToken[], from: number, high: number): boolean {
  return /[ctnj]/.test(verbOfNext(s, from, high)?.takes ?? "");
}

function verbOfNext(s: TaggedToken[], from: number, high: number): CueVerb | null {
  const phrase = phraseEnd(s, from, high);
  if (phrase === from) return null;
  const end = behindApposition(s, phrase, high);
  return s[end]?.tag === "verb" ? (cueForms.get(s[end]?.lower ?? "")?.verb ?? null) : null;
}

/** Behind ", an economist at DNB,": what stands between commas and has no verb. */
function behindApposition(s: TaggedToken[], comma: number, high: number): number {
  if (s[comma]?.tag !== "comma") return comma;
  const close = s.findIndex((one, k) => k > comma && k < high && one.tag === "comma");
  const isPhrase = close > 0 && phraseEnd(s, comma + 1, high) === close;
  return isPhrase ? close + 1 : comma;
}

/** A subject and its verb: what comes is a clause of its own and no second half of the one before. */
export function clauseFollows(s: TaggedToken[], from: number, high: number): boolean {
  let at = from;
  while (s[at]?.tag === "adverb") at++;
  let end = phraseEnd(s, at, high);
  while (s[end]?.tag === "adverb") end++;
  return end > at && isFiniteVerb(s[end]?.tag);
}

/** "… and urged", "… but said": the same person goes on with another verb of saying. */
function sharesSubject(s: TaggedToken[], conjunction: number, high: number): boolean {
  let k = conjunction + 1;
  while (k < high && /^(?:adverb|auxiliary|not)$/.test(s[k]?.tag ?? "")) k++;
  const token = s[k];
  const helped = s[k - 1]?.tag === "auxiliary" || s[k - 2]?.tag === "auxiliary";
  const form = cueForms.get(token?.lower ?? "");
  if (form === undefined || /k/.test(form.verb.takes)) return false;
  if (token?.tag === "ing") return /[qct]/.test(form.verb.takes);
  return (
    (token?.tag === "verb" && form.forms.includes("d")) ||
    (helped && /^(?:participle|infinitive)$/.test(token?.tag ?? ""))
  );
}

/** What was said left of "…, X said": the clause up to `end`, or null where there is only a lead such as "In May". */
export function contentBefore(s: TaggedToken[], end: number, low: number): Range | null {
  let to = end;
  if (s[to - 1]?.tag === "comma" || s[to - 1]?.tag === "dash") to--;
  const from = clauseStart(s, to, low);
  if (from >= to) return null;
  const rest = s.slice(from, to);
  const quoted = rest.some((one) => one.tag === "quotation");
  const first = rest[0];
  // "He had one wish: “Peace,” he said": what leads to the quotation is the reporter's.
  if (rest.at(-1)?.tag === "quotation" && rest.at(-2)?.tag === "colon") return { from: to - 1, to };
  // "She said: “We are” — “Too late,” shouted Lund": what stands before the last quotation is hers.
  const isInterjected = rest.at(-1)?.tag === "quotation" && rest.at(-2)?.tag === "dash";
  if (isInterjected && rest.some((one) => one.tag === "colon")) return { from: to - 1, to };
  if (isAnothers(s, { from, to })) return null;
  if (quoted) return { from, to };
  if (!first) return null;
  const verbal = rest.some((one) => isFiniteVerb(one.tag) || (one.tag === "infinitive" && rest.length > 3));
  // A verb may hide in a word that looks like a noun; a lead such as "In the race" stays out all the same.
  if (!verbal && (rest.length < 5 || !/^(?:noun|name|number|determiner|possessive|ing)$/.test(first.tag)))
    return null;
  if (subordinators.has(first.lower) && !rest.some((one) => one.tag === "comma")) return null;
  return { from, to };
}

/** What leads to "…, X said, …" and may belong to the words; null where it is somebody else's. */
export function leadBefore(s: TaggedToken[], to: number): Range | null {
  const lead = { from: clauseStart(s, to, 0), to };
  return to > lead.from && !isAnothers(s, lead) ? lead : null;
}

/**
 * "Asked whether it was “rotten”, X said": a question put to X is not X's words, and neither is what somebody says
 * with whom X is compared: "Unlike Y, who called it “rotten”, X said".
 */
export function isAnothers(s: TaggedToken[], { from, to }: Range): boolean {
  const at = s[from]?.tag === "subordinator" ? from + 1 : from;
  if (/^(?:asked|pressed|questioned|quizzed)$/.test(s[at]?.lower ?? "")) return true;
  const compares = /^(?:unlike|like|contrary|despite|echoing|citing|quoting|contradicting)$/;
  if (!compares.test(s[from]?.lower ?? "") || hasOwnClause(s, from, to)) return false;
  return s.slice(from, to).some((one) => one.tag === "quotation" || one.tag === "relative");
}

/** Whether a subject and its verb stand behind a comma: "Like a “rotten” tooth, it will fall". */
function hasOwnClause(s: TaggedToken[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (s[k]?.tag === "comma" && clauseFollows(s, k + 1, to)) return true;
  return false;
}

/** Where the clause that ends at `to` begins. */
export function clauseStart(s: TaggedToken[], to: number, low: number): number {
  let from = low;
  for (let k = to - 1; k >= low; k--) {
    const tag = s[k]?.tag;
    if (tag === "stop") {
      from = k + 1;
      break;
    }
    const next = s[k + 1];
    if (
      tag === "comma" &&
      next &&
      /^(?:but|while|although|though)$/.test(next.lower) &&
      s.slice(k, to).some((one) => isFiniteVerb(one.tag))
    ) {
      from = k + 2;
      break;
    }
  }
  while (from < to && s[from]?.tag === "conjunction") from++;
  // "In fact, …" and "However, …" are the reporter's link, not the speaker's words.
  if (s[from]?.tag === "adverb" && s[from + 1]?.tag === "comma") return from + 2;
  return s[from]?.lower === "in" &&
    /^(?:fact|addition|all)$/.test(s[from + 1]?.lower ?? "") &&
    s[from + 2]?.tag === "comma"
    ? from + 3
    : from;
}
