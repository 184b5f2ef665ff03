// Plain JavaScript without dependencies: what must run before there are any. Installs them when they are missing or
// other than package-lock.json says, then hands over to start.ts in the same process.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(project);
process.env.NEXT_TELEMETRY_DISABLED = "1";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Sayso needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

await installWhenNeeded();
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./start.ts");
await main(process.argv.slice(2));

async function installWhenNeeded() {
  if (isInstalled()) return;
  const lock = join(project, ".sayso", "install.lock");
  await withLock(lock, "Another start is installing the dependencies; waiting for it …", async () => {
    if (!isInstalled()) await install();
  });
}

/** Compares what npm noted down in node_modules with the lock file, package by package. */
function isInstalled() {
  const wanted = readPackages(join(project, "package-lock.json"));
  const present = readPackages(join(project, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  const isMissing = ([path, { version, optional, devOptional, peer }]) =>
    present[path]?.version !== version && !(optional || devOptional || peer);
  // What the lock file does not know is another platform's: the registry it was made with had no packages for it.
  const isOther = ([path, { version }]) => path in wanted && wanted[path].version !== version;
  const named = Object.entries(wanted).filter(([path]) => path !== "");
  return !named.some(isMissing) && !Object.entries(present).some(isOther);
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

async function install() {
  const begin = Date.now();
  console.log("Installing dependencies; this takes a minute or so …");
  // Not `npm ci`: it refuses a lock file without entries for every platform. `--no-save` leaves the lock file alone,
  // `--include=dev` brings what builds the app also under NODE_ENV=production.
  const args = ["install", "--no-save", "--include=dev", "--include=optional"];
  args.push("--no-audit", "--no-fund", "--loglevel=error");
  const npm = process.env.npm_execpath ?? "";
  const child = npm.endsWith("npm-cli.js")
    ? spawn(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawn("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  const [status] = await once(child, "exit");
  if (status !== 0) {
    console.error("The dependencies could not be installed; npm's words are above.");
    process.exit(1);
  }
  process.env.SAYSO_INSTALL_SECONDS = ((Date.now() - begin) / 1000).toFixed(1);
}
