import type { CueUse } from "./cue-uses";
import { inflect } from "./inflect";
import { isPersonNoun, organisationHeads } from "./names";
import type { TaggedToken } from "./tag";
import { beForms, timeWords } from "./words";

/** Every form of the verbs, given as `inflect` reads them. */
function formsOf(verbs: string): ReadonlySet<string> {
  return new Set(verbs.split(/\s+/).flatMap((verb) => inflect(verb).forms.map(([form]) => form)));
}

/** Who does this to somebody, or goes somewhere, "to say" something says it: "called Holm to say". */
const approaching = formsOf(
  "call phone ring/rang/rung telephone text email e-mail message contact approach visit meet/met write/wrote/written speak/spoke/spoken talk go/went/gone come/came/come travel fly/flew/flown drive/drove/driven run/ran/run return rush hurry walk march rally gather appear sit/sat stand/stood rise/rose/risen join interrupt greet thank echo follow contradict correct tweet post address face assemble take/took/taken",
);
/** Who does this to anything leaves the saying to it: "wanted the report to say". */
const ordering = formsOf(
  "want tell/told ask urge order force get/got/gotten persuade invite allow permit encourage push press advise instruct direct command expect require compel oblige cause need beg/+ convince dare forbid/forbade/forbidden enable authorise authorize implore challenge let/let help coerce bribe hire pressure lobby prompt remind task",
);
/** Takes what it is offered: "seized the chance to say". */
const taking = formsOf("use take/took/taken seize");
/** What somebody has, or is given, who may speak and may not. */
const opening =
  /^(?:chance|opportunity|occasion|right|reason|permission|time|orders?|instructions|power|duty|obligation|need|plans?|pressure|calls?|requests?|demands?|appeals?|attempts?|efforts?|bid|offers?|promises?|ability|authority|freedom|incentive|deal)$/;
const platform =
  /^(?:twitter|facebook|instagram|tiktok|telegram|youtube|linkedin|bluesky|threads|x|snapchat|weibo)$/;
const crowd = /^(?:people|men|women|children|staff|anybody|anyone|somebody|someone|everybody|everyone)$/;

/**
 * "Holm wanted Berg to say", "paid a witness to testify", "waited for Berg to say": whoever stands before "to" is to
 * speak, and nobody knows whether they did. Only who has gone to somebody for it ("called Holm to say") speaks.
 */
export function isSomebodyElses(s: TaggedToken[], { at, verb: saying }: CueUse): boolean {
  const governor = s
    .slice(0, at)
    .findLastIndex((one) => /^(?:verb|auxiliary|participle|ing|infinitive)$/.test(one.tag));
  const verb = s[governor]?.lower ?? "";
  const object = s.slice(governor + 1, at);
  const head = headOf(object);
  // "hopes to be the first to say", "wrote a speech for Berg to say"
  const ahead = headOf(object.slice(object.findLastIndex((one) => one.lower === "for")));
  if (verb === "be" || (ahead && ahead !== head && isSomebody(ahead))) return true;
  // "was called upon to say"
  if (!head)
    return /^(?:on|upon)$/.test(object[0]?.lower ?? "") && /^(?:call|count|depend|rel[iy])/.test(verb);
  // "called Holm to testify": before a court it is Holm who does.
  if ((ordering.has(verb) && !isMove(verb, object)) || (saying.base === "testify" && isSomebody(head)))
    return true;
  if (isFirst(verb, object)) return false;
  // "the court was right to rule"
  const isQuality = beForms.has(verb) && object[0] === head;
  if (opening.test(head.lower)) return !taking.has(verb) && !isQuality;
  if (object.some((one) => one.lower === "no")) return true;
  return isSomebody(head) && !isApproached(verb, object);
}

/** The word for whom or what a verb is about, of all that stands behind it: "lawyer" of "a lawyer in the case". */
function headOf(object: TaggedToken[]): TaggedToken | undefined {
  const from = object.findIndex((one) => !/^(?:preposition|to|adverb|not|conjunction)$/.test(one.tag));
  const rest = from < 0 ? [] : object.slice(from);
  const behind = rest.findIndex(
    (one) => /^(?:preposition|to|comma|relative)$/.test(one.tag) && one.lower !== "of",
  );
  return rest
    .slice(0, behind < 0 ? rest.length : behind)
    .findLast((one) => /^(?:noun|name|object|pronoun)$/.test(one.tag) && !isTime(one.lower));
}

function isTime(lower: string): boolean {
  return timeWords.has(lower) || /^(?:last|next|earlier)$/.test(lower);
}

/** Whether a word stands for people or a body of them. */
export function isSomebody({ tag, lower }: TaggedToken): boolean {
  if (tag === "object" || tag === "pronoun") return true;
  if (tag === "name") return !platform.test(lower);
  return (
    crowd.test(lower) ||
    [lower, lower.replace(/s$/, ""), lower.replace(/es$/, ""), lower.replace(/ies$/, "y")].some(
      (one) => isPersonNoun(one) || organisationHeads.has(one),
    )
  );
}

/** "is the third minister to say", "became the latest to say": that one has. */
function isFirst(verb: string, object: TaggedToken[]): boolean {
  const told = /^(?:first|second|third|fourth|fifth|sixth|last|latest|only|few|many|one|among)$/;
  return (
    /^(?:is|are|was|were|became|becomes|remains?)$/.test(verb) && object.some((one) => told.test(one.lower))
  );
}

/** "got in touch to say", "got up to say": whoever did speaks; "got Berg to say" leaves it to Berg. */
function isMove(verb: string, object: TaggedToken[]): boolean {
  return /^(?:gets?|got|getting)$/.test(verb) && /^(?:preposition|adverb)$/.test(object[0]?.tag ?? "");
}

/** "called Holm", "flew to Oslo", "was in Oslo"; "called on Holm" and "stood for Holm" ask. */
function isApproached(verb: string, object: TaggedToken[]): boolean {
  const first = object.find((one) => one.tag !== "adverb")?.lower ?? "";
  if (object.some((one) => one.lower === "for")) return false;
  if (beForms.has(verb)) return /^(?:in|at)$/.test(first);
  if (isMove(verb, object)) return true;
  return approaching.has(verb) && !(/^call/.test(verb) && /^(?:on|upon)$/.test(first));
}
