import { route } from "@/lib/http/route";
import * as readings from "@/lib/passages/readings";
import { readPassage } from "@/lib/passages/schema";

export const PUT = route(readPassage, ({ viewer, params, body }) =>
  readings.readPassage(viewer, params.passageId, body.number),
);
