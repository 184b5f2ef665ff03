import { z } from "zod";

// The one place of product code that reads process.env. Empty variables count as absent, because that is how
// deployment tools write "not set".

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(1).max(65535);

/** The address of this site: nothing behind the host, since all our addresses begin there. */
const siteAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address such as https://sayso.example.org" })
  .transform((value) => value.replace(/\/+$/, ""))
  .refine((value) => new URL(value).origin === value, "must be an address without a path behind the host");

/** A web address with http or https, without a trailing slash. */
const webAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address such as https://sayso.example.org" })
  .transform((value) => value.replace(/\/+$/, ""));

const databaseAddress = z
  .string()
  .refine(isPostgresAddress, "must be an address such as postgresql://user:password@host:5432/database");

const secret = z
  .string()
  .refine((value) => new TextEncoder().encode(value).length >= 32, "must be at least 32 bytes long");

/** "true" trusts one proxy, "false" none, a number that many in front of us. */
const trustedProxies = z
  .string()
  .regex(/^(true|false|\d{1,2})$/, 'must be "true", "false" or the number of proxies in front of this server')
  .transform((value) => (value === "true" ? 1 : value === "false" ? 0 : Number(value)));

const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  NEXTAUTH_SECRET: secret.optional(),
  NEXTAUTH_URL: siteAddress.optional(),
  PORT: port.optional(),
  HOST: text.optional(),
  TRUSTED_PROXY: trustedProxies.default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.optional(),
  GITHUB_ID: text.optional(),
  GITHUB_SECRET: text.optional(),
  GOOGLE_ID: text.optional(),
  GOOGLE_SECRET: text.optional(),
});

export type Env = z.output<typeof variables>;

/** What tests and tools are told; the app itself knows nothing of these. */
const toolVariables = z.object({
  DATABASE_URL: databaseAddress.optional(),
  SAYSO_LOCAL_FOLDER: text.optional(),
  SAYSO_DIST_DIR: z
    .string()
    .regex(/^\.next[\w-]*$/, "must be the name of a build folder such as .next-test")
    .default(".next"),
  SAYSO_DEMO_PASSWORD: text.optional(),
  SAYSO_INSTALL_SECONDS: z.coerce.number().optional(),
  SAYSO_CHROMIUM: text.optional(),
  SAYSO_BENCH_PASSAGES: z.coerce.number().int().positive().optional(),
  SAYSO_SHARED: text.optional(),
  SAYSO_E2E_URL: webAddress.optional(),
  SAYSO_E2E_DATABASE: databaseAddress.optional(),
});

type ToolEnv = z.output<typeof toolVariables>;

/** A wrong environment. Its message names every wrong variable, one sentence a line, and holds no value. */
export class EnvError extends Error {
  override name = "EnvError";
}

/** Variables that only make sense together. */
const groups: readonly (readonly (keyof Env)[])[] = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Checks the environment. Throws EnvError with a sentence for each variable that is wrong; values are never shown. */
export function parseEnv(record: Environment): Env {
  const env = parseWith(variables, record);
  const problems = [...findHalfGroups(env), ...findMissing(env), ...findProvidersWithoutAddress(env)];
  if (problems.length > 0) throw new EnvError(problems.join("\n"));
  return env;
}

function parseWith<S extends z.ZodType>(schema: S, record: Environment): z.output<S> {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvError(
    parsed.error.issues
      .map((issue) => `${issue.path.join(".")} ${sayWhy(issue)}.`)
      .sort()
      .join("\n"),
  );
}

function sayWhy(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" || issue.message.startsWith("must be")) return issue.message;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "too_small") return `must be at least ${issue.minimum}`;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  if (issue.code === "invalid_type") return "must be a whole number";
  return "is not valid";
}

function findHalfGroups(env: Env): string[] {
  return groups.flatMap((names) => {
    const missing = names.filter((name) => env[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    const present = names.filter((name) => env[name] !== undefined);
    return [`${missing.join(" and ")} must be set too, because ${present.join(" and ")} is set.`];
  });
}

/** The embedded start makes its own secret; a team that brings its database must bring a secret as well. */
function findMissing(env: Env): string[] {
  if (env.NODE_ENV !== "production" || !env.DATABASE_URL || env.NEXTAUTH_SECRET) return [];
  return ["NEXTAUTH_SECRET must be set (at least 32 random bytes) when DATABASE_URL is set."];
}

/** A provider sends people back to an address registered with it; the Host header of a request is not to be believed. */
function findProvidersWithoutAddress(env: Env): string[] {
  const provider = (["OIDC_ISSUER", "GITHUB_ID", "GOOGLE_ID"] as const).find((name) => env[name]);
  if (!provider || env.NEXTAUTH_URL) return [];
  return [`NEXTAUTH_URL must be set to the address of this site, because ${provider} is set.`];
}

function isPostgresAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

let current: Env | undefined;

/** The environment of this process, checked at the first call. Throws EnvError when it is wrong. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/** Forgets what was read, so that the next call of `env()` reads again. For tests: each file has a database of its own. */
export function forgetEnv(): void {
  current = undefined;
}

/** What this test or tool is told. Read at each call: a test's setup tells its workers where the server is. */
export function toolEnv(): ToolEnv {
  return parseWith(toolVariables, process.env);
}
