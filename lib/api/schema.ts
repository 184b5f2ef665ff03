import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";

export const getDescription = endpoint({
  method: "GET",
  path: "/api/openapi.json",
  summary: "This description",
  action: "public",
  answer: z.looseObject({ openapi: z.literal("3.1.0"), paths: z.record(z.string(), z.unknown()) }),
});
