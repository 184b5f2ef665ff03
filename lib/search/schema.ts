import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id } from "@/lib/http/fields";
import { sourceKind } from "@/lib/sources/schema";

const place = { id, workspaceId: id, workspaceName: z.string() };

const articleHit = z.strictObject({
  ...place,
  title: z.string(),
  publisher: z.string().nullable(),
  isArchived: z.boolean(),
});

const sourceHit = z.strictObject({ ...place, name: z.string(), kind: sourceKind });

const personHit = z.strictObject({ ...place, name: z.string() });

/** What was found of each kind, the best first. */
const searchHits = z
  .strictObject({
    articles: z.array(articleHit),
    sources: z.array(sourceHit),
    people: z.array(personHit),
  })
  .meta({ id: "SearchHits" });

export type SearchHits = z.output<typeof searchHits>;

export const searchAll = endpoint({
  method: "GET",
  path: "/api/search",
  summary:
    "Articles, sources and people of my workspaces by their names; without a query the articles I opened last",
  action: "signed-in",
  query: z.strictObject({ q: z.string().trim().max(200).optional() }),
  answer: searchHits,
});
