import { expect, it } from "vitest";
import { placeOf, viewAttribution } from "@/lib/discussion/test-views";
import { printedWords, quotedWords } from "./quoted-words";
import type { AttributionView } from "./schema";
import { readVoices } from "./voices";

const oduya =
  "“Nobody told us how bad it was,” said Patricia Oduya, the council’s director of highways. “If we had known, we would have closed it.”";

type Case = {
  what: string;
  exact: string;
  mention?: string;
  cue?: string;
  directness?: AttributionView["directness"];
  printed: string;
};

const cases: Case[] = [
  {
    what: "an insertion with all that is told of the speaker",
    exact: oduya,
    mention: "Patricia Oduya",
    cue: "said",
    printed: "“Nobody told us how bad it was, […] If we had known, we would have closed it.”",
  },
  {
    what: "the same where only the verb is known",
    exact: oduya,
    cue: "said",
    printed: "“Nobody told us how bad it was, […] If we had known, we would have closed it.”",
  },
  {
    what: "two insertions, of which one is known",
    exact: "“It stands,” Berg said. “It will stand,” she added on Monday. “Always.”",
    mention: "Berg",
    cue: "said",
    printed: "“It stands, […] It will stand, […] Always.”",
  },
  {
    what: "a quotation inside the words, which stays",
    exact: "“They said “no” and “never,”” Berg said. “We went on.”",
    cue: "Berg said",
    printed: "“They said “no” and “never,” […] We went on.”",
  },
  {
    what: "words without their outer marks",
    exact: "Nobody told us,” said Oduya. “If we had known",
    mention: "Oduya",
    cue: "said",
    printed: "Nobody told us, […] If we had known",
  },
  {
    what: "straight marks",
    exact: '"Nobody told us," said Oduya. "If we had known."',
    cue: "said",
    printed: '"Nobody told us, […] If we had known."',
  },
  {
    what: "single marks, and an apostrophe among them",
    exact: "‘Nobody told us,’ said Oduya, the council’s director. ‘If we had known.’",
    cue: "said",
    printed: "‘Nobody told us, […] If we had known.’",
  },
  {
    what: "what stands before and behind the marks",
    exact: "Oduya said: “Nobody told us.”",
    mention: "Oduya",
    cue: "said",
    printed: "“Nobody told us.”",
  },
  { what: "the end", exact: "“Nobody told us,” said Oduya.", cue: "said", printed: "“Nobody told us,”" },
  {
    what: "an insertion in indirect words",
    exact: "The bridge, Anna Berg, the mayor, said, was unsafe",
    mention: "Anna Berg",
    cue: "said",
    directness: "indirect",
    printed: "The bridge […] was unsafe",
  },
  {
    what: "an insertion that ends a sentence",
    exact: "The bridge was unsafe, Berg said. It will be closed",
    mention: "Berg",
    cue: "said",
    directness: "indirect",
    printed: "The bridge was unsafe […]. It will be closed",
  },
  {
    what: "of partly quoted words only what does the attributing",
    exact: "the “hole” in the bridge, Berg said, was “bad”",
    mention: "Berg",
    cue: "said",
    directness: "mixed",
    printed: "the “hole” in the bridge […] was “bad”",
  },
];

it.each(cases)("leaves out $what", ({ exact, mention, cue, directness = "direct", printed }) => {
  const text = `Before it. ${exact} After it.`;
  const told = {
    directness,
    mention: mention ? placeOf(text, mention) : null,
    cue: cue ? placeOf(text, cue) : null,
  };
  expect(quotedWords({ ...placeOf(text, exact), exact }, [told])).toBe(printed);
});

const whole: Omit<Case, "printed">[] = [
  { what: "nothing is known", exact: oduya },
  {
    what: "the speaker is named in their own words",
    exact: "“The council will pay,”",
    mention: "The council",
  },
  {
    what: "only a name is known in indirect words",
    exact: "his council will pay",
    mention: "his",
    directness: "indirect",
  },
  {
    what: "the verb stands in what they quote",
    exact: "“I told them, they said no,”",
    cue: "said",
    directness: "mixed",
  },
  { what: "nothing would be left", exact: "Berg said", mention: "Berg", cue: "said", directness: "indirect" },
  { what: "it is known elsewhere in the text", exact: "“We will pay,”", cue: "After" },
];

it.each(whole)("stays whole where $what", ({ exact, mention, cue, directness = "direct" }) => {
  const text = `Before it. ${exact} After it.`;
  const told = {
    directness,
    mention: mention ? placeOf(text, mention) : null,
    cue: cue ? placeOf(text, cue) : null,
  };
  expect(quotedWords({ ...placeOf(text, exact), exact }, [told])).toBe(exact);
});

it("stays whole while colleagues differ on whose words they are", () => {
  const passage = { id: "p", start: 0, exact: oduya };
  const known = { directness: "direct", cue: placeOf(oduya, "said") } as const;
  const first = viewAttribution("a", "p", "oduya", known);
  const printed = (...attributions: AttributionView[]) => {
    const voices = readVoices({ attributions, settlements: [], sources: [] });
    return printedWords(passage, voices.standings.get("p"), voices);
  };
  expect(printed(first)).toContain("[…]");
  expect(printed(first, viewAttribution("b", "p", null, { by: "ben" }))).toBe(oduya);
  expect(printed()).toBe(oduya);
});
