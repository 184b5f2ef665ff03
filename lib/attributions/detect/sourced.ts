import { isCitable } from "./citable";
import { isReadable } from "./names";
import { phraseEnd } from "./noun-phrases";
import { isFiniteVerb, type TaggedToken } from "./tag";
import { beForms, hearing, timeWords } from "./words";

const showing =
  /^(?:show|shows|showed|shown|suggest|suggests|suggested|indicate|indicates|indicated|reveal|reveals|revealed)$/;

/**
 * Whether a sentence tells where it comes from, though nobody can be proposed who says so: "records seen by the Courier
 * show it", "an inquiry heard", "citing police".
 */
export function isSourced(s: TaggedToken[]): boolean {
  return s.some(({ lower }, at) => {
    if (showing.test(lower)) return isShown(s, at);
    if (lower === "citing" && isCitable(s, { from: at + 1, to: phraseEnd(s, at + 1, s.length) })) return true;
    if (isToldThere(s, at)) return true;
    const isTold = lower === "told" && beForms.has(s[at - 1]?.lower ?? "");
    const who = s[isTold ? at - 2 : at - 1]?.lower ?? "";
    return (lower === "heard" || isTold) && hearing.test(who) && hasMore(s[at + 1]);
  });
}

/** A verb "tell" with nobody behind it who is told, or a hearing that tells something: "inquiry told", "court told of it". */
export function isToldThere(s: readonly TaggedToken[], at: number): boolean {
  const [who, next] = [s[at - 1], s[at + 1]];
  if (s[at]?.lower !== "told" || !/^(?:noun|name)$/.test(who?.tag ?? "")) return false;
  if (!next || next.tag === "stop") return s.slice(0, at).some((one) => one.tag === "comma" || one.quotation);
  return hearing.test(who?.lower ?? "") && /^(?:of|that|:)$/.test(next.lower);
}

/** Whether what is read stands before the verb; "show" may look like a noun behind whoever has seen it. */
function isShown(s: readonly TaggedToken[], at: number): boolean {
  const before = s.slice(0, at);
  const isVerb =
    s[at]?.tag === "verb" || before.some((one, k) => isReadable(one.lower) && isSeen(before[k + 1]));
  const verb = before.findLastIndex((one) => isFiniteVerb(one.tag));
  return isVerb && before.slice(verb + 1).some((one) => isReadable(one.lower));
}

/** "seen" of "records seen by us". */
function isSeen(token: TaggedToken | undefined): boolean {
  return /^(?:seen|obtained|reviewed|published|released|leaked|held|provided)$/.test(token?.lower ?? "");
}

/** "heard.", "heard on Monday", "heard that"; a court that "heard 40 witnesses" is the reporter's. */
function hasMore(next: TaggedToken | undefined): boolean {
  if (!next || timeWords.has(next.lower) || next.lower === "evidence") return true;
  return /^(?:stop|comma|dash|preposition|adverb|subordinator|quotation)$/.test(next.tag);
}

const disputing = /^(?:den(?:y|ies|ied)|reject(?:s|ed)?|dispute[sd]?|refute[sd]?|confirm(?:s|ed)?)$/;

/** "The builder denied this on Monday": what it is about stands elsewhere, and whose word it is here. */
export function isAnswerToIt(s: readonly TaggedToken[]): boolean {
  return s.some(({ lower }, at) => {
    const [what, next] = [s[at + 1], s[at + 2]];
    if (!disputing.test(lower) || !/^(?:this|that|it|them|both|these|those|all)$/.test(what?.lower ?? ""))
      return false;
    return (
      !next ||
      timeWords.has(next.lower) ||
      /^(?:stop|comma|dash|preposition|adverb|conjunction)$/.test(next.tag)
    );
  });
}
