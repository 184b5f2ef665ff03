import { checkAllTexts } from "@/lib/text/gate";
import { type ArticleListQuery, listArticles } from "./schema";

/** What a list's address asks for. Empty values, as forms send them, count as absent; null when it asks for nonsense. */
export function readListQuery(
  address: Record<string, string | string[] | undefined>,
): ArticleListQuery | null {
  const known = ["workspace", "q", "archived", "show", "sort", "cursor"].flatMap((key) => {
    const value = address[key];
    return value ? [[key, value]] : [];
  });
  // A page's address does not come through lib/http/route, which asks this for every call.
  if (checkAllTexts(known)) return null;
  const parsed = listArticles.query.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : null;
}
