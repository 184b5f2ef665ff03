import { previewArticle as preview } from "@/lib/articles/mutations";
import { previewArticle } from "@/lib/articles/schema";
import { route } from "@/lib/http/route";

export const POST = route(previewArticle, ({ viewer, body }) => preview(viewer, body));
