/** Base, third person, past, participle and -ing: b s d n g. One word may be several ("put"). */
export type VerbForm = "b" | "s" | "d" | "n" | "g";

/**
 * All forms of a verb. Regular ones are built by the rules of spelling; `entry` may name others:
 * `say/said`, `write/wrote/written`, `admit/+` (doubles its last letter).
 */
export function inflect(entry: string): { base: string; forms: [string, VerbForm][] } {
  const [base = "", past, participle] = entry.split("/");
  const stem = past === "+" ? base + base.slice(-1) : base;
  const regular = past === undefined || past === "+";
  const ed = regular ? withEd(stem) : past;
  const forms: [string, VerbForm][] = [
    [base, "b"],
    [withS(base), "s"],
    [ed, "d"],
    [regular ? ed : (participle ?? past), "n"],
    [withIng(doublesInIng.has(base) ? base + base.slice(-1) : stem), "g"],
  ];
  return { base, forms };
}

const doublesInIng = new Set(
  "put set cut let get win run begin hit sit split forget quit shut bet spin swim dig rid".split(" "),
);

function withS(base: string): string {
  if (base === "have") return "has";
  if (/(?:s|sh|ch|x|z|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function withEd(stem: string): string {
  if (/e$/.test(stem)) return `${stem}d`;
  if (/[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}ied`;
  return `${stem}ed`;
}

function withIng(stem: string): string {
  if (/ie$/.test(stem)) return `${stem.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(stem)) return `${stem.slice(0, -1)}ing`;
  return `${stem}ing`;
}
