import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toDocument, toPlainText } from "@/lib/articles/plain-text";
import { detect } from "@/lib/attributions/detect/detect";
import { makeSuggestions } from "@/lib/suggestions/make-suggestions";
import { sharedFile } from "@/prisma/shared-file";
import { newsText, percentile } from "./made-text";
import { printTable } from "./print-table";

// How well "who said it" is suggested on the half of the corpus that the rules were not tuned on, and how long they
// need for an article of 8,000 words. The corpus lies beside the project and is never part of it.

const goals = [
  { name: "Verbs of saying", flags: ["--speech"], goal: "F1 .80, precision .88, quote + speaker .74" },
  { name: "Direct and mixed", flags: ["--kinds", "direct,mixed"], goal: "F1 .86, quote + speaker .76" },
  { name: "All kinds", flags: [], goal: "none" },
];

/** Prints the tables; says so and leaves the scores out where the corpus is not there. */
export function benchSuggestions(): void {
  const corpus = sharedFile("corpora", "attribution");
  if (corpus) score(corpus);
  else console.log("\nScores of the suggestions: skipped, ../shared/corpora/attribution is not there.");
  const texts = { "the demo's articles, again and again": newsText(8_000) };
  measureReading(corpus ? { ...texts, "articles of the corpus": longestOf(corpus) } : texts);
}

/** Splits the corpus in two halves that never change: a bit of the FNV-1a hash of an article's name. */
function isHeldOut(docId: string): boolean {
  let hash = 0x811c9dc5;
  for (const char of docId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 15) % 2 === 1;
}

function readDocument(line: string): { docId: string; text: string } {
  const value: unknown = JSON.parse(line);
  if (typeof value !== "object" || value === null || !("doc_id" in value) || !("text" in value)) {
    throw new Error("A line of the corpus must be an object with doc_id and text.");
  }
  return { docId: String(value.doc_id), text: String(value.text) };
}

function linesOf(corpus: string): string[] {
  return readFileSync(join(corpus, "polnear-train-sample.jsonl"), "utf8").split("\n").filter(Boolean);
}

function score(corpus: string): void {
  const lines = linesOf(corpus);
  const held = lines.filter((line) => isHeldOut(readDocument(line).docId));
  console.log(
    `\nSuggestions on ${held.length} of ${lines.length} articles, those that the rules were not tuned on`,
  );
  const folder = mkdtempSync(join(tmpdir(), "sayso-suggestions-"));
  const gold = join(folder, "gold.jsonl");
  const predicted = join(folder, "predictions.jsonl");
  try {
    writeFileSync(gold, held.join("\n"));
    const suggest = ["--import", "tsx", join(import.meta.dirname, "../../prisma/suggest.ts")];
    writeFileSync(
      predicted,
      execFileSync(process.execPath, suggest, { input: held.join("\n"), maxBuffer: 2 ** 27 }),
    );
    for (const { name, flags, goal } of goals) {
      const table = execFileSync(process.execPath, [join(corpus, "score.mjs"), gold, predicted, ...flags], {
        encoding: "utf8",
      });
      console.log(`\n${name} (goal at cover>=0.3: ${goal})${table.trimEnd()}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 8,000 words of the corpus, article after article. */
function longestOf(corpus: string): string {
  const words: string[] = [];
  for (const line of linesOf(corpus)) {
    if (words.length < 8_000) words.push(...readDocument(line).text.split(/(?<=\s)(?=\S)/));
  }
  return words.slice(0, 8_000).join("");
}

/** What the processor needs: the first time, and when the code is warm. */
function measureReading(texts: Record<string, string>): void {
  const rows = Object.entries(texts).map(([name, text]) => {
    const blocks = toPlainText(toDocument(blocksOf(text)));
    const found = makeSuggestions(blocks.text, blocks.blocks).length;
    const reading = repeat(40, () => detect(text));
    const making = repeat(40, () => makeSuggestions(blocks.text, blocks.blocks));
    return [name, found, ...reading, ...making];
  });
  printTable(
    "Reading an article of 8,000 words (ms of the processor; goal for the rules: under 50)",
    ["", "suggestions", "rules, best", "p50", "p95", "rules and passages, best", "p50", "p95"],
    rows,
  );
}

function repeat(times: number, work: () => unknown): number[] {
  const took = Array.from({ length: times }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return [Math.min(...took), percentile(took, 0.5), percentile(took, 0.95)];
}

function blocksOf(text: string) {
  const [title = "", ...body] = text.split(/\n\s*\n/).filter((one) => one.trim());
  const block = (role: "title" | "body") => (words: string) => ({ text: words, role, duplicateOf: null });
  return [...[title].map(block("title")), ...body.map(block("body"))];
}

if (process.argv[1] === import.meta.filename) benchSuggestions();
