import type { ArticleText } from "@/lib/articles/schema";
import { sameOrigin } from "@/lib/assessments/origin";
import type { Axis } from "@/lib/assessments/schema";
import type { PassageVerdicts } from "@/lib/assessments/verdicts";
import { describeAttribution, speakerName } from "@/lib/attributions/describe-attribution";
import { printedWords } from "@/lib/attributions/quoted-words";
import { agreedStance } from "@/lib/attributions/stance";
import { agreedSpeaker, type Standing, saysTheSame } from "@/lib/attributions/standing";
import { readVoices, type Voices } from "@/lib/attributions/voices";
import { listPassages, type PassageEntry } from "@/lib/discussion/list-passages";
import type { Discussion } from "@/lib/discussion/schema";
import { groupBy } from "@/lib/group-by";
import { rootOf } from "@/lib/sources/merged";
import { mask } from "./clean-body";
import { cutText } from "./cut-text";
import { findOut, isResolved, namesIn, questionsOf, type Terms } from "./find-out";
import type { OtherAttribution, ReportChoices, ReportEvidence, ReportNote, ReportView } from "./schema";

type Given = {
  article: Pick<
    ArticleText,
    "title" | "author" | "publisher" | "publishedAt" | "url" | "language" | "workspaceName" | "revision"
  >;
  /** For a member: what they may see. For publication: with every verdict on what is resolved. */
  discussion: Discussion;
  choices: ReportChoices;
  now: Date;
  isPublic: boolean;
};

/**
 * The report of an article. It holds what was chosen and nothing else, so that it can be stored and given away: no ids,
 * no comments, and for publication no verdict on anything that is not resolved.
 */
export function buildReport({ article, discussion, choices, now, isPublic }: Given): ReportView {
  const { text, blocks, number: revision } = article.revision;
  const voices = readVoices(discussion);
  const terms: Terms = { choices, isPublic, nameOf: namesIn(discussion) };
  const noted = listPassages(discussion, "", voices)
    .filter((entry) => choices.unresolved || isResolved(entry))
    .map((entry, at) => ({ entry, note: noteOf(entry, at + 1, { text, voices, terms }) }));
  const open = noted.filter(({ entry }) => !isResolved(entry));
  const notes = noted.map(({ note }) => note);
  return {
    format: 1,
    article: {
      title: article.title,
      author: article.author,
      publisher: article.publisher,
      publishedAt: article.publishedAt,
      url: article.url,
      language: article.language,
      revision,
    },
    workspace: article.workspaceName,
    madeOn: now.toISOString().slice(0, 10),
    choices,
    counts: {
      so: countLevels(notes, "so"),
      said: countLevels(notes, "said"),
      resolved: notes.length - open.length,
      open: choices.unresolved ? open.length : null,
      split: choices.unresolved && !isPublic ? notes.filter(isSplit).length : null,
    },
    text: cutText({
      text,
      blocks,
      notes: noted.map(({ entry: { passage }, note: { number } }) => ({
        number,
        start: passage.start,
        end: passage.end,
      })),
    }),
    notes,
    questions: noted.flatMap(({ entry, note }) => questionsOf(entry, note, terms)),
  };
}

type Known = { text: string; voices: Voices; terms: Terms };

function noteOf(entry: PassageEntry, number: number, { text, voices, terms }: Known): ReportNote {
  const { so, said: judged, speakerId } = entry.verdicts;
  // Without a source there is nobody who can have said so, whatever was judged while there was one.
  const said = speakerId ? judged : null;
  return {
    number,
    quote: printedWords(entry.passage, entry.standing, voices),
    attribution: attributionOf(entry.standing, { text, voices, terms }),
    speaker: speakerOf(entry.standing, voices),
    said: said && findOut(said, terms),
    so: findOut(so, terms),
    evidence: terms.choices.evidence ? evidenceOf(entry.verdicts, terms) : [],
  };
}

/** On who speaks, and on whether they claim it: a claim to one and a denial to another is no one attribution. */
function isAgreed(standing: Standing, { sources }: Voices): boolean {
  return agreedSpeaker(standing, sources) !== null && agreedStance(standing) !== "differing";
}

function attributionOf(standing: Standing | null, known: Known): ReportNote["attribution"] {
  const { voices, terms } = known;
  const those = standing?.standing ?? [];
  if (!standing || those.length === 0) return { state: "none", lines: [], tellers: [], dissent: [] };
  const dissent = terms.choices.discussion ? overruledIn(standing, known) : [];
  if (isAgreed(standing, voices)) {
    const lines = tellTogether(those.slice(0, 1), known).map(({ line }) => line);
    return { state: "agreed", lines, tellers: [], dissent };
  }
  const told = terms.choices.discussion ? tellTogether(those, known) : [];
  const tellers = terms.choices.names ? told.map(({ names }) => names) : [];
  return { state: "differing", lines: told.map(({ line }) => line), tellers, dissent };
}

/** What a settlement has overruled and what says something else. */
function overruledIn({ standing, overruled }: Standing, known: Known): OtherAttribution[] {
  const { voices } = known;
  const [settled] = standing;
  const other = overruled.filter(
    (one) => settled && !saysTheSame(one, settled, voices.attributions, voices.sources),
  );
  return tellTogether(other, known);
}

/** What was recorded in words, together where they are the same, and by whom where names are told. */
function tellTogether(
  those: Standing["standing"],
  { text, voices, terms: { choices, nameOf } }: Known,
): OtherAttribution[] {
  const told = those.map((one) => ({ by: one.by, line: describeAttribution(one, text, voices) }));
  return [...groupBy(told, ({ line }) => JSON.stringify(line)).values()].flatMap((same) => {
    const [first] = same;
    const names = choices.names ? same.map(({ by }) => nameOf(by)) : [];
    return first ? [{ line: first.line, count: same.length, names }] : [];
  });
}

function speakerOf(standing: Standing | null, voices: Voices): ReportNote["speaker"] {
  const [first] = standing?.standing ?? [];
  if (!standing || !first || !isAgreed(standing, voices)) return null;
  const name = speakerName(first, voices);
  if (first.voice === "reporter") return { kind: "reporter", name, saidOn: null, stance: "claims" };
  const source = first.sourceId ? voices.sources.get(rootOf(first.sourceId, voices.sources)) : undefined;
  return { kind: source?.kind ?? "unnamed", name, saidOn: first.saidAt, stance: agreedStance(standing) };
}

function evidenceOf({ evidence, origins, so }: PassageVerdicts, { isPublic }: Terms): ReportEvidence[] {
  // Which way evidence is taken tells how it was judged, and a published report tells that only of what is resolved.
  const isTold = !isPublic || so.state === "resolved";
  return evidence.map((one) => ({
    title: mask(one.title),
    url: one.url,
    excerpt: mask(one.excerpt),
    bearing: isTold ? one.bearing : null,
    primary: one.primary,
    sameOrigin: sameOrigin(one, origins),
  }));
}

function countLevels(notes: readonly ReportNote[], axis: Axis): ReportView["counts"]["so"] {
  const counts = { 4: 0, 3: 0, 2: 0, 1: 0, U: 0, O: 0 };
  for (const { [axis]: finding } of notes) {
    if (finding?.state === "resolved" && finding.verdict) counts[finding.verdict]++;
  }
  return counts;
}

function isSplit({ so, said }: ReportNote): boolean {
  return so?.state === "split" || said?.state === "split";
}
