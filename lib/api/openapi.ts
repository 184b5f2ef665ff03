import { z } from "zod";
import { type ErrorCode, statusOf } from "@/lib/errors";
import { type Endpoint, isFileMedia, takesBody } from "@/lib/http/endpoint";

type Json = { [key: string]: unknown };

const meanings: Partial<Record<ErrorCode, string>> = {
  invalid: "Something in the call is not valid; `fields` says what.",
  unauthenticated: "Nobody is signed in.",
  forbidden: "Your role does not allow this, or the call came from another site.",
  "not-found": "It does not exist, or you may not see it.",
  conflict: "It has changed meanwhile; `details` is how it is now.",
  gone: "It was deleted meanwhile.",
  "too-large": "The body is larger than this route takes.",
  unsupported: "The body is not JSON.",
  "too-many": "Too many calls; Retry-After says when to try again.",
  unavailable: "The database is away or the server is full; Retry-After says when to try again.",
};

const errorSchema: Json = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "id"],
      properties: {
        code: { enum: Object.keys(statusOf) },
        message: { type: "string", description: "For people." },
        id: { type: "string", description: "The number to quote in a report." },
        fields: { type: "object", additionalProperties: { type: "string" } },
        details: {},
      },
    },
  },
};

/** The OpenAPI 3.1 description of these routes, made from the very schemas that validate their calls. */
export function describeApi(endpoints: Readonly<Record<string, Endpoint>>): Json {
  const shared: Json = { Error: errorSchema };
  const paths: Record<string, Json> = {};
  for (const [name, of] of Object.entries(endpoints)) {
    const path = of.path.replace(/\[(\w+)\]/g, "{$1}");
    paths[path] = { ...paths[path], [of.method.toLowerCase()]: describeOperation(name, of, shared) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sayso",
      version: "1",
      description:
        "Read an article together: who said it, and is it so? Every page of Sayso uses these routes and no others. Calls that change something must come from Sayso's own address (Origin or Sec-Fetch-Site) and carry JSON.",
    },
    components: {
      schemas: shared,
      responses: describeRefusals(),
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "sayso-session",
          description: "Set by signing in; behind https its name is __Host-sayso-session.",
        },
      },
    },
    paths,
  };
}

function describeOperation(name: string, of: Endpoint, shared: Json): Json {
  return {
    operationId: name,
    tags: [of.path.split("/")[2] ?? "api"],
    summary: of.summary,
    security: of.action === "public" ? [] : [{ session: [] }],
    "x-action": of.action,
    parameters: [
      ...describeParameters("path", of.params, shared),
      ...describeParameters("query", of.query, shared),
    ],
    ...(takesBody(of)
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: toSchema(of.body, shared) } },
          },
        }
      : {}),
    responses: {
      [of.status]: {
        description: "Done.",
        content: {
          [of.media]: { schema: isFileMedia(of.media) ? { type: "string" } : toSchema(of.answer, shared) },
        },
      },
      ...describeErrors(of),
    },
  };
}

function describeErrors(of: Endpoint): Json {
  const codes: ErrorCode[] = ["invalid", "too-many", "unavailable"];
  if (of.action !== "public") codes.push("unauthenticated");
  if (of.method !== "GET" || (of.action !== "public" && of.action !== "signed-in")) codes.push("forbidden");
  if (of.path.includes("[") || of.action.includes(".")) codes.push("not-found");
  if (of.method !== "GET") codes.push("conflict", "gone");
  if (takesBody(of)) codes.push("too-large", "unsupported");
  return Object.fromEntries(
    codes
      .sort((a, b) => statusOf[a] - statusOf[b])
      .map((code) => [String(statusOf[code]), { $ref: `#/components/responses/${code}` }]),
  );
}

/** One answer for each way to be refused; every route refers to these. */
function describeRefusals(): Json {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  return Object.fromEntries(
    Object.entries(meanings).map(([code, description]) => [code, { description, content }]),
  );
}

function describeParameters(place: "path" | "query", schema: z.ZodType, shared: Json): Json[] {
  const object = toSchema(schema, shared) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(object.properties ?? {}).map(([name, of]) => ({
    name,
    in: place,
    required: place === "path" || (object.required ?? []).includes(name),
    schema: of,
  }));
}

/** What is sent, as JSON Schema. Named parts move to the shared schemas, where a reference finds them. */
function toSchema(schema: z.ZodType, shared: Json): Json {
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  for (const [name, part] of Object.entries(($defs ?? {}) as Json)) shared[name] ??= moveRefs(part);
  return moveRefs(rest) as Json;
}

function moveRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveRefs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // Where a part stands alone it names itself; here its place does.
      .filter(([key]) => key !== "id" || !("$defs" in value))
      .map(([key, one]) => [
        key,
        key === "$ref" && typeof one === "string"
          ? one.replace(/^#\/\$defs\//, "#/components/schemas/")
          : moveRefs(one),
      ]),
  );
}
