import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { findOrInstallChromium } from "@/e2e/find-chromium";
import { buildApp, generateTypes } from "./build-app";
import { localFolder, project, testDistDir } from "./local-files";
import { runNode } from "./steps";

// `npm test` and `npm run check`. Every runner is counted, and a check that fails counts as one test that failed.

type Count = { passed: number; failed: number; skipped: number };

const nothing: Count = { passed: 0, failed: 0, skipped: 0 };
const command = (path: string) => join(project, "node_modules", path);
const vitest = command("vitest/vitest.mjs");
const playwright = command("@playwright/test/cli.js");
const vitestConfig = join(project, "lib", "vitest.config.ts");

/** Format, lint, types, the floors and the version floors. Resolves with the exit code. */
export async function check(): Promise<number> {
  const checks = await checkStatically();
  const floors = await runCounted("Floors", async () => {
    const files = ["lib/floors.test.ts", "lib/style-floors.test.ts", "lib/version-floors.test.ts"];
    const { code } = await runNode({ args: [vitest, "run", "--config", vitestConfig, ...files] });
    return { ...nothing, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  });
  return add([checks, floors]).failed === 0 ? 0 : 1;
}

/** Everything. Its last line is "N passed, N failed", with ", N skipped" when there are some. Resolves with the exit code. */
export async function test(): Promise<number> {
  const counts = [await checkStatically(), await runCounted("Unit and database tests", runVitest)];
  counts.push(await runCounted("Browser tests", runPlaywright));
  const { passed, failed, skipped } = add(counts);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed === 0 ? 0 : 1;
}

/** The measurements of e2e/bench, on a build of their own. */
export async function runBench(): Promise<number> {
  findOrInstallChromium(project);
  await buildApp(testDistDir);
  const { code } = await runNode({ args: ["--import", "tsx", join(project, "e2e", "bench", "run.ts")] });
  return code;
}

/** A picture of every screen in every state, or of those that Playwright is told of; "readme" renews the README's. */
export async function runGallery(wanted: readonly string[]): Promise<number> {
  findOrInstallChromium(project);
  const isReadme = wanted[0] === "readme";
  const which = isReadme ? ["--project", "desk", "--grep", "readme/"] : wanted;
  const config = join(project, "e2e", "gallery", "playwright.config.ts");
  const { code } = await runNode({ args: [playwright, "test", "--config", config, ...which] });
  if (code === 0 && isReadme) {
    const picture = join(project, ".gallery", "readme-reading-room-desk-light.png");
    await copyFile(picture, join(project, "public", "readme", "reading-room.png"));
  }
  return code;
}

async function checkStatically(): Promise<Count> {
  const biome = await runCounted("Format and lint", () =>
    pass([command("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
  );
  const types = await runCounted("Types", async () => {
    // Types of routes that are gone would be checked as well.
    for (const folder of [`.next/types`, `${testDistDir}/types`])
      await rm(join(project, folder), { recursive: true, force: true });
    const { code } = await generateTypes();
    return code === 0
      ? pass([command("typescript/bin/tsc"), "--noEmit", "--incremental", "false"])
      : { ...nothing, failed: 1 };
  });
  return add([biome, types]);
}

async function pass(args: string[]): Promise<Count> {
  const { code } = await runNode({ args, show: "on-failure" });
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

async function runCounted(name: string, run: () => Promise<Count>): Promise<Count> {
  const begin = performance.now();
  console.log(`\n${name}`);
  const count = await run().catch((error: unknown): Count => {
    console.error(error instanceof Error ? error.message : error);
    return { ...nothing, failed: 1 };
  });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${name}: ${count.failed === 0 ? "fine" : `${count.failed} failed`}, ${seconds} s`);
  return count;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

async function runVitest(): Promise<Count> {
  const file = join(localFolder, "vitest.json");
  const args = [
    vitest,
    "run",
    "--config",
    vitestConfig,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const { code, report } = await runReporting(args, file);
  const seen = vitestReport.parse(report);
  // A file that does not load has no test that could fail.
  const unloaded = seen.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  );
  return honest(code, {
    passed: seen.numPassedTests,
    failed: seen.numFailedTests + unloaded.length,
    skipped: seen.numPendingTests + seen.numTodoTests,
  });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

async function runPlaywright(): Promise<Count> {
  if (!existsSync(join(project, "e2e"))) return nothing;
  findOrInstallChromium(project);
  await buildApp(testDistDir);
  const args = [playwright, "test", "--config", join(project, "e2e", "playwright.config.ts")];
  const { code, report } = await runReporting(args, join(project, "e2e", ".results", "report.json"));
  const { stats } = playwrightReport.parse(report);
  return honest(code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
}

/** Runs the tests, then reads their report; one of an earlier run is never taken for this one's. */
async function runReporting(args: string[], file: string): Promise<{ code: number; report: unknown }> {
  await rm(file, { force: true });
  await mkdir(localFolder, { recursive: true });
  const { code } = await runNode({ args });
  return { code, report: JSON.parse(await readFile(file, "utf8")) };
}

/** A runner that fails without a failed test (a file that does not load, nothing found) counts as one. */
function honest(code: number, count: Count): Count {
  const isSilent = code !== 0 && count.failed === 0;
  return isSilent ? { ...count, failed: 1 } : count;
}

function add(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing,
  );
}
