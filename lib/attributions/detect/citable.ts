import { isSomebody } from "./made-to-speak";
import { documentHeads, titles } from "./names";
import type { Range } from "./noun-phrases";
import type { TaggedToken } from "./tag";

/** Who can be heard, or what, beside those whom the rules know as people, bodies and documents. */
const heard =
  /^(?:sources?|media|intelligence|testimony|interviews?|accounts?|remarks|comments|statements|footage|recordings?|videos?|e-?mails|letters|memos|messages|filings|articles|posts|tweets|locals|eyewitness(?:es)?|coroners?|spokespeople|confidante?s?|associates?|acquaintances?|bystanders?|onlookers?|protest[eo]rs?|organi[sz]ers?|veterans?|those)$/;
/** What can be read, too, but is named for what it does and not for what it tells: "citing a court order". */
const rules =
  /^(?:law|bill|order|opinion|lawsuit|plan|proposal|warrant|sign|ad|advertisement|notice|service|state|business)$/;
/** Names of what binds or befalls people; nobody speaks. */
const bindingNames =
  /^(?:act|acts|law|laws|code|constitution|conventions?|amendments?|treaty|directive|regulations?|gdpr|covid(?:-19)?|brexit|ramadan|christmas|easter)$/;
/** What somebody makes and publishes, or what is only under way: "an investigation by the BBC". */
const inquiry = /^(?:investigation|inquiry|enquiry|probe|count|estimates?|calculations?|projections?)$/;

/**
 * Whether what is cited can have said it: people, bodies and what can be read. All else is why somebody does it, or
 * keeps silent: "citing privacy laws", "citing the criminal investigation".
 */
export function isCitable(s: TaggedToken[], { from, to }: Range): boolean {
  const words = s.slice(from, to);
  const end = words.findIndex(
    ({ tag }, k) =>
      k > 0 && (/^(?:preposition|to|relative|ing|comma|open|verb)$/.test(tag) || endsWithVerb(words, k)),
  );
  const head = words[(end < 0 ? words.length : end) - 1];
  if (!head) return false;
  if (inquiry.test(head.lower)) return words[end]?.lower === "by" || words[end]?.lower === "from";
  // "two of the officials"
  if (words[end]?.lower === "of" && /^(?:number|determiner|pronoun)$/.test(head.tag))
    return isCitable(s, { from: from + end + 1, to });
  if (bindingNames.test(head.lower) || rules.test(head.lower)) return false;
  const isPeople = words.some(
    ({ lower }, k) => (end < 0 || k < end) && /^(?:people|someone|somebody)$/.test(lower),
  );
  if (isPeople || titles.has(head.lower)) return true;
  return isSomebody(head) || documentHeads.has(head.lower) || heard.test(head.lower);
}

/** "a person briefed on the talks"; "a leaked recording" has its noun still to come. */
function endsWithVerb(words: TaggedToken[], at: number): boolean {
  return words[at]?.tag === "participle" && !/^(?:noun|name)$/.test(words[at + 1]?.tag ?? "");
}
