import { type GivenAddress, readAddress } from "@/lib/http/read-address";
import { type ArticleListQuery, listArticles } from "./schema";

/** What a list's address asks for; null when it asks for nonsense. */
export function readListAddress(address: GivenAddress): ArticleListQuery | null {
  return readAddress(listArticles.query, address);
}
