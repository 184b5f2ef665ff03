import * as articles from "@/lib/articles/mutations";
import { createArticle, listArticles } from "@/lib/articles/schema";
import { listArticles as list } from "@/lib/claims/list-articles";
import { route } from "@/lib/http/route";

export const GET = route(listArticles, ({ viewer, query }) => list(viewer, query));

export const POST = route(createArticle, ({ viewer, body }) => articles.createArticle(viewer, body));
