import type { Channel, CueClass } from "@/lib/attributions/schema";
import { cueTable } from "./cue-table";
import { inflect, type VerbForm } from "./inflect";

/**
 * What a verb of attribution means and what it can take. `takes` are the letters that cue-table.ts explains;
 * `prepositions` begin a content of their own ("warned of", "called for").
 */
export type CueVerb = {
  base: string;
  class: CueClass;
  polarity: "positive" | "negative";
  channel: Channel;
  takes: string;
  prepositions: string[];
};

export type CueForm = { verb: CueVerb; forms: VerbForm[] };

const classes: Record<string, CueClass> = {
  N: "neutral",
  A: "asserting",
  H: "hedging",
  V: "vouching",
  D: "denying",
  U: "hedging",
  P: "performing",
  J: "judging",
};

const channels: string[] = [
  "statement",
  "interview",
  "speech",
  "testimony",
  "pressReport",
  "document",
  "court",
  "post",
  "observation",
];

/** The verbs, once each. */
export const cueVerbs: CueVerb[] = readTable();

/** Every form of every verb of attribution, in small letters. */
export const cueForms: Map<string, CueForm> = readForms();

/** Whether a word is a form of a verb of saying; verbs of thinking do not count. */
export function isSaying(lower: string): boolean {
  const takes = cueForms.get(lower)?.verb.takes ?? "";
  return takes.includes("p") && !takes.includes("k");
}

function readTable(): CueVerb[] {
  const seen = new Map<string, CueVerb>();
  for (const line of cueTable.trim().split("\n")) {
    const [entry = "", letter = "N", takes = "", prepositions = "", channel = ""] = line.split("|");
    const base = entry.split("/")[0] ?? "";
    const kind = classes[letter] ?? "neutral";
    seen.set(base, {
      base: entry,
      class: kind,
      // Who doubts it has not denied it, and claims it as little.
      polarity: kind === "denying" || letter === "U" ? "negative" : "positive",
      channel: isChannel(channel) ? channel : "unknown",
      takes,
      prepositions: prepositions.split(" ").filter(Boolean),
    });
  }
  return [...seen.values()];
}

function isChannel(word: string): word is Channel {
  return channels.includes(word);
}

function readForms(): Map<string, CueForm> {
  const forms = new Map<string, CueForm>();
  for (const verb of cueVerbs) {
    const all = inflect(verb.base);
    for (const [form, kind] of all.forms) {
      const known = forms.get(form);
      if (known) known.forms.push(kind);
      else forms.set(form, { verb: { ...verb, base: all.base }, forms: [kind] });
    }
  }
  return forms;
}
