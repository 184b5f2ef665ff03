import { editArticle as edit } from "@/lib/articles/mutations";
import { getArticle as read } from "@/lib/articles/queries";
import { editArticle, getArticle } from "@/lib/articles/schema";
import { route } from "@/lib/http/route";

export const GET = route(getArticle, ({ viewer, params }) => read(viewer, params.articleId));

export const PATCH = route(editArticle, ({ viewer, params, body }) => edit(viewer, params.articleId, body));
