import * as discussion from "@/lib/discussion/queries";
import { getDiscussion } from "@/lib/discussion/schema";
import { route } from "@/lib/http/route";

export const GET = route(getDiscussion, ({ viewer, params, query }) =>
  discussion.getDiscussion(viewer, params.articleId, query.since, query.peopleMark),
);
