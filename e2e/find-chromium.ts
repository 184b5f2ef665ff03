import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { toolEnv } from "@/lib/env";

const isRoot = process.getuid?.() === 0;
const fullChromium = "/usr/bin/chromium";

/** The shell, which is Chromium without windows, comes first: it opens pages twice as fast. */
const places = [
  "/usr/bin/chromium-headless-shell",
  fullChromium,
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium of this machine: the one SAYSO_CHROMIUM names, Playwright's own, or an installed one. */
export function findChromium(): string | undefined {
  const named = toolEnv().SAYSO_CHROMIUM;
  return [named, chromium.executablePath(), ...places].find((path) => path && existsSync(path));
}

/** The same, after trying to install what is missing. Throws with what to do when nothing works. */
export function findOrInstallChromium(project: string): string {
  const found = findChromium();
  const isSlow = found === fullChromium && isRoot && !toolEnv().SAYSO_CHROMIUM;
  if (found && !isSlow) return found;
  console.log(
    found ? "Installing Chromium's quicker shell …" : "No Chromium on this machine; installing one …",
  );
  for (const install of [
    () => aptGet("chromium-headless-shell"),
    () => installPlaywrights(project),
    () => aptGet("chromium"),
  ]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "Install Chromium or Chrome, or set SAYSO_CHROMIUM to the path of one, to run the browser tests.",
  );
}

function installPlaywrights(project: string): void {
  const command = join(project, "node_modules/@playwright/test/cli.js");
  spawnSync(process.execPath, [command, "install", "chromium"], { stdio: "ignore", timeout: 240_000 });
}

/** Installs one of Debian's packages, where that is possible. */
function aptGet(name: string): void {
  if (!isRoot) return;
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
    spawnSync("apt-get", args, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}

/** Root may not use Chromium's sandbox; the others keep it from talking to the network by itself. */
export const chromiumArguments = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Pages of tests live for seconds: what the browser spends on making their code faster never comes back. */
export const unhurried = "--js-flags=--no-opt,--no-maglev";
