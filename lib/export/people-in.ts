/** A name as a byline gives it: two to four words that begin with a capital, "van" and the like among them. */
const name =
  /^\p{Lu}[\p{L}.’'-]*(?: (?:(?:van|von|de|da|di|der|den|la|le|al|bin) )*\p{Lu}[\p{L}.’'-]*){1,3}$/u;

/**
 * The people of a byline: "Mara Lindqvist, Tom Okafor and Ida Holm" are three. What is not plainly a list of names stays
 * whole, as "Helen Askew, Transport Correspondent" does, and all that only commas part: a place looks like a name.
 */
export function peopleIn(byline: string): string[] {
  const parts = byline.split(/, (?:and )?| and | & /u).map((part) => part.trim());
  const isList = / and | & /u.test(byline) && parts.every((part) => name.test(part) && !house.test(part));
  return isList ? parts : [byline];
}

/** What a byline names beside people: their trade, or a house, of which many are called by their first letters. */
const house =
  /\b(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Ss]taff|[Dd]esk|[Nn]ews|[Pp]ress|[Pp]resse|[Aa]gency|[Rr]euters|[Tt]imes|[Pp]ost|[Cc]olumnist|[Cc]ontributor|[Cc]ritic|[Bb]ureau|[Cc]hief|[Tt]eam|[Ss]ervice|\p{Lu}{2,})s?\b/u;
