import { contentBefore, contentEnd } from "./content-edges";
import type { CueUse } from "./cue-uses";
import type { Found } from "./found";
import type { SubjectPhrase } from "./subject-phrases";
import type { TaggedToken } from "./tag";

/** "As Smith reported, …" and "…, as Smith put it". */
export function asSaid(
  s: TaggedToken[],
  use: CueUse,
  subject: SubjectPhrase,
  behind: number,
  high: number,
): Found | null {
  const as = Math.min(subject.core.from, use.from) - 1;
  const base = {
    subject,
    cue: { from: use.from, to: use.to },
    verb: use.verb,
    negative: use.negative,
    rule: "“As … said” gives the speaker of the clause beside it.",
    confidence: 0.8,
    open: false,
  };
  const leads = s.slice(0, Math.max(as, 0)).every((one) => /^(?:conjunction|comma|adverb)$/.test(one.tag));
  if (leads && s[as]?.lower === "as") {
    const comma = s.findIndex((one, k) => k >= behind && one.tag === "comma");
    return comma > 0 && comma < high - 1
      ? { ...base, contents: [{ from: comma + 1, to: contentEnd(s, comma + 1, high) }] }
      : null;
  }
  if (s[as - 1]?.tag !== "comma") return null;
  const before = contentBefore(s, as, 0);
  return before ? { ...base, contents: [before] } : null;
}
