import type { TaggedToken } from "./tag";
import { modals } from "./words";

/** Opens what may be so and may not: "whether Berg said". */
export const conditions = /^(?:if|unless|whether|lest)$/;
/** Opens what is only supposed or wished, with a "that" or without: "assuming that Berg said". */
export const supposing =
  /^(?:assuming|suppose|supposing|imagine|imagining|provided|providing|pretend(?:s|ed|ing)?|wish(?:es|ed|ing)?|hop(?:es?|ed|ing))$/;
/** Takes back what stands beside it, or so much of it that the rest is in doubt. */
export const negative =
  /^(?:no|not|n't|never|none|nobody|nothing|nowhere|neither|nor|no-one|few|little|without|lacks?|lacking|hardly|scarcely|barely|rarely|seldom|cannot|far|only|partly|half)$/;

/** From the last comma or the sentence's beginning up to a token. */
export function clauseBefore(s: TaggedToken[], at: number): TaggedToken[] {
  const from = s.slice(0, at).findLastIndex((one) => /^(?:comma|dash|colon|stop|quotation)$/.test(one.tag));
  return s.slice(from + 1, at);
}

/** Nothing from the clause's beginning up to a token takes it back or leaves it open: "it is true", not "it may be true". */
export function isStated(s: TaggedToken[], at: number): boolean {
  return clauseBefore(s, at).every(
    ({ tag, lower }, i, clause) =>
      !negative.test(lower) &&
      !modals.has(lower) &&
      !conditions.test(lower) &&
      !(i === 0 && tag === "auxiliary") &&
      !(lower === "be" && clause[i - 1]?.lower === "to"),
  );
}
