import type { CueUse } from "./cue-uses";
import { cueForms } from "./cues";
import type { Found } from "./found";
import { isFiniteVerb, type TaggedToken } from "./tag";

/**
 * "Berg denied that Holm had said", "never said that it was safe, or that Holm said so": what stands in words that are
 * denied, or were never said, is no more said itself.
 */
export function isInDeniedWords(
  s: TaggedToken[],
  use: CueUse,
  { subject }: Found,
  earlier: readonly Found[],
): boolean {
  // "denied what the report says", ", which officials have said": the reporter tells it aside.
  if (!subject || subject.place === "relative" || s[subject.core.from - 1]?.tag === "relative") return false;
  // "The people who Reed said had lied said they had not": who stands before the words is not in them.
  const isWithin = ({ cue }: Found) => subject.place === "shared" || subject.core.from >= (cue?.to ?? 0);
  const denied = earlier.some(
    (one) =>
      isWithin(one) &&
      (one.empty === "unsaid" || one.verb?.polarity === "negative" || one.negative) &&
      one.contents.some((range) => range.from <= use.at && use.at < range.to) &&
      isSameClause(s.slice(one.cue?.to ?? 0, subject.core.from)),
  );
  return denied || isNobodys(s, subject.core.from);
}

/** "Nobody said that it was safe, or that Holm said so": there is nobody whose words these could be. */
function isNobodys(s: TaggedToken[], before: number): boolean {
  let cue = s.slice(0, before).findLastIndex((one, at) => isNobody(one, s[at - 1])) + 1;
  if (cue === 0) return false;
  while (/^(?:auxiliary|adverb)$/.test(s[cue]?.tag ?? "")) cue++;
  return cueForms.has(s[cue]?.lower ?? "") && isSameClause(s.slice(cue + 1, before));
}

function isNobody({ lower }: TaggedToken, before: TaggedToken | undefined): boolean {
  return /^(?:nobody|none|nothing)$/.test(lower) || (lower === "one" && before?.lower === "no");
}

/** Behind a comma or an "after" the reporter tells something else: "denied it, though officials said". */
function isSameClause(between: TaggedToken[]): boolean {
  for (let k = 0; k < between.length; k++) {
    const { tag, lower } = between[k] ?? {};
    if (tag === "comma") {
      const next = isNextMember(between, k + 1) ? k : asideEnd(between, k);
      if (next === null) return false;
      k = next;
    } else if (/^(?:dash|stop|colon)$/.test(tag ?? "")) return false;
    else if (tag === "subordinator" && !/^(?:that|whether|if|how|why)$/.test(lower ?? "")) return false;
  }
  return true;
}

/** ", that", ", or that", ", nor that": one more thing that is denied; ", but that" is not. */
function isNextMember(between: TaggedToken[], at: number): boolean {
  const that = /^(?:and|or|nor)$/.test(between[at]?.lower ?? "") ? at + 1 : at;
  return /^(?:that|whether)$/.test(between[that]?.lower ?? "");
}

/** The comma that closes ", which was old,", where the clause goes on behind it; null where none does. */
function asideEnd(between: TaggedToken[], comma: number): number | null {
  if (between[comma + 1]?.tag !== "relative") return null;
  const close = between.findIndex((one, k) => k > comma && one.tag === "comma");
  return close > 0 && isFiniteVerb(between[close + 1]?.tag) ? close : null;
}
