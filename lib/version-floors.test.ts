import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

// The floors of the security releases we know of (design: reliability.md, chapter 1). `npm audit` may not be
// reachable where we build, so the lock file itself is held against them.
const floors: Record<string, string> = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
  "@tiptap/core": "3.31.2",
  "prosemirror-view": "1.42.3",
  sharp: "0.35.5",
  dompurify: "3.4.18",
  "sanitize-html": "2.17.6",
  undici: "7.30.2",
  zod: "4.6.6",
  prisma: "7.10.0",
  "@prisma/client": "7.10.0",
  nodemailer: "7.0.7",
};
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")));

const installed = Object.entries(lock.packages).flatMap(([path, { version }]) => {
  const name = path.split("node_modules/").pop();
  return name && version ? [{ name, version, path }] : [];
});

function isBelow(version: string, floor: string): boolean {
  const numbers = (text: string) => text.split(/[-+]/, 1).join().split(".").map(Number);
  const [have, want] = [numbers(version), numbers(floor)];
  const at = want.findIndex((number, index) => number !== have[index]);
  return at >= 0 && (have[at] ?? 0) < (want[at] ?? 0);
}

for (const [name, floor] of Object.entries(floors)) {
  it(`${name} is not older than ${floor}`, () => {
    const below = installed.filter((one) => one.name === name && isBelow(one.version, floor));
    expect(below).toEqual([]);
  });
}

it("knows older from newer", () => {
  expect(isBelow("16.4.5", "16.4.6")).toBe(true);
  expect(isBelow("16.10.0", "16.4.6")).toBe(false);
  expect(isBelow("16.4.6", "16.4.6")).toBe(false);
  expect(isBelow("15.9.9", "16.4.6")).toBe(true);
});

it("has every @tiptap package and every Prisma package at one version", () => {
  for (const family of [/^@tiptap\//, /^(prisma|@prisma\/(client|adapter-pg|driver-adapter-utils))$/]) {
    const versions = new Set(installed.filter(({ name }) => family.test(name)).map(({ version }) => version));
    expect([...versions]).toHaveLength(1);
  }
});

it("names no registry host in the lock file", () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(named.map(([path]) => path)).toEqual([]);
});
