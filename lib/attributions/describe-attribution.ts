import { rootOf } from "@/lib/sources/merged";
import type { SourceKind } from "@/lib/sources/schema";
import { linksAbove } from "./chain";
import type { AttributionView, Channel, CueClass, Directness, Stance } from "./schema";
import { stanceOf } from "./stance";
import type { Voices } from "./voices";

/** Part of a line about an attribution; the words of a cue are the article's own and stand in italics. */
type Phrase = { text: string; isCue: boolean };

export const directnessWords: Record<Directness, string> = {
  direct: "directly",
  mixed: "partly quoted",
  indirect: "indirectly",
};

export const channelWords: Record<Channel, string> = {
  statement: "Statement",
  interview: "Interview",
  speech: "Speech",
  testimony: "Testimony",
  pressReport: "Press report",
  document: "Document",
  court: "Court",
  post: "Post",
  observation: "Observation",
  unknown: "Unknown",
};

export const cueClassWords: Record<CueClass, string> = {
  neutral: "neutral",
  asserting: "asserting",
  hedging: "hedging",
  vouching: "vouching",
  denying: "denying",
  performing: "performing",
  judging: "judging",
};

export const reporterWords = "The reporter’s own words";
export const unnamedWords = "Somebody unnamed";

/** Whether a text leaves open who a proposed speaker is; no two of these are the same. */
export function isUnnamed({ name, kind }: { name: string; kind: SourceKind }): boolean {
  return kind === "unknown" && name === unnamedWords;
}

/** The name of an attribution's source as it speaks now, after merges. */
export function speakerName(
  { voice, sourceId }: Pick<AttributionView, "voice" | "sourceId">,
  { sources }: Pick<Voices, "sources">,
): string {
  if (voice === "reporter") return reporterWords;
  const source = sourceId ? sources.get(sourceId) : undefined;
  if (!source) return unnamedWords;
  // What it was merged into may not be at hand; its own name is then better than none.
  return (sources.get(rootOf(source.id, sources)) ?? source).name;
}

const changed = ", changed";

/** The origin of an attribution that was made of a suggestion: its engine, and whether it was changed for that. */
export function originOf(engine: string, { isChanged }: { isChanged: boolean }): string {
  return isChanged ? engine + changed : engine;
}

const stanceWords: Record<Exclude<Stance, "claims">, string> = {
  denies: "Denied by",
  doubts: "Doubted by",
  open: "Not claimed by",
  differing: "Claimed or denied by",
};

/**
 * A speaker as they stand beside the words: "Colin Frayne", or "Denied by Colin Frayne" where they have not claimed
 * them. One wording for every place, and none that asks whether a name is one or many.
 */
export function withStance(speaker: string, stance: Stance): string {
  return stance === "claims" ? speaker : `${stanceWords[stance]} ${lowerUnnamed(speaker)}`;
}

function lowerUnnamed(name: string): string {
  return name === unnamedWords ? "somebody unnamed" : name;
}

/** The same within a sentence: "denied by Colin Frayne"; a name alone stays as it is. */
export function withStanceWithin(speaker: string, stance: Stance): string {
  const words = withStance(speaker, stance);
  return stance === "claims" ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** That the machine proposed it, as far as that holds for what it says by now; null where a person thought of it. */
export function originWords({ origin, version }: Pick<AttributionView, "origin" | "version">): string | null {
  if (origin === "person") return null;
  if (version > 1) return "a suggestion, changed since";
  return `accepted from a suggestion${origin.endsWith(changed) ? ", with changes" : ""}`;
}

/**
 * The speaker of an attribution as they stand beside its words: "Mediazona", or "Denied by Mediazona" where they have not
 * claimed them.
 */
export function tellSpeaker(
  of: Pick<AttributionView, "voice" | "sourceId" | "polarity" | "cueClass">,
  voices: Pick<Voices, "sources">,
): string {
  return withStance(speakerName(of, voices), stanceOf(of));
}

/** An attribution in a line: "Denied by Mediazona, indirectly, *according to*, via Newsweek". */
export function describeAttribution(of: AttributionView, text: string, voices: Voices): Phrase[] {
  const phrases: Phrase[] = [{ text: tellSpeaker(of, voices), isCue: false }];
  const say = (words: string, isCue = false) => {
    phrases.push({ text: isCue ? ", " : `, ${words}`, isCue: false });
    if (isCue) phrases.push({ text: words, isCue: true });
  };
  if (of.voice === "reporter") return phrases;
  if (of.directness) say(directnessWords[of.directness]);
  const cue = of.cue ? text.slice(of.cue.start, of.cue.end) : "";
  // The colon of a headline does the attributing without a word.
  if (/\p{L}/u.test(cue)) say(cue, true);
  for (const { attribution } of linksAbove(of, voices.attributions)) {
    say(attribution ? tellLink(attribution, voices) : "via a link that is gone");
  }
  return phrases;
}

/** Who reports the words; a report that denies that they were said is none: "via Berg, denied there". */
function tellLink(link: AttributionView, voices: Voices): string {
  const via = `via ${lowerUnnamed(speakerName(link, voices))}`;
  const words = { claims: null, denies: "denied there", doubts: "doubted there", open: "not claimed there" };
  return [via, words[stanceOf(link)]].filter(Boolean).join(", ");
}

/** The same line as plain text, for screen readers and exports. */
export function attributionLine(of: AttributionView, text: string, voices: Voices): string {
  return describeAttribution(of, text, voices)
    .map((phrase) => (phrase.isCue ? `“${phrase.text}”` : phrase.text))
    .join("");
}
