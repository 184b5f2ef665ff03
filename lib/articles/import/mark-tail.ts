import { type Candidate, decide } from "./candidate";
import { announcesLinks, isCall, isInterruption } from "./recognise-furniture";
import { isTurn, saysSomething } from "./recognise-speech";
import { countWords, endsLikeSentence, isProse } from "./text-shape";

/**
 * Folds the promotion and the lists that a page has below the article: what says nothing, from the first sign of the
 * page behind the last block that says something. Without such a sign everything stays the article's.
 */
export function markTail(candidates: Candidate[], speakers: ReadonlySet<string>): void {
  const last = findEnd(candidates, speakers);
  const sign = candidates.findIndex((one, index) => index > last && isSign(one));
  if (last < 0 || sign < 0) return;
  const why = "It comes after the article's last paragraph, among the page's own texts.";
  for (const one of candidates.slice(sign)) decide(one, "boilerplate", why);
  const heading = candidates[sign - 1];
  const isHeading = heading && sign - 1 > last && heading.kind !== "item" && !endsLikeSentence(heading.text);
  if (isHeading && countWords(heading.text) <= 8)
    decide(heading, "boilerplate", "A heading of the page's own texts.");
}

/** Index of the article's last block; -1 when it has none. */
function findEnd(candidates: readonly Candidate[], speakers: ReadonlySet<string>): number {
  let end = -1;
  let isLinks = false;
  let isList = false;
  candidates.forEach(({ role, text, kind }, index) => {
    if (role === "boilerplate" && announcesLinks(text)) isLinks = true;
    if (role !== null) return;
    const says = isLinks ? saysSomething(text, { isHard: true }) : isProse(text) || saysSomething(text);
    if (isTurn(text, speakers) || (says && !isCall(text))) {
      end = index;
      isLinks = false;
      isList = /[:：]$/u.test(text);
    } else if (isList && kind === "item") {
      end = index;
    } else {
      isList = false;
    }
  });
  return end;
}

function isSign({ role, kind, text }: Candidate): boolean {
  return role === "bio" || (role === "boilerplate" && kind !== "rule" && !isInterruption(text));
}
