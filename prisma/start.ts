import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { type Env, EnvError, parseEnv, toolEnv } from "@/lib/env";
import { printConsoleAsLines } from "@/lib/http/console-lines";
import type { Running } from "@/lib/http/server";
import { buildApp, generateClient } from "./build-app";
import { createDatabase, watchDatabase, withClient } from "./databases";
import { type Cluster, openCluster } from "./embedded-postgres";
import { distDir, keepSecret, localFolder, project } from "./local-files";
import { applyMigrations, readMigrations } from "./migrate";
import { isCode } from "./postgres-binaries";
import { newsroom, unfinished } from "./seed/people";
import { endPrograms, runNode, StartError, sayStep, step } from "./steps";

type Mode = "production" | "development";

/** What must be ended, in this order reversed. */
const open: { server?: Running; cluster?: Cluster } = {};
let stopping = false;

/** The commands behind `npm start` and its sisters. */
export async function main([command = "start", ...rest]: readonly string[]): Promise<void> {
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  process.on("SIGHUP", () => stop(0));
  stopWithParent();
  const commands: Record<string, () => Promise<number | undefined>> = {
    start: () => start("production"),
    dev: () => start("development"),
    serve: () => serveBuilt(),
    build: () => build(),
    seed: () => seed(),
    check: async () => (await loadTests()).check(),
    test: async () => (await loadTests()).test(),
    bench: async () => (await loadTests()).runBench(),
    gallery: async () => (await loadTests()).runGallery(rest),
  };
  const run = commands[command];
  if (!run) throw new StartError(`There is no command "${command}".`);
  try {
    const code = await run();
    if (code !== undefined) process.exit(code);
  } catch (error) {
    if (stopping) return;
    const isOurs = error instanceof StartError || error instanceof EnvError;
    console.error(isOurs ? `\n${error.message}` : error);
    await stop(1);
  }
}

/** npm runs us through a shell, and hands SIGTERM to the shell alone: that one dies, we are left over. So we watch it. */
function stopWithParent(): void {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, 500).unref();
}

/** Ends everything within 10 s: the server first, so that what it acknowledges still reaches the database. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  endPrograms();
  await open.server?.close().catch(() => {});
  await open.cluster?.close().catch(() => {});
  process.exit(code);
}

/** Loaded only when asked for: Playwright is not for those who just start. */
async function loadTests(): Promise<typeof import("./run-tests")> {
  await generateClient();
  return import("./run-tests");
}

async function build(): Promise<number> {
  await step("client", generateClient);
  await step("build", () => buildApp(distDir));
  return 0;
}

/** Asked for by hand: also in the database of DATABASE_URL. */
async function seed(): Promise<undefined> {
  const env = parseEnv({ ...process.env, NODE_ENV: "development" });
  setEnv({ NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? (await keepSecret("session-secret", 48)) });
  await step("client", generateClient);
  const url = await stepDatabase(env);
  await step("migrations", () => migrate(url));
  await step("seed", () => seedWhenEmpty(url));
  await sayDemo();
  await stop(0);
}

async function start(mode: Mode): Promise<undefined> {
  const env = parseEnv({ ...process.env, NODE_ENV: mode });
  console.log(`Sayso is starting${mode === "development" ? " for development" : ""}.`);
  // Before the minutes that a first start takes, not behind them.
  if (env.PORT) await tryPort(env.PORT, env.HOST);
  const { SAYSO_INSTALL_SECONDS: seconds } = toolEnv();
  if (seconds !== undefined) sayStep("dependencies", "installed", seconds);
  setEnv({
    NODE_ENV: mode,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? (await keepSecret("session-secret", 48)),
  });
  await step("client", generateClient);
  const url = await stepDatabase(env);
  await step("migrations", () => migrate(url));
  if (!env.DATABASE_URL) await step("seed", () => seedWhenEmpty(url));
  if (mode === "production") await step("build", () => buildApp(distDir));
  await step("server", () => serve(env, mode, url));
  await sayWhere(env);
  if (mode === "production") printConsoleAsLines();
}

/** Serves a build that is there, on a database that is ready: for tests with several servers. */
async function serveBuilt(): Promise<undefined> {
  const env = parseEnv({ ...process.env, NODE_ENV: "production" });
  if (!env.DATABASE_URL || !env.NEXTAUTH_SECRET) {
    throw new StartError("`serve` needs DATABASE_URL and NEXTAUTH_SECRET.");
  }
  setEnv({ NODE_ENV: "production" });
  printConsoleAsLines();
  await serve(env, "production", env.DATABASE_URL);
  console.log(`Sayso is at http://localhost:${open.server?.port}`);
}

/** What the parts that start later read: Next, its routes, the seed. */
function setEnv(values: Record<string, string>): void {
  Object.assign(process.env, values);
}

/** The step that ends with a database; resolves with its address. */
async function stepDatabase(env: Env): Promise<string> {
  let url = "";
  await step("database", async () => {
    const found = await bringDatabase(env);
    url = found.url;
    return found.said;
  });
  setEnv({ DATABASE_URL: url });
  return url;
}

async function bringDatabase(env: Env): Promise<{ url: string; said: string }> {
  if (env.DATABASE_URL) {
    await waitForDatabase(env.DATABASE_URL);
    const said = `Postgres on ${new URL(env.DATABASE_URL).host} (DATABASE_URL)`;
    return { url: env.DATABASE_URL, said };
  }
  const cluster = await openCluster({
    home: join(localFolder, "postgres"),
    durable: true,
    onNote: (sentence) => console.log(`  ${sentence}`),
  });
  open.cluster = cluster;
  await createDatabase(cluster.url("postgres"), "sayso");
  const place = cluster.home.startsWith(project) ? cluster.home.slice(project.length + 1) : cluster.home;
  const said = `embedded Postgres in ${place}${cluster.adopted ? ", running already" : ""}`;
  return { url: cluster.url("sayso"), said };
}

/** A database that starts beside us may need a moment. */
async function waitForDatabase(url: string): Promise<void> {
  const patience = Date.now() + 60_000;
  for (let said = false; ; said = true) {
    try {
      await withClient(url, (client) => client.query("SELECT 1"));
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message || String(error) : String(error);
      const mayCome =
        isCode(error, "ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "57P03") || /timeout/.test(reason);
      if (!mayCome || Date.now() > patience) {
        throw new StartError(`The database of DATABASE_URL cannot be used: ${reason}.`);
      }
      if (!said) console.log("  Waiting for the database of DATABASE_URL …");
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function migrate(url: string): Promise<string> {
  const applied = await applyMigrations(url);
  return applied.length === 0 ? "up to date" : `${applied.length} applied`;
}

const demoShape = z.object({
  password: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string() })),
});
const seedLock = 0x5a752;
const demoFile = join(localFolder, "demo.json");

/** Two first starts take turns, so that the newsroom is not made twice. */
async function seedWhenEmpty(url: string): Promise<string> {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [seedLock]);
    // Those of a seed that was killed are cleared away by the next.
    const begun = Object.values(newsroom.people).map(({ email }) => unfinished(email));
    const { rowCount } = await client.query('SELECT 1 FROM "User" WHERE email <> ALL($1) LIMIT 1', [begun]);
    if (rowCount) return "there already";
    const password = await keepSecret("demo-password", 12);
    const people = Object.values(newsroom.people).map(({ name, email }) => ({ name, email }));
    // Before the seed: whoever is killed in between would have a newsroom that nobody can enter.
    await writeFile(demoFile, JSON.stringify({ password, people }), { mode: 0o600 });
    await runSeed(password);
    return `a newsroom of ${people.length}`;
  });
}

/** A program of its own, because it runs the app's server-only code. */
async function runSeed(password: string): Promise<void> {
  const { code } = await runNode({
    args: ["--conditions=react-server", "--import", "tsx", join(project, "prisma", "seed.ts")],
    env: { SAYSO_DEMO_PASSWORD: password },
    show: "on-failure",
  });
  if (code !== 0) throw new StartError("The demo newsroom could not be made; the reason is above.");
}

async function serve(env: Env, mode: Mode, url: string): Promise<string> {
  const { startServer } = await import("@/lib/http/server");
  const migrations = (await readMigrations()).map(({ name }) => name);
  const ports = env.PORT ? [env.PORT] : Array.from({ length: 20 }, (_, index) => 3000 + index);
  open.server = await startServer({
    dir: project,
    distDir,
    dev: mode === "development",
    ports,
    ...(env.HOST ? { host: env.HOST } : {}),
    trustedProxies: env.TRUSTED_PROXY,
    migrations,
    isDatabaseAway: watchDatabase(url).isAway,
    onPort: (port) => {
      const address = env.NEXTAUTH_URL ?? `http://localhost:${port}`;
      setEnv({ NEXTAUTH_URL: address, PORT: String(port) });
      return { https: address.startsWith("https:") };
    },
  }).catch((error: unknown) => {
    throw explainPort(error, ports.at(-1));
  });
  return `port ${open.server.port}${!env.PORT && open.server.port !== 3000 ? " (3000 is taken)" : ""}`;
}

/** Throws a StartError when nobody could be served there. */
async function tryPort(port: number, host: string | undefined): Promise<void> {
  const trial = createServer();
  try {
    trial.listen(port, host);
    await once(trial, "listening");
  } catch (error) {
    throw explainPort(error, port);
  }
  trial.close();
  await once(trial, "close");
}

/** A sentence that says what to set, where the port or the host is at fault. */
function explainPort(error: unknown, port: number | undefined): unknown {
  if (isCode(error, "EADDRINUSE")) return new StartError(`Port ${port} is taken. Set PORT to a free one.`);
  if (isCode(error, "EACCES")) return new StartError(`PORT ${port} may not be used by this account.`);
  if (isCode(error, "ENOTFOUND", "EADDRNOTAVAIL", "EAI_AGAIN", "EINVAL"))
    return new StartError("HOST must be an address of this machine.");
  return error;
}

async function sayWhere(env: Env): Promise<void> {
  console.log(`\nSayso is at ${env.NEXTAUTH_URL ?? `http://localhost:${open.server?.port}`}`);
  if (!env.DATABASE_URL) await sayDemo();
  console.log("Ctrl-C stops it.");
}

async function sayDemo(): Promise<void> {
  const demo = await readDemo();
  if (!demo) return;
  console.log(`Sign in as ${demo.people.map(({ email }) => email).join(" or ")}`);
  console.log(`with the password ${demo.password}  (kept in .sayso/demo.json)`);
}

async function readDemo(): Promise<z.output<typeof demoShape> | undefined> {
  const text = await readFile(demoFile, "utf8").catch(() => undefined);
  return text === undefined ? undefined : demoShape.parse(JSON.parse(text));
}
