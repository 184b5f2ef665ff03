import { describe, expect, it } from "vitest";
import { verdict } from "@/lib/assessments/schema";
import { claimReview, type ReviewedClaim } from "./claim-review";
import { toScriptJson } from "./script-json";

const claim: ReviewedClaim = {
  url: "https://sayso.example/reports/x#note-3",
  words: "half of the boats have left",
  verdict: "2",
  resolvedOn: "2026-11-24",
  speaker: { kind: "person", name: "Ida Holm", saidOn: "2026-11-02", stance: "claims" },
  article: {
    title: "Harbour to reopen in spring",
    url: "https://gazette.example/harbour",
    author: "Nils Berg",
    publisher: "Lund Gazette",
    publishedAt: "2026-11-20",
  },
  reviewer: "The Harbour Desk",
};

type Kind =
  | "Text"
  | "URL"
  | "Date"
  | "Number"
  | "Rating"
  | "Claim"
  | "Person"
  | "Organization"
  | "CreativeWork";

/**
 * What each type's properties may hold, of those that we write: the pages schema.org/ClaimReview, /Review, /Claim,
 * /Rating, /CreativeWork, /NewsArticle, /Person and /Organization. A NewsArticle is a CreativeWork.
 */
const definitions: Record<string, Record<string, Kind[]>> = {
  ClaimReview: {
    url: ["URL"],
    // Of CreativeWork.
    creativeWorkStatus: ["Text"],
    claimReviewed: ["Text"],
    itemReviewed: ["Claim", "CreativeWork"],
    reviewRating: ["Rating"],
    author: ["Organization", "Person"],
    datePublished: ["Date"],
  },
  Claim: {
    author: ["Organization", "Person"],
    datePublished: ["Date"],
    description: ["Text"],
    appearance: ["CreativeWork"],
    firstAppearance: ["CreativeWork"],
  },
  Rating: {
    ratingValue: ["Number", "Text"],
    bestRating: ["Number", "Text"],
    worstRating: ["Number", "Text"],
    alternateName: ["Text"],
  },
  NewsArticle: {
    headline: ["Text"],
    url: ["URL"],
    author: ["Organization", "Person"],
    publisher: ["Organization", "Person"],
    datePublished: ["Date"],
  },
  CreativeWork: { name: ["Text"] },
  Person: { name: ["Text"] },
  Organization: { name: ["Text"] },
};

/**
 * Google's fact check page (developers.google.com/search/docs/appearance/structured-data/factcheck) requires these; the
 * same table is in fullfact.github.io/markup-investigation/docs/notes/01-basic-usage.
 */
const required: Record<string, string[]> = {
  ClaimReview: ["claimReviewed", "reviewRating", "url"],
  Rating: ["alternateName"],
};

function kindsOf(value: unknown): string[] {
  if (typeof value === "number") return ["Number"];
  if (typeof value === "string") {
    return [
      "Text",
      ...(/^\d{4}-\d\d-\d\d$/.test(value) ? ["Date"] : []),
      ...(URL.canParse(value) ? ["URL"] : []),
    ];
  }
  const type = typeof value === "object" && value !== null && "@type" in value ? value["@type"] : "nothing";
  return type === "NewsArticle" ? ["NewsArticle", "CreativeWork"] : [String(type)];
}

/** What is wrong with a value and all in it, by schema.org's definitions and Google's demands. */
function problemsOf(value: object): string[] {
  const { "@type": type, "@context": _, ...rest } = value as Record<string, unknown>;
  const known = definitions[String(type)];
  if (!known) return [`${type} is no type`];
  const missing = (required[String(type)] ?? []).filter((name) => !(name in rest));
  return [
    ...missing.map((name) => `${type} has no ${name}`),
    ...Object.entries(rest).flatMap(([name, value]) => {
      const allowed: readonly string[] = known[name] ?? [];
      // Every property may have several values.
      return [value].flat().flatMap((held) => {
        const wrong = kindsOf(held).some((kind) => allowed.includes(kind)) ? [] : [`${type}.${name}`];
        return [...wrong, ...(typeof held === "object" && held !== null ? problemsOf(held) : [])];
      });
    }),
  ];
}

const speakers: ReviewedClaim["speaker"][] = [
  null,
  ...(
    [
      "person",
      "organisation",
      "document",
      "anonymousPerson",
      "anonymousGroup",
      "unknown",
      "reporter",
      "unnamed",
    ] as const
  ).flatMap((kind) =>
    (["claims", "denies"] as const).map((stance) => ({ kind, name: "Ida Holm", saidOn: null, stance })),
  ),
];

const bare = { title: "T", url: null, author: null, publisher: null, publishedAt: null };

describe("a ClaimReview", () => {
  it("names no address where nobody outside could read it, and says why", () => {
    const review = claimReview({ ...claim, url: null });
    expect(review).toMatchObject({ creativeWorkStatus: "Not published" });
    // Google wants an address, and there is none to give.
    expect(problemsOf(review ?? {})).toEqual(["ClaimReview has no url"]);
    expect(claimReview(claim)).not.toHaveProperty("creativeWorkStatus");
  });

  it("says all that is known", () => {
    expect(claimReview(claim)).toEqual({
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      url: "https://sayso.example/reports/x#note-3",
      claimReviewed: "half of the boats have left",
      itemReviewed: {
        "@type": "Claim",
        author: { "@type": "Person", name: "Ida Holm" },
        datePublished: "2026-11-02",
        appearance: {
          "@type": "NewsArticle",
          headline: "Harbour to reopen in spring",
          url: "https://gazette.example/harbour",
          author: { "@type": "Person", name: "Nils Berg" },
          publisher: { "@type": "Organization", name: "Lund Gazette" },
          datePublished: "2026-11-20",
        },
      },
      reviewRating: {
        "@type": "Rating",
        ratingValue: 2,
        bestRating: 4,
        worstRating: 1,
        alternateName: "Misleading in part",
      },
      author: { "@type": "Organization", name: "The Harbour Desk" },
      datePublished: "2026-11-24",
    });
  });

  it("holds to the definitions, whatever is known and whatever was found", () => {
    for (const speaker of speakers)
      for (const one of verdict.options)
        for (const article of [claim.article, bare, { ...bare, publisher: "Gazette" }]) {
          const made = claimReview({ ...claim, speaker, verdict: one, article });
          expect(made ? problemsOf(made) : []).toEqual([]);
        }
    // The table would notice.
    expect(problemsOf({ "@type": "ClaimReview", url: "x", author: { "@type": "Rating" } })).toEqual([
      "ClaimReview has no claimReviewed",
      "ClaimReview has no reviewRating",
      "ClaimReview.url",
      "ClaimReview.author",
      "Rating has no alternateName",
    ]);
  });

  it.each([
    ["4", 4],
    ["1", 1],
  ] as const)("gives level %s as %i of 4", (level, ratingValue) => {
    expect(claimReview({ ...claim, verdict: level })?.reviewRating).toMatchObject({
      ratingValue,
      bestRating: 4,
      worstRating: 1,
    });
  });

  it("gives what cannot be verified no number, and an opinion no review", () => {
    expect(claimReview({ ...claim, verdict: "U" })?.reviewRating).toEqual({
      "@type": "Rating",
      alternateName: "Unverifiable",
    });
    expect(claimReview({ ...claim, verdict: "O" })).toBeNull();
  });

  const authors: [NonNullable<ReviewedClaim["speaker"]>["kind"], unknown][] = [
    ["organisation", { "@type": "Organization", name: "Ida Holm" }],
    ["anonymousPerson", { "@type": "Person", name: "Unnamed source" }],
    ["anonymousGroup", { "@type": "Organization", name: "Unnamed source" }],
    ["unknown", { "@type": "Person", name: "Unnamed source" }],
    ["unnamed", { "@type": "Person", name: "Unnamed source" }],
    ["document", undefined],
    ["reporter", { "@type": "Person", name: "Nils Berg" }],
  ];

  it.each(authors)("of the word of a %s has the author %j", (kind, author) => {
    const speaker = { kind, name: "Ida Holm", saidOn: null, stance: "claims" } as const;
    expect(claimReview({ ...claim, speaker })?.itemReviewed).toMatchObject(author ? { author } : {});
    if (!author) expect(claimReview({ ...claim, speaker })?.itemReviewed).not.toHaveProperty("author");
  });

  it("names each of several authors", () => {
    const speaker = { kind: "reporter", name: "", saidOn: null, stance: "claims" } as const;
    const article = { ...claim.article, author: "Mara Lindqvist and Tom Okafor" };
    const authors = ["Mara Lindqvist", "Tom Okafor"].map((name) => ({ "@type": "Person", name }));
    const review = claimReview({ ...claim, speaker, article });
    expect(review?.itemReviewed).toMatchObject({ author: authors, appearance: { author: authors } });
    expect(review && problemsOf(review)).toEqual([]);
  });

  it.each([
    ["person", "denies", "Denied by Ida Holm."],
    ["document", "doubts", "Doubted by Ida Holm."],
    ["organisation", "open", "Not claimed by Ida Holm."],
    ["anonymousPerson", "denies", "Denied by unnamed source."],
    ["unnamed", "denies", "Denied by unnamed source."],
  ] as const)("makes no %s the author of what it %s, and says so", (kind, stance, description) => {
    const speaker = { kind, name: "Ida Holm", saidOn: "2026-11-02", stance };
    expect(claimReview({ ...claim, speaker })?.itemReviewed).toEqual({
      "@type": "Claim",
      description,
      appearance: expect.objectContaining({ "@type": "NewsArticle" }),
    });
  });

  it("makes up nothing", () => {
    expect(claimReview({ ...claim, speaker: null, article: bare })?.itemReviewed).toEqual({
      "@type": "Claim",
      appearance: { "@type": "NewsArticle", headline: "T" },
    });
  });
});

describe("JSON in a script tag", () => {
  it.each([
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "a & b &lt;",
    "line\u2028and\u2029paragraph",
    '"\\',
  ])("%j cannot leave it in any field, and reads as it was", (words) => {
    const hostile: ReviewedClaim = {
      ...claim,
      url: words,
      words,
      speaker: { kind: "organisation", name: words, saidOn: words, stance: "claims" },
      article: { title: words, url: words, author: words, publisher: words, publishedAt: words },
      reviewer: words,
      resolvedOn: words,
    };
    const made = [claimReview(hostile), claimReview({ ...hostile, speaker: null })];
    const json = toScriptJson(made);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(made);
  });
});
