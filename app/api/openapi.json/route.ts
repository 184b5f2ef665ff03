import { endpoints } from "@/lib/api/endpoints";
import { describeApi } from "@/lib/api/openapi";
import { getDescription } from "@/lib/api/schema";
import { route } from "@/lib/http/route";

const description = getDescription.answer.parse(describeApi(endpoints));

export const GET = route(getDescription, async () => description);
