import type { CueUse } from "./cue-uses";
import type { TaggedToken } from "./tag";
import { modals } from "./words";

const unwilling =
  /^(?:declin|refus|avoid|resist|hesitat|wait|fail|neglect)|^(?:unable|unwilling|unavailable|reluctant|available|free|authori[sz]ed|refusal|yet)$/;
const replying =
  /^(?:comment|respond|answer|reply|elaborate|disclose|reveal|clarify|confirm|mention|specify)$/;
const question = /^(?:whether|if|how|why|what|where|when|who|whom|which)$/;

/**
 * Whether somebody only says that they say nothing: "declined to comment on", "would not say whether", "neither
 * confirmed nor denied". It puts no words into their mouth, not even a denial.
 */
export function isSilence(s: TaggedToken[], use: CueUse): boolean {
  const before = s.slice(Math.max(0, use.from - 2), use.at).map((one) => one.lower);
  if (before.some((word) => word === "neither" || word === "nor")) return true;
  if (governors(s, use).some((word) => unwilling.test(word))) return true;
  if (!use.negative) return false;
  const helpers = s.slice(use.from, use.at);
  return (
    helpers.some((one) => modals.has(one.lower)) ||
    replying.test(use.verb.base) ||
    question.test(s[use.to]?.lower ?? "")
  );
}

/** The words that a "to say" or a "saying" hangs on, and that a "to be" may stand before. */
function governors(s: TaggedToken[], { at, mode }: CueUse): string[] {
  const tag = s[at]?.tag;
  if (tag === "ing" && mode === "ing") return [s[at - 1]?.lower ?? ""];
  if (tag !== "infinitive") return [];
  let k = at - 1;
  while (k > 0 && /^(?:to|adverb)$/.test(s[k]?.tag ?? "")) k--;
  return [s[k]?.lower ?? ""];
}
