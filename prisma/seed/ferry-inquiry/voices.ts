import type { DemoVoices } from "../demo-article";
import { aground, atRisk, figure, leftPort, sail, traffic, vance } from "./words";

/** Who said it. */
export const voices: DemoVoices = {
  sources: [
    { name: "Norline Ferries", kind: "organisation", isParty: true, everywhere: ["Norline"] },
    { name: "Peter Vance", kind: "person", role: "managing director of Norline Ferries", isParty: true },
    {
      name: "Ruth Okell",
      kind: "person",
      role: "professor; author of the 2023 study",
      note: "Also advised the passengers' lawyers: see the last paragraphs.",
    },
    { name: "The ship's log", kind: "document", here: ["documents"] },
    { name: "Maritime Safety Office", kind: "organisation", everywhere: ["MSO"] },
    { name: "The Saltmarsh Courier", kind: "organisation", role: "regional newspaper" },
    { name: "Letter of 2024 to Norline", kind: "document" },
  ],
  decisions: [
    { by: "tomasz", hoursAgo: 49.5, accept: figure },
    { by: "tomasz", hoursAgo: 49.4, accept: "The figure comes from the ship's own log" },
    { by: "tomasz", hoursAgo: 49.2, accept: atRisk },
    { by: "amara", hoursAgo: 45.5, accept: "the tests were dropped whenever a crossing was late" },
    {
      by: "ines",
      hoursAgo: 44.9,
      accept: "Nineteen people were treated for cuts and bruises, and one passenger lost two fingers.",
    },
    { by: "amara", hoursAgo: 25.8, accept: 'the share had "barely moved in twenty years"' },
    // Who the "documents" are is known: Ines has recorded these words as the log's, without the ferry around them.
    {
      by: "tomasz",
      hoursAgo: 49.6,
      dismiss:
        "The ferry that ran aground off Saltmarsh in March had left port 41 times without a full steering test",
    },
  ],
  said: [
    {
      by: "ines",
      hoursAgo: 49.8,
      words: leftPort,
      source: "The ship's log",
      mention: "documents",
      cue: "according to",
      channel: "document",
    },
    {
      by: "tomasz",
      hoursAgo: 48.5,
      words: leftPort,
      source: "lawyers for the passengers",
      channel: "testimony",
    },
    {
      by: "amara",
      hoursAgo: 45.8,
      words: vance,
      suggestion: `${vance} "Our crews never put a passenger at risk."`,
      source: "Peter Vance",
      directness: "direct",
      mention: "Peter Vance",
      cue: "told",
      channel: "testimony",
    },
    {
      by: "tomasz",
      hoursAgo: 43.9,
      words: sail,
      suggestion: '"You were told to sign and sail,"',
      source: "Two former crew members",
      directness: "direct",
      mention: "one of them",
      cue: "said",
    },
    {
      by: "ines",
      hoursAgo: 45.1,
      words: aground,
      suggestion: aground,
    },
    {
      by: "tomasz",
      hoursAgo: 26.8,
      words: "The Maritime Safety Office had warned Norline about its logs in 2024",
      suggestion: "The Maritime Safety Office had warned Norline about its logs in 2024",
      source: "Maritime Safety Office",
      via: ["Letter of 2024 to Norline", "The Saltmarsh Courier"],
      cue: "according to",
      channel: "pressReport",
    },
    {
      by: "tomasz",
      hoursAgo: 24.8,
      words: traffic,
      source: "Ruth Okell",
      mention: "Ruth Okell",
      cue: "said",
    },
    { by: "amara", hoursAgo: 24.6, words: traffic },
    {
      by: "ines",
      hoursAgo: 23.9,
      words: "Most passengers interviewed that week said they would not take the ferry again.",
    },
    {
      by: "ines",
      hoursAgo: 23.8,
      words: "The inquiry is expected to hear from the captain on Thursday.",
      suggestion: "The inquiry is expected to hear from the captain on Thursday.",
    },
  ],
  settlements: [
    {
      by: "ines",
      hoursAgo: 29.5,
      words: leftPort,
      choice: "tomasz",
      why: "The log shows blank lines. That they are skipped tests is what the lawyers say.",
    },
  ],
  claims: [
    {
      by: "ines",
      hoursAgo: 49.9,
      words: leftPort,
      kinds: ["quantity", "event"],
    },
    {
      by: "amara",
      hoursAgo: 24.9,
      words: traffic,
      kinds: ["quantity", "date"],
    },
  ],
  merges: [{ by: "amara", hoursAgo: 45.3, source: "operator", into: "Norline Ferries" }],
};
