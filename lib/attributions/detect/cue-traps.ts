import type { CueVerb } from "./cues";

const traps: Record<string, RegExp> = {
  call: /^(?:up|off|in|back|out|upon|away|down|over|home|together)$/,
  rule: /^(?:out|over)$/,
  point: /^(?:at|toward|towards)$/,
  show: /^(?:up|off|around|in|at)$/,
  find: /^(?:out|time|its|themselves|himself|herself|itself|way|guilty)$/,
  think: /^(?:up|over|through|ahead|big|twice|of|about)$/,
  add: /^(?:up|to)$/,
  report: /^(?:to|for|back|directly)$/,
  read: /^(?:up|into|through|about|from|aloud|out|off)$/,
  write: /^(?:off|down|out|up)$/,
  order: /^(?:from|in|up)$/,
  answer: /^(?:to|for)$/,
  agree: /^(?:to|with|on)$/,
  note: /^(?:for)$/,
  tell: /^(?:apart|off|from)$/,
  expect: /^(?:to|of)$/,
  know: /^(?:of|about|as|for|how)$/,
  feel: /^(?:like|for|free)$/,
  speak: /^(?:up|out|for|with|to|at)$/,
  dismiss: /^(?:from)$/,
  post: /^(?:a|an|its|his|her|their|bail)$/,
  project: /^(?:onto|into|an|a)$/,
  promise: /^(?:land)$/,
  continue: /^(?:to|with|its|his|her|their|for|as)$/,
  begin: /^(?:to|with|by|a|the|at)$/,
  counter: /^(?:the|its|his)$/,
  maintain: /^(?:a|an|the|its|his|her|their|control|order)$/,
  stress: /^(?:out)$/,
  fear: /^(?:for)$/,
  hope: /^(?:for)$/,
};

/** Whether a verb and the word behind it together mean something else than saying: "maintain its", "rule out". */
export function isTrapped({ base }: Pick<CueVerb, "base">, next: string): boolean {
  return traps[base]?.test(next) ?? false;
}
