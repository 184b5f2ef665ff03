import { route } from "@/lib/http/route";
import { searchAll as search } from "@/lib/search/queries";
import { searchAll } from "@/lib/search/schema";

export const GET = route(searchAll, ({ viewer, query }) => search(viewer, query.q));
