import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { toolEnv } from "@/lib/env";

/** The shell, which is Chromium without windows, comes first: it opens pages twice as fast. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
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

/** The same, after trying to install one. Throws with what to do when nothing works. */
export function findOrInstallChromium(project: string): string {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium on this machine; installing one …");
  spawnSync(
    process.execPath,
    [join(project, "node_modules/@playwright/test/cli.js"), "install", "chromium"],
    {
      stdio: "ignore",
      timeout: 240_000,
    },
  );
  if (!findChromium() && process.getuid?.() === 0) {
    aptGet("update");
    for (const name of ["chromium-headless-shell", "chromium"]) {
      if (!findChromium()) aptGet("install", "-y", "--no-install-recommends", name);
    }
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "Install Chromium or Chrome, or set SAYSO_CHROMIUM to the path of one, to run the browser tests.",
  );
}

function aptGet(...args: string[]): void {
  spawnSync("apt-get", args, {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/** Root may not use Chromium's sandbox; the others keep it from talking to the network by itself. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
