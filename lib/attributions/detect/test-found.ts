import { describe, expect, it } from "vitest";
import { sureEnough } from "./confidence";
import { detect } from "./detect";

/**
 * A text and what must come out of it: source > words, "?" for somebody unnamed, "-" for nobody. A case without
 * expectations: nothing may be suggested.
 */
export type Case = [text: string, ...expected: string[]];

/** What is suggested of a text, as cases tell it. */
export function found(text: string): string[] {
  return detect(text).map(({ speaker, quoteText }) => {
    const source = speaker?.resolvedTo.replace("Somebody unnamed", "?") ?? "-";
    return `${source} > ${quoteText}`;
  });
}

/** What a text is about, the text, and what `sources` must tell of it. */
export type SourceCase = [name: string, text: string, ...expected: string[]];

/** "mention = source (kind)" of every suggestion, in reading order. */
export function sources(text: string): string[] {
  return detect(text).map(({ speaker }) =>
    speaker ? `${speaker.text} = ${speaker.resolvedTo} (${speaker.entityKind})` : "-",
  );
}

/** What is found, with "~" before what is never accepted along with others. */
export function foundAndSure(text: string): string[] {
  const all = detect(text);
  return found(text).map((one, at) => ((all[at]?.confidence ?? 0) < sureEnough ? `~${one}` : one));
}

/** Has each case tried, by what its group is about. */
export function tryCases(groups: Record<string, Case[]>, find = found): void {
  for (const [name, cases] of Object.entries(groups)) {
    describe(name, () => {
      it.each(cases)("%s", (text, ...expected) => {
        expect(find(text)).toEqual(expected);
      });
    });
  }
}
