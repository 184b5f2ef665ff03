import type { Channel } from "@/lib/attributions/schema";
import type { Span } from "@/lib/text/offsets";

const beside: [Channel, RegExp][] = [
  ["testimony", /\b(?:testimony|under oath|inquiry|hearing|deposition|committee)\b/iu],
  ["court", /\b(?:in court|court filing|the judge|the court|ruling|verdict)\b/iu],
  [
    "interview",
    /\b(?:interview|reporters|journalists|news conference|press conference|by (?:phone|telephone))\b/iu,
  ],
  [
    "post",
    /\b(?:twitter|tweet|facebook|instagram|telegram|truth social|social media|a post|blog|weibo|tiktok)\b/iu,
  ],
  ["speech", /\b(?:speech|rally|address|remarks|sermon|lecture|debate)\b/iu],
  [
    "document",
    /\b(?:letter|memo|report|e-?mail|filing|book|op-ed|editorial|column|essay|study|document)\b/iu,
  ],
  ["statement", /\b(?:statement|press release|announcement|briefing)\b/iu],
];

/**
 * By which way the words reached the public, read from what stands beside the cue: "said in an interview",
 * "told reporters", "wrote on Telegram". Looks between the cue and the words, or up to 70 characters behind it.
 */
export function channelBeside(text: string, cue: Span, contents: Span[]): Channel {
  const next = contents.find((span) => span.start >= cue.end)?.start ?? text.length;
  const rest = text.slice(cue.end, Math.min(next, cue.end + 70));
  const sentence = rest.split(/[.!?;]\s|\n/u, 1)[0] ?? "";
  return beside.find(([, words]) => words.test(sentence))?.[0] ?? "unknown";
}
