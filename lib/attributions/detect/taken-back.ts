import type { TaggedToken } from "./tag";
import type { Draft } from "./to-draft";

const denial =
  /^(?:but |in fact,? )?(?:he|she|they|(?:mr|mrs|ms|dr|sir)\.? \p{L}+|\p{L}+(?: \p{L}+)?) (?:did n['’]?t|did not|never|has not|had not|have not)(?: actually| ever| in fact)?(?: (?:say|said|saying|make|made|write|wrote|written|use|used|tweet|tweeted|post|posted|utter|uttered)(?: [\p{L}-]+){0,5})?\.?$/u;

/** "He did not say this.", "She did not.": a sentence that tells that what is told of somebody before it is not so. */
function isDenial(s: readonly TaggedToken[]): boolean {
  return (
    s.length < 12 &&
    denial.test(
      s
        .map((one) => one.lower)
        .join(" ")
        .replace(/ \.$/, "."),
    )
  );
}

/**
 * What is left of what the sentence before tells: "On Monday we reported that Marsh had said …. He did not say this."
 * puts no words into the mouth of Marsh. Whoever told it has told it all the same.
 */
export function withoutTakenBack(before: readonly Draft[], s: readonly TaggedToken[]): Draft[] {
  if (!isDenial(s)) return [...before];
  const isTold = ({ cue }: Draft, by: Draft) =>
    cue !== null && by.spans.some((span) => span.start <= cue.start && cue.end <= span.end);
  return before.filter((one) => !before.some((by) => by !== one && isTold(one, by)));
}
