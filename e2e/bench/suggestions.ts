import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { detect } from "@/lib/attributions/detect/detect";
import { sharedFile } from "@/prisma/shared-file";

// How well "who said it" is suggested on the half of the corpus that the rules were not tuned on, and how long
// an article of 8,000 words takes. The corpus lies beside the project and is never part of it.

const goals = [
  { name: "Verbs of saying", flags: ["--speech"], goal: "F1 .80, precision .88, quote + speaker .74" },
  { name: "Direct and mixed", flags: ["--kinds", "direct,mixed"], goal: "F1 .86, quote + speaker .76" },
  { name: "All kinds", flags: [], goal: "none" },
];

/** Prints the tables; says so and does nothing more where the corpus is not there. */
export function benchSuggestions(): void {
  const corpus = sharedFile("corpora", "attribution");
  if (!corpus) {
    console.log("Suggestions: skipped, ../shared/corpora/attribution is not there.");
    return;
  }
  const lines = readFileSync(join(corpus, "polnear-train-sample.jsonl"), "utf8").split("\n").filter(Boolean);
  const held = lines.filter((line) => isHeldOut(readDocument(line).docId));
  console.log(
    `Suggestions on ${held.length} of ${lines.length} articles, those that the rules were not tuned on`,
  );
  score(corpus, held);
  time(lines.map((line) => readDocument(line).text));
}

/** Splits the corpus in two halves that never change: a bit of the FNV-1a hash of an article's name. */
export function isHeldOut(docId: string): boolean {
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

function score(corpus: string, held: string[]): void {
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

function time(texts: string[]): void {
  const words: string[] = [];
  for (const text of texts) if (words.length < 8000) words.push(...text.split(/(?<=\s)(?=\S)/));
  const long = words.slice(0, 8000).join("");
  const times: number[] = [];
  for (let run = 0; run < 40; run++) {
    const begin = performance.now();
    detect(long);
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const [best = 0, median = 0] = [times[0], times[20]];
  console.log(
    `\nAn article of 8,000 words: best ${best.toFixed(0)} ms, median ${median.toFixed(0)} ms (goal: under 50 ms)`,
  );
}

if (process.argv[1] === import.meta.filename) benchSuggestions();
