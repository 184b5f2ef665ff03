import { withoutAccents } from "@/lib/text/without-accents";

const titles =
  /^(?:mr|mrs|ms|mx|dr|prof|professor|sir|dame|lord|lady|president|prime minister|minister|secretary|senator|sen|representative|rep|governor|gov|general|gen|colonel|col|major|maj|captain|capt|admiral|adm|judge|justice|mayor|chancellor|king|queen|prince|princess|pope|reverend|rev) /;

/**
 * A name as names are compared: small letters without accents, full stops, articles, titles and possessives, one
 * space between words. "The U.K. Government’s" and "UK government" become the same. Empty when nothing is left.
 */
export function normaliseName(name: string): string {
  let plain = normaliseWords(name);
  for (let shorter = plain.replace(titles, ""); shorter !== plain; shorter = plain.replace(titles, "")) {
    plain = shorter;
  }
  return plain;
}

/** The same with its titles, which tell "Mr Holm" from "Mrs Holm". */
export function normaliseWords(name: string): string {
  return withoutAccents(name.normalize("NFKD"))
    .toLowerCase()
    .replace(/['’]s(?=\s|$)/gu, "")
    .replace(/[.'’"“”]/gu, "")
    .replace(/[^\p{L}\p{N}&+-]+/gu, " ")
    .trim()
    .replace(/^(?:the|a|an) /, "");
}

/** The first letters of a name's words: "Maritime Safety Office" gives "mso". Short words between them do not count. */
export function acronymOf(name: string): string {
  return normaliseName(name)
    .split(" ")
    .filter((word) => !/^(?:of|and|for|the|in|on|at|to|&)$/.test(word))
    .map((word) => [...word][0] ?? "")
    .join("");
}
