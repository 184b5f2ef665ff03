import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BlockPlace } from "@/lib/articles/document-schema";
import { makeDraft } from "@/lib/articles/import/make-draft";
import { sharedFile } from "@/prisma/shared-file";
import { detect } from "./detect";

// The article that started it. Its text is not ours, so it is read from beside the project where it lies there.
const path = sharedFile("articles", "russian-draft-dodgers.txt");

const ministry = "British Defense Ministry";
// Source and paragraph of its sixteen attributions of speech, in reading order; none of its sentences is ours to keep.
const speech: [source: string, paragraph: number][] = [
  [ministry, 0],
  [ministry, 1],
  [ministry, 2],
  ["Western experts", 3],
  ["Mediazona", 4],
  ["Mediazona", 6],
  ["Mediazona", 7],
  ["Vladimir Putin", 7],
  ["Sergei Shoigu", 8],
  ["Christopher Cavoli", 10],
  [ministry, 11],
  ["Christopher Cavoli", 12],
  ["Christopher Cavoli", 12],
  ["Christopher Cavoli", 13],
  ["Volodymyr Zelensky", 15],
  ["Volodymyr Zelensky", 15],
];

/** The number of the paragraph that a place lies in; paragraphs stand between blank lines. */
function paragraphAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\n\s*\n/).length - 1;
}

describe(`the article that started it${path ? "" : " (skipped: ../shared is not there)"}`, () => {
  const text = path ? readFileSync(path, "utf8") : "";
  const found = detect(text);

  it.skipIf(!path)("gives its sixteen attributions the right speaker, and nothing beside them", () => {
    expect(found.map((one) => [one.speaker?.resolvedTo, paragraphAt(text, one.start)])).toEqual(speech);
  });

  it.skipIf(!path)("proposes the ministry's three names as one source", () => {
    const names = found.find((one) => one.speaker?.resolvedTo === ministry)?.speaker?.names;
    expect(names).toEqual(expect.arrayContaining(["UK", "U.K. government", ministry]));
  });

  it.skipIf(!path)("says that one quotation is never closed", () => {
    expect(found.filter((one) => one.rule.includes("never closed"))).toHaveLength(1);
  });

  it.skipIf(!path)("reports what Putin announced as Mediazona's words", () => {
    const putin = found.find((one) => one.speaker?.resolvedTo === "Vladimir Putin");
    expect(found[putin?.parent ?? -1]?.speaker?.resolvedTo).toBe("Mediazona");
  });

  it.skipIf(!path)("gives the same when it comes with the importer's blocks", () => {
    const result = makeDraft(text, "text");
    const blocks: BlockPlace[] = [];
    let imported = "";
    for (const { role, text: words } of result.ok ? result.draft.blocks : []) {
      const start = imported.length + (imported ? 2 : 0);
      imported += (imported ? "\n\n" : "") + words;
      blocks.push({ start, end: imported.length, role });
    }
    expect(detect(imported, blocks).map((one) => one.speaker?.resolvedTo)).toEqual(
      speech.map(([source]) => source),
    );
  });
});
