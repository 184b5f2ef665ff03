import { withStance } from "@/lib/attributions/describe-attribution";
import type { Stance } from "@/lib/attributions/schema";
import { toCodePoints } from "@/lib/text/offsets";

/** A passage that somebody marked, with all that its annotation says. Offsets are UTF-16 units of the text. */
type ExportedPassage = {
  id: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  /** What makes it worth checking, in words. */
  kinds: readonly string[];
  /** Whom everybody names as its speaker, and how they stand to the words. */
  speaker: { name: string; stance: Stance } | null;
  createdAt: string;
  /** Null where names are left out. */
  createdBy: string | null;
};

/** A thread whose comments annotate its passage, or the whole article. */
export type TalkedThread = {
  id: string;
  passageId: string | null;
  /** Oldest first; none that was deleted. */
  comments: readonly { id: string; text: string; at: string; editedAt: string | null; by: string | null }[];
};

export type Annotated = {
  /** Where the article can be read here, whole. */
  address: string;
  title: string;
  /** Where it was published. */
  url: string | null;
  language: string;
  text: string;
  passages: readonly ExportedPassage[];
  threads: readonly TalkedThread[];
};

type Selector =
  | { type: "TextQuoteSelector"; exact: string; prefix?: string; suffix?: string }
  | { type: "TextPositionSelector"; start: number; end: number };
type Source = string | { id: string; type: "Text"; format: "text/html"; language: string };
type Target = string | { type: "SpecificResource"; source: Source; selector: Selector | Selector[] };
type Body = { type: "TextualBody"; value: string; format: "text/plain"; purpose?: string };

export type Annotation = {
  id: string;
  type: "Annotation";
  motivation: "highlighting" | "commenting" | "replying";
  created: string;
  modified?: string;
  creator?: { type: "Person"; name: string };
  body?: Body[];
  target: Target | Target[];
};

/** A collection as the Web Annotation model has it, with its one page inside. */
export type AnnotationCollection = {
  "@context": "http://www.w3.org/ns/anno.jsonld";
  id: string;
  type: "AnnotationCollection";
  label: string;
  total: number;
  first: { id: string; type: "AnnotationPage"; startIndex: 0; items: Annotation[] };
};

/**
 * The passages and comments of an article as W3C Web Annotations. A passage is a highlight on its words, with its kinds
 * of claim as tags and its speaker; the first comment of a thread comments on the same words, or on the article, and
 * every later one replies to it. Positions are counted in code points, as the model wants them, and only in our text;
 * the page where the article was published is annotated by its words alone. Verdicts are no part of it.
 */
export function webAnnotations(given: Annotated, address: string): AnnotationCollection {
  const targets = new Map(given.passages.map((one) => [one.id, targetsOf(one, given)]));
  const items = [
    ...given.passages.map((passage) => highlight(passage, given, targets.get(passage.id) ?? given.address)),
    ...given.threads.flatMap((thread) =>
      talk(thread, given, (thread.passageId && targets.get(thread.passageId)) || given.address),
    ),
  ];
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: address,
    type: "AnnotationCollection",
    label: given.title,
    total: items.length,
    first: { id: `${address}#all`, type: "AnnotationPage", startIndex: 0, items },
  };
}

function highlight(
  passage: ExportedPassage,
  { address }: Annotated,
  target: Annotation["target"],
): Annotation {
  const tags = passage.kinds.map((kind) => bodyOf(kind, "tagging"));
  const speaker = passage.speaker === null ? [] : [bodyOf(tellOf(passage.speaker), "describing")];
  const body = [...tags, ...speaker];
  return {
    id: `${address}?passage=${passage.id}`,
    type: "Annotation",
    motivation: "highlighting",
    created: passage.createdAt,
    ...creatorOf(passage.createdBy),
    ...(body.length > 0 ? { body } : {}),
    target,
  };
}

/** "Said by: Ida Holm"; whoever has not claimed the words is told as everywhere: "Denied by Ida Holm". */
function tellOf({ name, stance }: NonNullable<ExportedPassage["speaker"]>): string {
  return stance === "claims" ? `Said by: ${name}` : withStance(name, stance);
}

function talk(
  { id, comments }: TalkedThread,
  { address }: Annotated,
  on: Annotation["target"],
): Annotation[] {
  const idOf = (comment: { id: string }) => `${address}?thread=${id}#c-${comment.id}`;
  const [first] = comments;
  return comments.map((comment) => ({
    id: idOf(comment),
    type: "Annotation",
    motivation: comment === first ? "commenting" : "replying",
    created: comment.at,
    ...(comment.editedAt ? { modified: comment.editedAt } : {}),
    ...creatorOf(comment.by),
    body: [bodyOf(comment.text)],
    target: first && comment !== first ? idOf(first) : on,
  }));
}

function targetsOf(passage: ExportedPassage, { address, url, language, text }: Annotated): Target[] {
  const { exact, prefix, suffix } = passage;
  const quote: Selector = {
    type: "TextQuoteSelector",
    exact,
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  };
  const position: Selector = {
    type: "TextPositionSelector",
    start: toCodePoints(text, passage.start),
    end: toCodePoints(text, passage.end),
  };
  const own: Source = { id: address, type: "Text", format: "text/html", language };
  return [
    { type: "SpecificResource", source: own, selector: [quote, position] },
    ...(url ? [{ type: "SpecificResource" as const, source: url, selector: quote }] : []),
  ];
}

function bodyOf(value: string, purpose?: string): Body {
  return { type: "TextualBody", value, format: "text/plain", ...(purpose ? { purpose } : {}) };
}

function creatorOf(name: string | null): Pick<Annotation, "creator"> {
  return name === null ? {} : { creator: { type: "Person", name } };
}
