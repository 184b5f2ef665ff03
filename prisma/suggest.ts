import { readFileSync } from "node:fs";
import { detect, type Suggestion } from "@/lib/attributions/detect/detect";
import type { Span } from "@/lib/text/offsets";

// Reads lines `{doc_id, text}` and writes one line for each stretch of words that somebody is suggested to have
// said: `{doc_id, quote_text, start, end, speaker, cue}` and what else the detector knows. Anyone can score it.

/** "The paper reported, citing two officials": the officials share the paper's words, which are counted once. */
function isSourceBehind(one: Suggestion, all: Suggestion[]): boolean {
  const outer = one.parent === null ? undefined : all[one.parent];
  const isOuters = ({ start, end }: Span) =>
    outer?.contentSpans.some((span) => span.start === start && span.end === end);
  return one.contentSpans.every(isOuters);
}

/** Corpora also count the "who" behind a speaker as its mention, at times alone; on the screen it names nobody. */
function endWithRelative(text: string, end: number): number {
  return end + (/^,?\s(?:who|which|that)\b/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
}

function predictions(docId: string, text: string): string[] {
  const all = detect(text);
  return all
    .filter((one) => !isSourceBehind(one, all))
    .flatMap((one) =>
      one.contentSpans.map(({ start, end }) =>
        JSON.stringify({
          doc_id: docId,
          quote_text: text.slice(start, end),
          start,
          end,
          speaker: one.speaker?.text ?? null,
          speaker_start: one.speaker?.start,
          speaker_end: one.speaker ? endWithRelative(text, one.speaker.end) : undefined,
          speaker_entity: one.speaker?.resolvedTo,
          cue: one.cue?.text ?? null,
          kind: one.kind,
          rule: one.rule,
          confidence: one.confidence,
        }),
      ),
    );
}

function documentOf(line: string): { docId: string; text: string } {
  const value: unknown = JSON.parse(line);
  if (typeof value !== "object" || value === null || !("doc_id" in value) || !("text" in value)) {
    throw new Error("A line must be an object with doc_id and text.");
  }
  return { docId: String(value.doc_id), text: String(value.text) };
}

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (!line.trim()) continue;
  const { docId, text } = documentOf(line);
  for (const prediction of predictions(docId, text)) process.stdout.write(`${prediction}\n`);
}
