import { route } from "@/lib/http/route";
import * as passages from "@/lib/passages/mutations";
import { createPassage } from "@/lib/passages/schema";

export const POST = route(createPassage, ({ viewer, params, body }) =>
  passages.createPassage(viewer, params.articleId, body),
);
