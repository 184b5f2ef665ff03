import { describe, expect, it } from "vitest";
import { bodyOfText } from "@/lib/threads/comment-schema";
import { endpoints } from "./endpoints";
import { describeApi } from "./openapi";

type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: object;
  responses: Record<string, object>;
  security: object[];
};

const description = JSON.parse(JSON.stringify(describeApi(endpoints)));
const operations: [string, string, Operation][] = Object.entries(description.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, operation]): [string, string, Operation] => [method, path, operation],
    ),
);

describe("openapi.json", () => {
  it("describes every endpoint, each under its own name", () => {
    expect(description.openapi).toBe("3.1.0");
    expect(operations.map(([, , one]) => one.operationId).sort()).toEqual(Object.keys(endpoints).sort());
  });

  it("has a path parameter for each name in a path", () => {
    for (const [, path, { parameters }] of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(named);
    }
  });

  it("points at nothing that is not there", () => {
    const refs = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of new Set(refs)) {
      const part = ref
        .replace("#/", "")
        .split("/")
        .reduce((at, key) => at?.[key], description);
      expect(part, ref).toBeTypeOf("object");
    }
    expect(JSON.stringify(description)).not.toContain("$defs");
  });

  it("asks for a session where anonymous people are refused, and says how refusals look", () => {
    for (const [method, path, operation] of operations) {
      const isOpen = endpoints[operation.operationId]?.action === "public";
      expect([method, path, operation.security.length]).toEqual([method, path, isOpen ? 0 : 1]);
      expect("401" in operation.responses).toBe(!isOpen);
    }
  });

  it("describes a comment as it is validated", () => {
    const { CommentBody } = description.components.schemas;
    expect(CommentBody.properties.type.const).toBe(bodyOfText("x").type);
    expect(CommentBody.additionalProperties).toBe(false);
  });

  it("says that which way evidence is taken may be hidden, and has to be told", () => {
    const { Evidence } = description.components.schemas;
    const ways = { enum: ["supports", "refutes", "context"] };
    expect(Evidence.properties.bearing.anyOf).toMatchObject([ways, { type: "null" }]);
    expect(Evidence.required).toContain("bearing");
  });

  it("is small enough to read", () => {
    expect(JSON.stringify(description).length / operations.length).toBeLessThan(2_500);
  });
});
