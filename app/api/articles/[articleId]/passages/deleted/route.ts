import { route } from "@/lib/http/route";
import * as passages from "@/lib/passages/queries";
import { listDeletedPassages } from "@/lib/passages/schema";

export const GET = route(listDeletedPassages, ({ viewer, params }) =>
  passages.listDeletedPassages(viewer, params.articleId),
);
