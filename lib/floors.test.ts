import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

// The floors of architecture.md chapter 4, read from the imports themselves.

const root = resolve(import.meta.dirname, "..");
const features = [
  ["text", "shortcuts", "db", "http", "auth", "live", "outbox"],
  ["accounts", "workspaces", "notifications", "settings"],
  ["articles", "sources"],
  ["passages"],
  ["attributions", "assessments", "threads"],
  ["suggestions"],
  ["discussion"],
  ["search", "export", "claims", "onboarding"],
  ["reports"],
  ["api"],
];
const databaseKinds = /^(queries|mutations)\.ts$/;

type Import = { from: string; target: string; typeOnly: boolean };

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("node_modules"));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), "utf8");
  const found: Import[] = [];
  const statement =
    /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;
  for (const [, typeWord, fixed, lazy] of source.matchAll(statement)) {
    const name = fixed ?? lazy ?? "";
    const target = name.startsWith("@/")
      ? name.slice(2)
      : name.startsWith(".")
        ? relative(root, resolve(root, dirname(file), name))
        : name;
    found.push({ from: file, target, typeOnly: typeWord !== undefined });
  }
  return found;
}

/** Parts of the server around Next: no pure files, and no route may import them. */
const runsOutsideNext = new Set(
  ["server", "answer-document", "static-files", "console-lines"].map((name) => `lib/http/${name}.ts`),
);

const isTest = (file: string) => /\.test\.tsx?$|\/test-[\w-]+\.ts$|vitest/.test(file);
const code = ["app", "components", "lib"].flatMap(files).filter((file) => !isTest(file));
const imports = code.flatMap(importsOf);

function firstLine(file: string): string {
  return readFileSync(join(root, file), "utf8").split("\n", 1)[0] ?? "";
}

function isServerOnly(target: string): boolean {
  const file = [`${target}.ts`, `${target}.tsx`].find((name) => code.includes(name));
  return file !== undefined && firstLine(file) === 'import "server-only";';
}

const say = (list: Import[]) => list.map((one) => `${one.from} imports ${one.target}`);

describe("floors", () => {
  it("reads imports at all", () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it("components import nothing of app, Prisma or server-only files, except types", () => {
    const wrong = imports.filter(
      (one) =>
        one.from.startsWith("components/") &&
        (/^(app|prisma)\//.test(one.target) ||
          one.target.startsWith("@prisma/") ||
          (isServerOnly(one.target) && !one.typeOnly)),
    );
    expect(say(wrong)).toEqual([]);
  });

  it("components/ui imports nothing of ours", () => {
    const wrong = imports.filter(
      (one) =>
        one.from.startsWith("components/ui/") && /^(app|lib|prisma|components\/(?!ui\/))/.test(one.target),
    );
    expect(say(wrong)).toEqual([]);
  });

  it("lib imports nothing of app or components", () => {
    const wrong = imports.filter(
      (one) => one.from.startsWith("lib/") && /^(app|components)\//.test(one.target),
    );
    expect(say(wrong)).toEqual([]);
  });

  it("only database files touch the generated client", () => {
    const wrong = imports.filter(
      (one) =>
        /^(prisma\/generated|@prisma\/)/.test(one.target) && !isServerOnly(one.from.replace(/\.tsx?$/, "")),
    );
    expect(say(wrong)).toEqual([]);
  });

  it("pure files know nothing of Next, React, Prisma, Node or server-only files", () => {
    const pure = (file: string) =>
      /^lib\/[^/]+\/.+\.ts$/.test(file) && firstLine(file) !== 'import "server-only";';
    const wrong = imports.filter(
      (one) =>
        pure(one.from) &&
        !runsOutsideNext.has(one.from) &&
        !one.typeOnly &&
        (/^(next|react|server-only|node:|pg$|prisma)/.test(one.target) || isServerOnly(one.target)),
    );
    expect(say(wrong)).toEqual([]);
  });

  it("features use only features to their left", () => {
    const rank = (name: string | undefined) => features.findIndex((floor) => floor.includes(name ?? ""));
    const wrong = imports.filter((one) => {
      const from = rank(one.from.match(/^lib\/([^/]+)\//)?.[1]);
      const to = rank(one.target.match(/^lib\/([^/]+)\//)?.[1]);
      return from >= 0 && to > from;
    });
    expect(say(wrong)).toEqual([]);
  });

  it("every folder of lib has its place in the order", () => {
    const folders = new Set(code.flatMap((file) => file.match(/^lib\/([^/]+)\//)?.[1] ?? []));
    expect([...folders].filter((name) => !features.flat().includes(name))).toEqual([]);
  });

  it("queries and mutations begin with server-only", () => {
    const wrong = code.filter(
      (file) =>
        file.startsWith("lib/") &&
        databaseKinds.test(file.split("/").pop() ?? "") &&
        firstLine(file) !== 'import "server-only";',
    );
    expect(wrong).toEqual([]);
  });

  it("only lib/env.ts reads our variables from the environment", () => {
    const ours =
      /process\.env\.(?:SAYSO_|DATABASE_|NEXTAUTH_|OIDC_|GITHUB_|GOOGLE_|PORT|HOST\b|LOG_|TRUSTED_)/;
    const all = ["app", "components", "lib", "prisma", "e2e"].flatMap(files);
    const wrong = all.filter(
      (file) =>
        file !== "lib/env.ts" &&
        !/\/generated\//.test(file) &&
        !isTest(file) &&
        ours.test(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).toEqual([]);
    const product = code.filter(
      (file) => file !== "lib/env.ts" && /process\.env\b/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(product).toEqual([]);
  });

  it("no HTML is stored or drawn from strings", () => {
    const wrong = code.filter((file) =>
      /dangerouslySetInnerHTML|\.innerHTML|generateHTML\(|setContent\(\s*["'`]</.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
