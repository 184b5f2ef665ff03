/** A name as a byline gives it: two to four words that begin with a capital, "van" and the like among them. */
const name =
  /^\p{Lu}[\p{L}.’'-]*(?: (?:(?:van|von|de|da|di|der|den|la|le|al|bin) )*\p{Lu}[\p{L}.’'-]*){1,3}$/u;

/**
 * The people of a byline: "Mara Lindqvist, Tom Okafor and Ida Holm" are three. What is not plainly a list of names, as
 * "Helen Askew, Transport Correspondent", stays whole.
 */
export function peopleIn(byline: string): string[] {
  const parts = byline.split(/, (?:and )?| and | & /u).map((part) => part.trim());
  const isList = parts.length > 1 && parts.every((part) => name.test(part) && !trade.test(part));
  return isList ? parts : [byline];
}

/** What a byline names people by beside their names. */
const trade =
  /\b(?:correspondent|editor|reporter|writer|staff|desk|news|press|agency|reuters|times|post|columnist|contributor|critic|bureau|chief|team|service)s?\b/iu;
