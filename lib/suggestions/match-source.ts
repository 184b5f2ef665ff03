import { isGenericName, nationIn } from "@/lib/sources/generic-name";
import { isAnonymous } from "@/lib/sources/is-anonymous";
import { rootOf } from "@/lib/sources/merged";
import { normaliseName } from "@/lib/sources/normalise-name";
import type { SourceView } from "@/lib/sources/schema";
import type { SuggestedSpeaker } from "./schema";

/**
 * The source that a proposed speaker is, or null when it is a new one. `usedHere` are those that this article names.
 *
 * Better a second source, which can be merged, than words in another's mouth: an unnamed speaker ("officials") is the
 * same only within its article, and so are a person who is known by a single name and whoever is called by what they
 * are ("court"). One state's ministry is not another's, though both are called "the Defense Ministry".
 */
export function matchSource(
  speaker: Pick<SuggestedSpeaker, "name" | "kind" | "names">,
  sources: readonly SourceView[],
  usedHere: ReadonlySet<string>,
  articleId: string,
): string | null {
  const byId = new Map(sources.map((one) => [one.id, one]));
  const isHidden = isAnonymous(speaker.kind);
  const main = normaliseName(speaker.name);
  const isShort = !main.includes(" ");
  const isBody = speaker.kind === "organisation" || speaker.kind === "document";
  const onlyHere = isHidden || (isShort && !isBody) || isGenericName(speaker.name);
  const others = speaker.names.map(normaliseName).filter((key) => key.includes(" "));
  const candidates = sources.filter((one) => isAnonymous(one.kind) === isHidden || one.kind === "unknown");
  const found =
    candidates.find(
      (one) =>
        (usedHere.has(one.id) || !onlyHere) &&
        main !== "" &&
        keysOf(one, speaker.name, articleId).includes(main),
    ) ??
    candidates.find(
      (one) =>
        usedHere.has(one.id) &&
        !isHidden &&
        keysOf(one, speaker.name, articleId).some((key) => others.includes(key)),
    );
  return found ? rootOf(found.id, byId) : null;
}

/** The names by which a source may be `speaker`: of another state's, its own alone. */
function keysOf({ name, aliases }: SourceView, speaker: string, articleId: string): string[] {
  const [own, other] = [nationIn(name), nationIn(speaker)];
  const isForeign = own !== null && other !== null && own !== other;
  const here = aliases.filter((one) => !isForeign && (one.articleId === null || one.articleId === articleId));
  return [name, ...here.map((one) => one.text)].map(normaliseName);
}
