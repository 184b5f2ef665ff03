import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { hasYear, id, lastChange, line, moment, version, webAddress } from "@/lib/http/fields";
import { momentCursor } from "@/lib/text/cursor";
import { blockPlaceSchema, blockRoleSchema, documentSchema, mostBlocks } from "./document-schema";
import { describeTextRefusal, mostBytes } from "./import/refuse-text";

/** The day printed on an article: no time of day, no zone. */
export const day = z.iso
  .date({ error: "This is not a date such as 2026-11-23." })
  .refine(hasYear, { error: "There is no year 0." });

/** An article with its latest text, as the reading room needs it. */
const articleView = z
  .strictObject({
    id,
    workspaceId: id,
    workspaceName: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedAt: day.nullable(),
    /** BCP 47, for instance "en" or "pt-BR". */
    language: z.string(),
    archivedAt: moment.nullable(),
    version,
    createdBy: id,
    createdAt: moment,
    revision: z.strictObject({
      id,
      number: z.number().int().min(1),
      document: documentSchema,
      /** The one text that passages count in, UTF-16 units. */
      text: z.string(),
      blocks: z.array(blockPlaceSchema),
    }),
  })
  .meta({ id: "Article" });

export type ArticleView = z.output<typeof articleView>;

/** The same for pages, which draw the text by its blocks: without the document, most of what an article weighs. */
export type ArticleText = Omit<ArticleView, "revision"> & {
  revision: Omit<ArticleView["revision"], "document">;
};

export const getArticle = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]",
  summary: "An article with its latest text.",
  action: "article.read",
  params: z.strictObject({ articleId: id }),
  answer: articleView,
});

const language = z
  .string()
  .max(35)
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, { error: "This is not a language tag such as en or pt-BR." });

const metadataFields = {
  title: line(500, "The title"),
  author: line(300, "The author").nullable(),
  publisher: line(300, "The publisher").nullable(),
  publishedAt: day.nullable(),
  url: webAddress.nullable(),
  language,
};

/** What an article is, beside its text. */
export const articleMetadata = z.strictObject(metadataFields);
export type ArticleMetadata = z.output<typeof articleMetadata>;

const format = z.enum(["text", "markdown"], { error: "The format is text or markdown." });
const original = z.string().max(mostBytes, { error: "This text is larger than 2 MB. Import it in parts." });
const guess = z.strictObject({ value: z.string(), why: z.string() }).nullable();

/** An article that has the same words, or the same address, already, or the same headline, as another state of it has. */
const sameArticle = z.strictObject({
  id,
  title: z.string(),
  createdAt: moment,
  archived: z.boolean(),
  same: z.enum(["words", "address", "title"]),
});
export type SameArticle = z.output<typeof sameArticle>;

/** What a refused import tells: the article that has the same words, or the same address. */
export const sameArticleDetails = z.strictObject({ existing: sameArticle });

export const previewArticle = endpoint({
  method: "POST",
  path: "/api/articles/preview",
  summary: "See what a text would become: its blocks with their roles, and what it tells about itself",
  action: "article.import",
  body: z.strictObject({ workspaceId: id, text: original, format }),
  size: "article",
  answer: z.strictObject({
    blocks: z.array(
      z.strictObject({
        /** Place in the text that was sent, UTF-16 units. */
        start: z.number().int(),
        end: z.number().int(),
        text: z.string(),
        role: blockRoleSchema,
        /** Why it got this role. */
        why: z.string(),
        /** Index of the earlier block that has the same words. */
        duplicateOf: z.number().int().nullable(),
      }),
    ),
    metadata: z.strictObject({
      title: guess,
      author: guess,
      publisher: guess,
      publishedAt: guess,
      url: guess,
      language: guess,
    }),
    existing: sameArticle.nullable(),
  }),
});

export type ArticlePreview = z.output<typeof previewArticle.answer>;

export const createArticle = endpoint({
  method: "POST",
  path: "/api/articles",
  summary:
    "Import an article. `blocks` are stretches of the text; together they hold every character that is no white space. Without them the text is cut as the preview shows. The same id again gives the article that exists; the same words or the same address in another article are refused with 409 unless `evenSo`",
  action: "article.import",
  body: z.strictObject({
    id,
    workspaceId: id,
    text: original,
    format,
    blocks: z
      .array(
        z.strictObject({
          start: z.number().int().min(0),
          end: z.number().int().min(1),
          role: blockRoleSchema,
          duplicateOf: z.number().int().min(0).nullable(),
        }),
      )
      .min(1, { error: "The article has no blocks." })
      .max(mostBlocks, { error: describeTextRefusal("tooManyBlocks") })
      .optional(),
    metadata: articleMetadata,
    evenSo: z.boolean().optional(),
  }),
  answer: z.strictObject({ id, workspaceId: id, title: z.string(), version }),
  status: 201,
  size: "article",
});

export type NewArticle = z.output<typeof createArticle.body>;

const summary = z.strictObject({
  id,
  workspaceId: id,
  workspaceName: z.string(),
  ...articleMetadata.shape,
  // What is stored was checked when it came in, and a rule that grows stricter must not hide an article.
  title: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  version,
  createdAt: moment,
  archivedAt: moment.nullable(),
  lastActivityAt: moment,
  passages: z.number().int(),
  /** Passages that somebody has judged, or an editor has resolved. */
  judged: z.number().int(),
  /** Passages on which verdicts that this person may see are split. */
  split: z.number().int(),
  openThreads: z.number().int(),
  /** Colleagues' comments since the last visit; null when this person never opened the article. */
  newComments: z.number().int().nullable(),
  /** The last three who worked on it, the latest first. */
  people: z.array(z.strictObject({ id, name: z.string() })),
});

export type ArticleSummary = z.output<typeof summary>;

/** Only those in which something is assigned to this person, or that hold something new for them. */
const articleShow = z.enum(["assigned", "new"], { error: "Show assigned or new." });
export type ArticleShow = z.output<typeof articleShow>;

const articleSort = z.enum(["activity", "newest"], { error: "Sort by activity or newest." });
export type ArticleSort = z.output<typeof articleSort>;

export const listArticles = endpoint({
  method: "GET",
  path: "/api/articles",
  summary: "List the articles of your workspaces with how far each is judged, 30 at a time",
  action: "signed-in",
  query: z.strictObject({
    workspace: id.optional(),
    /** Words that the title holds, in any order. */
    q: z.string().trim().max(200).optional(),
    archived: z.enum(["true", "false"]).optional(),
    show: articleShow.optional(),
    /** Without it the latest activity comes first. */
    sort: articleSort.optional(),
    cursor: momentCursor.optional(),
  }),
  answer: z.strictObject({ articles: z.array(summary), nextCursor: z.string().nullable() }),
});

export type ArticleListQuery = z.output<typeof listArticles.query>;
export type ArticleList = z.output<typeof listArticles.answer>;

export const editedArticle = z.strictObject({
  id,
  ...articleMetadata.shape,
  title: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  version,
  archivedAt: moment.nullable(),
});

export type EditedArticle = z.output<typeof editedArticle>;

const articleAfterEdit = z.strictObject({
  ...editedArticle.shape,
  /** Its report is published, which archiving does not change. */
  isPublished: z.boolean(),
});

export type ArticleAfterEdit = z.output<typeof articleAfterEdit>;

/** What a colleague, or one's own other window, has made of an article meanwhile. */
export const editedMeanwhile = z.strictObject({ ...editedArticle.shape, changed: lastChange });

export type EditedMeanwhile = z.output<typeof editedMeanwhile>;

export const editArticle = endpoint({
  method: "PATCH",
  path: "/api/articles/[articleId]",
  summary:
    "Change what an article is beside its text, or archive and restore it. 409 with the article as it is when `version` has moved on",
  action: "article.edit",
  params: z.strictObject({ articleId: id }),
  body: z
    .strictObject({
      version,
      archived: z.boolean().optional(),
      metadata: articleMetadata.partial().optional(),
    })
    .refine((body) => body.archived !== undefined || body.metadata !== undefined, {
      error: "There is nothing to change.",
    }),
  answer: articleAfterEdit,
});
