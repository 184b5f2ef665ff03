import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { endpoints } from "./endpoints";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "app/api");

type Exported = { method: string; path: string; definition: string | null };

/** What each route file exports, read from the files themselves. */
function readRouteFiles(): Exported[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .flatMap((file) => {
      const path = `/api/${relative(folder, join(folder, file)).replace(/\/route\.ts$/, "")}`;
      const source = readFileSync(join(folder, file), "utf8");
      const exports = [...source.matchAll(/export (?:const|async function|function) ([^=(]+)/g)].flatMap(
        ([, names]) => (names ?? "").match(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g) ?? [],
      );
      return exports.map((method) => ({
        method,
        path,
        definition: new RegExp(`const ${method} = route\\(\\s*(\\w+)`).exec(source)?.[1] ?? null,
      }));
    });
}

const files = readRouteFiles();
/** next-auth's one file answers for all of its addresses; lib/auth/schema names those that are ours to use. */
const isAuth = (path: string) => path.startsWith("/api/auth/");
/** Answers for every address that is none. */
const isNowhere = (path: string) => path === "/api/[...rest]";
const listed = Object.values(endpoints);
const say = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe("the list of endpoints", () => {
  it("is the list of the routes", () => {
    const routes = files
      .filter(({ path, method }) => !isAuth(path) && !isNowhere(path) && method !== "HEAD")
      .map(say);
    expect(routes.length).toBeGreaterThan(20);
    expect(
      listed
        .filter(({ path }) => !isAuth(path))
        .map(say)
        .sort(),
    ).toEqual(routes.sort());
  });

  it("names each route once", () => {
    expect(listed.length).toBe(new Set(listed.map(say)).size);
  });

  it("is what the route files validate with", () => {
    for (const { method, path, definition } of files) {
      if (definition)
        expect(say(endpoints[definition] ?? { method: "?", path: definition })).toBe(say({ method, path }));
    }
    const without = files.filter((one) => !one.definition && !isNowhere(one.path)).map(say);
    expect(without.sort()).toEqual([
      "GET /api/auth/[...nextauth]",
      "GET /api/live",
      "HEAD /api/live",
      "POST /api/auth/[...nextauth]",
    ]);
  });

  it("has next-auth's file behind the addresses that are described by hand", () => {
    expect(files.some(({ path }) => path === "/api/auth/[...nextauth]")).toBe(true);
    expect(listed.filter(({ path }) => isAuth(path)).length).toBeGreaterThan(0);
  });

  it("names in each path exactly the parameters that are validated", () => {
    for (const of of listed) {
      const named = [...of.path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name);
      expect(Object.keys((of.params as unknown as { shape: object }).shape).sort()).toEqual(named.sort());
    }
  });
});
