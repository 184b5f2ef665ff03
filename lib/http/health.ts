import { z } from "zod";
import { endpoint } from "./endpoint";

const answer = z.strictObject({ status: z.literal("ok") });

export const readLive = endpoint({
  method: "GET",
  path: "/api/health/live",
  summary: "Does this process answer? Asks nothing of the database.",
  action: "public",
  answer,
});

export const readReady = endpoint({
  method: "GET",
  path: "/api/health/ready",
  summary:
    "May this process be sent requests? Answers 503 while the database is away or behind, or while it stops.",
  action: "public",
  answer,
});
