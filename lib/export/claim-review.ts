import type { Claim, ClaimReview, CreativeWork, Organization, Person, WithContext } from "schema-dts";
import { levelOf, verdictWords } from "@/lib/assessments/scale";
import type { Verdict } from "@/lib/assessments/schema";
import { withStance } from "@/lib/attributions/describe-attribution";
import type { Stance } from "@/lib/attributions/schema";
import type { SourceKind } from "@/lib/sources/schema";
import { peopleIn } from "./people-in";

/** A claim that was resolved on the axis “so”, with all that a ClaimReview says of it. Days are as in 2026-11-25. */
export type ReviewedClaim = {
  /** Where everybody can read the review; null where it is not published. */
  url: string | null;
  words: string;
  verdict: Verdict;
  resolvedOn: string;
  /** Null where nobody has said who said it, or colleagues differ. */
  speaker: {
    kind: SourceKind | "reporter" | "unnamed";
    name: string;
    saidOn: string | null;
    stance: Stance;
  } | null;
  article: {
    title: string;
    url: string | null;
    author: string | null;
    publisher: string | null;
    publishedAt: string | null;
  };
  /** Who has reviewed it. */
  reviewer: string;
};

/**
 * A claim's review as schema.org has it; null for what cannot be checked (an opinion, a forecast). Nothing is made up:
 * what is not known is left out, and whoever is unnamed stays unnamed.
 */
export function claimReview(claim: ReviewedClaim): WithContext<ClaimReview> | null {
  if (claim.verdict === "O") return null;
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    ...(claim.url ? { url: claim.url } : { creativeWorkStatus: "Not published" }),
    claimReviewed: claim.words,
    itemReviewed: itemOf(claim),
    reviewRating: ratingOf(claim.verdict),
    author: { "@type": "Organization", name: claim.reviewer },
    datePublished: claim.resolvedOn,
  };
}

function itemOf({ speaker, article }: ReviewedClaim): Claim {
  if (speaker && speaker.stance !== "claims") return unclaimed(speaker, article);
  const author = speaker?.kind === "reporter" ? reporterOf(article) : speaker && authorOf(speaker);
  const said = speaker?.saidOn ?? article.publishedAt;
  return {
    "@type": "Claim",
    ...(author ? { author } : {}),
    ...(said ? { datePublished: said } : {}),
    // A document has authors of its own, whom nobody has named.
    ...(speaker?.kind === "document"
      ? { firstAppearance: { "@type": "CreativeWork", name: speaker.name } }
      : {}),
    appearance: appearanceOf(article),
  };
}

/**
 * What its speaker does not claim has no author and no day on which it was said: whose claim it is nobody has recorded.
 * In words it is told who denies it.
 */
function unclaimed(
  { kind, name, stance }: NonNullable<ReviewedClaim["speaker"]>,
  article: ReviewedClaim["article"],
): Claim {
  return {
    "@type": "Claim",
    description: `${withStance(nameOf(kind, name), stance)}.`,
    appearance: appearanceOf(article),
  };
}

type Author = Person | Organization;

const unnamed = "Unnamed source";

function authorOf({ kind, name }: NonNullable<ReviewedClaim["speaker"]>): Author | null {
  switch (kind) {
    case "person":
      return { "@type": "Person", name };
    case "organisation":
      return { "@type": "Organization", name };
    case "anonymousGroup":
      return { "@type": "Organization", name: unnamed };
    case "anonymousPerson":
    case "unknown":
    case "unnamed":
      return { "@type": "Person", name: unnamed };
    default:
      return null;
  }
}

/** The name by which a source may go out: a source that asked for none has none. */
function nameOf(kind: NonNullable<ReviewedClaim["speaker"]>["kind"], name: string): string {
  return kind === "person" || kind === "organisation" || kind === "document" ? name : unnamed.toLowerCase();
}

/** The reporter's own words are the author's, or the publisher's where no author is known. */
function reporterOf({ author, publisher }: ReviewedClaim["article"]): Author | Author[] | null {
  if (author) return authorsIn(author);
  return publisher ? { "@type": "Organization", name: publisher } : null;
}

/** Several people are a list, one is not: both are allowed, and most readers know one. */
function authorsIn(byline: string): Person | Person[] {
  const people = peopleIn(byline).map((name): Person => ({ "@type": "Person", name }));
  const [only] = people;
  return people.length === 1 && only ? only : people;
}

function appearanceOf({
  title,
  url,
  author,
  publisher,
  publishedAt,
}: ReviewedClaim["article"]): CreativeWork {
  return {
    "@type": "NewsArticle",
    headline: title,
    ...(url ? { url } : {}),
    ...(author ? { author: authorsIn(author) } : {}),
    ...(publisher ? { publisher: { "@type": "Organization", name: publisher } } : {}),
    ...(publishedAt ? { datePublished: publishedAt } : {}),
  };
}

function ratingOf(verdict: Verdict): NonNullable<ClaimReview["reviewRating"]> {
  const alternateName = verdictWords.so[verdict];
  const level = levelOf(verdict);
  if (level === null) return { "@type": "Rating", alternateName };
  return { "@type": "Rating", ratingValue: level, bestRating: 4, worstRating: 1, alternateName };
}
