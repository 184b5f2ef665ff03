import { route } from "@/lib/http/route";
import { publishReport as publish, withdrawReport as withdraw } from "@/lib/reports/mutations";
import { getPublication as read } from "@/lib/reports/queries";
import { getPublication, publishReport, withdrawReport } from "@/lib/reports/schema";

export const GET = route(getPublication, ({ viewer, params }) => read(viewer, params.articleId, new Date()));

export const POST = route(publishReport, ({ viewer, params, body }) =>
  publish(viewer, params.articleId, body),
);

export const DELETE = route(withdrawReport, ({ viewer, params }) => withdraw(viewer, params.articleId));
