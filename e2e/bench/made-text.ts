import { ferryInquiry } from "@/prisma/seed/ferry-inquiry";
import { waterLevy } from "@/prisma/seed/water-levy";

// Words for benchmarks: made up, deterministic, with sentences and paragraphs of the length that news has.

const syllables = "ba de fi go lu ma ne pi ro su ta ve wi zo har ken lor min pas tol ver dun".split(" ");

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A text of about `words` words: a title, then paragraphs of some 60 words. */
export function madeText(words: number, seed = 1): string {
  const random = randomFrom(seed);
  const word = () =>
    Array.from({ length: 1 + random(3) }, () => syllables[random(syllables.length)]).join("");
  const sentence = (length: number) => {
    const all = Array.from({ length }, word).join(" ");
    return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
  };
  const paragraphs = [sentence(8).replace(".", "")];
  for (let left = words; left > 0; left -= 60) {
    paragraphs.push([sentence(17), sentence(22), sentence(21)].join(" "));
  }
  return paragraphs.join("\n\n");
}

/** An article of about `words` words in which people speak as in the demo's, again and again: for whatever reads news. */
export function newsText(words: number): string {
  const bodies = [ferryInquiry, waterLevy].flatMap(({ text }) => text.split("\n\n").slice(2, -1));
  const paragraphs = ["Inquiry Told of a Levy"];
  for (let at = 0, count = 0; count < words; at++) {
    const paragraph = bodies[at % bodies.length] ?? "";
    paragraphs.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return paragraphs.join("\n\n");
}

/**
 * `count` stretches spread evenly over the text, each of a few words and inside one paragraph; every seventh overlaps
 * the next.
 */
export function spreadPassages(text: string, count: number): { start: number; end: number }[] {
  const starts = [...text.matchAll(/(?<= )\p{L}+(?: \p{L}+){3,5}/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const step = starts.length / count;
  return Array.from({ length: count }, (_, index) => {
    const place = starts[Math.floor(index * step)] ?? { start: 0, end: 5 };
    return index % 7 === 0 ? { ...place, start: Math.max(0, place.start - 3) } : place;
  });
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
