import { randomUUID } from "node:crypto";
import { notFound } from "@/lib/errors";
import { answerError } from "@/lib/http/route";

/** What is no route answers in the one error shape as well. */
function nothingHere(): Response {
  return answerError(notFound("route"), randomUUID().slice(0, 8), "no route");
}

export const GET = nothingHere;
export const POST = nothingHere;
export const PUT = nothingHere;
export const PATCH = nothingHere;
export const DELETE = nothingHere;
