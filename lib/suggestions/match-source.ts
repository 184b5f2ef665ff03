import { rootOf } from "@/lib/sources/merged";
import { normaliseName } from "@/lib/sources/normalise-name";
import type { SourceView } from "@/lib/sources/schema";
import type { SuggestedSpeaker } from "./schema";

/**
 * The source that a proposed speaker is, or null when it is a new one. `usedHere` are those that this article names.
 *
 * Better a second source, which can be merged, than words in another's mouth: an unnamed speaker ("officials") is the
 * same only within its article, and so is a person who is known by a single name.
 */
export function matchSource(
  speaker: Pick<SuggestedSpeaker, "name" | "kind" | "names">,
  sources: readonly SourceView[],
  usedHere: ReadonlySet<string>,
  articleId: string,
): string | null {
  const byId = new Map(sources.map((one) => [one.id, one]));
  const isUnnamed = isAnonymous(speaker.kind);
  const main = normaliseName(speaker.name);
  const isShort = !main.includes(" ");
  const onlyHere = isUnnamed || (isShort && speaker.kind !== "organisation" && speaker.kind !== "document");
  const others = speaker.names.map(normaliseName).filter((key) => key.includes(" "));
  const candidates = sources.filter((one) => isAnonymous(one.kind) === isUnnamed || one.kind === "unknown");
  const found =
    candidates.find(
      (one) => (usedHere.has(one.id) || !onlyHere) && main !== "" && keysOf(one, articleId).includes(main),
    ) ??
    candidates.find(
      (one) =>
        usedHere.has(one.id) && !isUnnamed && keysOf(one, articleId).some((key) => others.includes(key)),
    );
  return found ? rootOf(found.id, byId) : null;
}

function isAnonymous(kind: SourceView["kind"]): boolean {
  return kind === "anonymousPerson" || kind === "anonymousGroup";
}

function keysOf({ name, aliases }: SourceView, articleId: string): string[] {
  const here = aliases.filter((one) => one.articleId === null || one.articleId === articleId);
  return [name, ...here.map((one) => one.text)].map(normaliseName);
}
