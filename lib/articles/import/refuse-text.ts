import { mostBlocks } from "@/lib/articles/document-schema";

/** The most an article's text may take in UTF-8: 2 MB. */
export const mostBytes = 2 * 1024 * 1024;

export type ImportRefusal =
  | "empty"
  | "onlyWhiteSpace"
  | "onlyAddress"
  | "tooLarge"
  | "tooManyBlocks"
  | "noWords"
  | "titleAlone";

/** Refuses a text before any work is done on it; null when it may be read. */
export function refuseText(original: string): ImportRefusal | null {
  if (original === "") return "empty";
  if (original.length > mostBytes || new TextEncoder().encode(original).length > mostBytes) return "tooLarge";
  if (/^[\p{Cf}\s]*$/u.test(original)) return "onlyWhiteSpace";
  return /^\s*(?:https?:\/\/|www\.)\S+\s*$/iu.test(original) ? "onlyAddress" : null;
}

/** Says what is wrong with a text and what to do about it. */
export function describeTextRefusal(reason: ImportRefusal): string {
  return {
    empty: "There is no text yet. Paste the article, or choose a file.",
    onlyWhiteSpace: "This text has only spaces and line breaks. Paste the article's words.",
    onlyAddress:
      "This is only an address, and pages are not fetched. Open it, copy the article and paste it here.",
    tooLarge: "This text is larger than 2 MB. Import it in parts.",
    tooManyBlocks: `This text has more than ${mostBlocks.toLocaleString("en-GB")} paragraphs. Import it in parts.`,
    noWords: "This text has only marks and no words. Paste the article's words.",
    titleAlone: "This is only a headline. Paste the text of the article too.",
  }[reason];
}
