import { readFilled as readEvidence } from "@/components/assessments/evidence/use-evidence";
import { answerWords, evidenceWords } from "@/components/assessments/unsaved-words";
import { readDraft as readVerdict } from "@/components/assessments/use-assessment-draft";
import { readFilled as readResolution } from "@/components/assessments/use-resolving";
import { readSettling } from "@/components/attributions/kept-settling";
import { filledWords, readFilled as readAttribution } from "@/components/attributions/use-kept-form";
import { readStarter } from "@/components/threads/composer/draft-line";
import { readKept } from "@/components/ui/use-kept";
import { axisQuestions } from "@/lib/assessments/scale";
import { type Axis, axis as axes } from "@/lib/assessments/schema";
import type { DraftSource } from "@/lib/discussion/draft-attribution";
import { inQuotes } from "@/lib/text/in-quotes";
import { aboutLabels } from "@/lib/threads/about";
import { plainTextOf } from "@/lib/threads/comment-schema";
import { draftPrefix, groundOfDraft, readDraft } from "@/lib/threads/draft";
import type { Opened } from "./room";

/** Something that lies half written in this browser, as it is told of where its field is not. */
export type HalfWritten = {
  /** The name under which it is kept. */
  key: string;
  at: string;
  /** What it is: "Draft of your edit". */
  what: string;
  words: string;
  /** On what it was written; null where on neither, and where that is not known. */
  on: { threadId: string } | { passageId: string } | null;
  /** The words of its passage, as they were when it was written; null where they were not kept along. */
  exact: string | null;
  /** What opens its field. */
  opens: Partial<Opened>;
};

type Whose = { userId: string; articleId: string };

/** How the names begin under which all of it is kept, of a person in an article; some of them in other articles too. */
export function halfWrittenNames({ userId, articleId }: Whose): string[] {
  return [...Object.keys(forms).map((kind) => `sayso:${kind}:${userId} `), draftPrefix(userId, articleId)];
}

/**
 * What a person has half written in an article, of what is kept under those names, the oldest first. What has no words,
 * and what an earlier version kept without saying in which article, is left out.
 */
export function halfWrittenIn(
  whose: Whose,
  kept: readonly [key: string, text: string][],
  nameOf: (source: DraftSource) => string,
): HalfWritten[] {
  const prefix = draftPrefix(whose.userId, whose.articleId);
  return kept
    .flatMap(([key, text]) => {
      const found = key.startsWith(prefix)
        ? draftOf(key, key.slice(prefix.length), text)
        : formOf(key, text, whose.articleId, nameOf);
      return found?.words ? [found] : [];
    })
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

/** Whether something of what is kept was written on one of these: a passage and its threads, by their ids. */
export function isWrittenOn(ids: readonly string[], kept: readonly [key: string, text: string][]): boolean {
  return kept.some(([key, text]) =>
    ids.some(
      (id) => key.includes(id) || text.includes(`"passageId":"${id}"`) || text.includes(`"threadId":"${id}"`),
    ),
  );
}

function draftOf(key: string, rest: string, text: string): HalfWritten | null {
  const draft = readDraft(text);
  if (!draft) return null;
  const of = {
    key,
    at: draft.at,
    words: plainTextOf(draft.body).trim(),
    on: groundOfDraft(rest, draft),
    exact: null,
  };
  if (rest.startsWith("comment:")) return { ...of, what: "Draft of your edit", opens: { goOn: key } };
  if (rest.startsWith("thread:")) return { ...of, what: "Draft", opens: { goOn: key } };
  const { about, assessmentId } = readStarter(rest.slice(rest.indexOf(":") + 1));
  if (!about) return null;
  const what = `Draft for ${inQuotes(aboutLabels[about])}`;
  return { ...of, what, opens: { starting: about, assessmentId } };
}

type Told = Pick<HalfWritten, "what" | "words" | "opens">;

type Given = {
  key: string;
  /** The parts of its name, after the person. */
  parts: string[];
  passageId: string | null;
  nameOf: (source: DraftSource) => string;
};

/** A kind of form, by how it is read and told of. */
function form<T>(read: (value: unknown) => T | null, tell: (value: T, given: Given) => Told) {
  return (text: string, given: Omit<Given, "passageId">, articleId: string): HalfWritten | null => {
    const kept = readKept(text, read);
    if (!kept || kept.on.articleId !== articleId) return null;
    const passageId = kept.on.passageId ?? null;
    const told = tell(kept.value, { ...given, passageId });
    const on = passageId === null ? null : { passageId };
    return { ...told, key: given.key, at: kept.at, on, exact: kept.on.exact ?? null };
  };
}

/** By the word in the names under which they are kept. */
const forms: Record<string, ReturnType<typeof form>> = {
  assessment: form(readVerdict, (draft, { key, parts }) => {
    const on = axisOf(parts);
    const words = [answerWords(on, draft), draft.changeNote.trim()].filter(Boolean).join("\n");
    return {
      what: `Your verdict on ${inQuotes(axisQuestions[on])}`,
      words,
      opens: { starting: on, goOn: key },
    };
  }),
  resolution: form(readResolution, (filled, { key, parts }) => {
    const on = axisOf(parts);
    const what = `Your resolution of ${inQuotes(axisQuestions[on])}`;
    return { what, words: answerWords(on, filled), opens: { goOn: key } };
  }),
  evidence: form(readEvidence, (filled, { key, parts, passageId }) => {
    const isNew = parts[0] === passageId;
    return {
      what: isNew ? "Your evidence" : "Your change of the evidence",
      words: evidenceWords(filled).join("\n"),
      opens: isNew ? { starting: "evidence" } : { goOn: key },
    };
  }),
  attribution: form(readAttribution, (filled, { nameOf }) => ({
    what: "Who said it",
    words: filledWords(filled, nameOf),
    opens: { starting: "attribute" },
  })),
  settling: form(readSettling, ({ why }, { key }) => ({
    what: "Why you settle who said it",
    words: why.trim(),
    opens: { goOn: key },
  })),
};

function formOf(key: string, text: string, articleId: string, nameOf: Given["nameOf"]): HalfWritten | null {
  const [, kind = "", rest = ""] = /^sayso:(\w+):(.*)$/s.exec(key) ?? [];
  const [, ...parts] = rest.split(" ");
  return forms[kind]?.(text, { key, parts, nameOf }, articleId) ?? null;
}

/** The axis is the last part of a name. */
function axisOf(parts: string[]): Axis {
  return axes.catch("so").parse(parts.at(-1));
}
