import { nationOf } from "./nations";
import { normaliseName } from "./normalise-name";

/** Words that tell what somebody is and not who: a name with and without them is the same name. */
export const genericWords: ReadonlySet<string> = new Set(
  "agency authority bureau channel company corp corporation government group inc independent institute limited ltd magazine media news newspaper network office official organisation organization outlet press service spokesperson spokesman spokeswoman state website".split(
    " ",
  ),
);

/** Words that tell who somebody is only beside a name: the Police of one article are seldom those of another. */
const institutionWords: ReadonlySet<string> = new Set(
  "administration agencies air airline appeal appeals army association attorney authorities bank board chief city civil coastguard coast commission committee communications companies constitutional council county court courts criminal defence defense department district documents document economic economy education emergency energy environment executive federal file filing finance fire firm force forces foreign general governor guard health high home hospital indictment industry inquest inquiry intelligence interior investigation investigators judge judges judiciary jury justice labor labour law lawsuit letter local management mayor military ministry minister ministers municipality national navy officers officials operator ombudsman owner panel parliament party paper planning police prison prosecution prosecutor prosecutors public record records region regional regulator report reports school security senate services spokespeople statement study supreme survey team trade transport treasury tribunal union unions university watchdog workers".split(
    " ",
  ),
);

const joining = new Set(["of", "and", "for", "the", "in", "on", "at", "&", "s"]);

/**
 * Whether a name tells what somebody is and not who: "court", "Police", "Defense Ministry". Whoever is called so is
 * known only in the article that does it.
 */
export function isGenericName(name: string): boolean {
  const bareName = name.trim().replace(/^(?:the|a|an)\s+/iu, "");
  if (/\p{Ll}/u.test(bareName) && !/\p{Lu}/u.test(bareName)) return true;
  const words = wordsOf(name).filter((word) => !joining.has(word));
  if (words.length === 0 || nationIn(name)) return false;
  return (
    words.some((word) => word === "ministry") ||
    words.every((word) => genericWords.has(word) || institutionWords.has(word))
  );
}

/** The state that a name tells anywhere in it, as one key; null where it tells none. */
export function nationIn(name: string): string | null {
  const words = wordsOf(name);
  for (const index of words.keys()) {
    const found = nationOf(words.slice(index));
    if (found) return found.nation;
  }
  return null;
}

function wordsOf(name: string): string[] {
  return normaliseName(name).split(" ").filter(Boolean);
}
