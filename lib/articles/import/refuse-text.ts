import { mostBlocks } from "@/lib/articles/document-schema";

/** The most an article's text may take in UTF-8: 2 MB. */
export const mostBytes = 2 * 1024 * 1024;

export type ImportRefusal =
  | "empty"
  | "onlyWhiteSpace"
  | "onlyAddress"
  | "pageSource"
  | "tooLarge"
  | "tooManyBlocks"
  | "noWords"
  | "titleAlone";

/** Refuses a text before any work is done on it; null when it may be read. */
export function refuseText(original: string): ImportRefusal | null {
  if (original === "") return "empty";
  if (original.length > mostBytes || new TextEncoder().encode(original).length > mostBytes) return "tooLarge";
  if (/^[\p{Cf}\s]*$/u.test(original)) return "onlyWhiteSpace";
  if (/^\s*(?:https?:\/\/|www\.)\S+\s*$/iu.test(original)) return "onlyAddress";
  return isPageSource(original) ? "pageSource" : null;
}

/** Whether a text is HTML: it says so at its start, or begins with one tag and ends with another. */
function isPageSource(original: string): boolean {
  const text = original.replace(/^[\p{Cf}\s]*/u, "");
  const start = text.slice(0, 2000).replace(/^(?:(?:<!--.*?-->|<\?xml[^>]*>)\s*)+/su, "");
  if (/^<(?:!doctype\s|(?:html|head|body)[\s>])/iu.test(start)) return true;
  return /^<[a-z][a-z\d-]*(?:\s[^<>]*)?>/iu.test(start) && /<\/[a-z][a-z\d-]*>\s*$/iu.test(text.slice(-200));
}

/** Says what is wrong with a text and what to do about it. */
export function describeTextRefusal(reason: ImportRefusal): string {
  return {
    empty: "There is no text yet. Paste the article, or choose a file.",
    onlyWhiteSpace: "This text has only spaces and line breaks. Paste the article's words.",
    onlyAddress:
      "This is only an address, and pages are not fetched. Open it, copy the article and paste it here.",
    pageSource:
      "This looks like the source of a page. Open the page in a browser, copy the article as it is shown there and paste that.",
    tooLarge: "This text is larger than 2 MB. Import it in parts.",
    tooManyBlocks: `This text has more than ${mostBlocks.toLocaleString("en-GB")} paragraphs. Import it in parts.`,
    noWords: "This text has only marks and no words. Paste the article's words.",
    titleAlone: "This is only a headline. Paste the text of the article too.",
  }[reason];
}
