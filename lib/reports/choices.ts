import { type ReportChoices, reportChoices } from "./schema";

/** Without being asked, a report names nobody. */
export const usualChoices: ReportChoices = {
  names: false,
  discussion: true,
  unresolved: true,
  evidence: true,
};

export const choiceNames = reportChoices.keyof().options;

type Show = string | readonly string[] | undefined;

/** The choices that an address asks for; null where it asks for none. Words that are no choice are passed over. */
export function choicesIn(show: Show): ReportChoices | null {
  if (show === undefined) return null;
  const given = new Set([show].flat());
  const chosen = { names: false, discussion: false, unresolved: false, evidence: false };
  for (const name of choiceNames) chosen[name] = given.has(name);
  return chosen;
}

/**
 * The choices as an address says them: "show=&show=evidence". The empty one tells a report with nothing chosen from one
 * of which nobody has said anything.
 */
export function choicesQuery(choices: ReportChoices): string {
  const shown = choiceNames.filter((name) => choices[name]);
  return new URLSearchParams(["", ...shown].map((name) => ["show", name])).toString();
}
