import { escapeLike } from "./like";

const quote = "\"“”„‟«»‹›‘’‚‛'`´ʼ′″";
const dash = "\\-‐‑‒–—―−";
const atEnds = new RegExp(`^[${quote}${dash}]+|[${quote}${dash}]+$`, "gu");
const inside = new RegExp(`[${quote}${dash}]`, "gu");

/**
 * The words of a search as patterns of LIKE, each of which must be found. Nobody types the quotation marks, apostrophes
 * and dashes of print: at a word's ends they are left out, and inside it stands "_", which is any one character. So the
 * index is used as for other words, and no second column has to be kept; "Mayor’s" finds "Mayorxs" too.
 */
export function searchPatterns(query: string): string[] {
  return query.split(/\s+/u).flatMap((word) => {
    const bare = word.replace(atEnds, "");
    return bare === "" ? [] : [escapeLike(bare).replace(inside, "_")];
  });
}
