import "server-only";
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { longest } from "./password";

// Argon2id (the package's const enum cannot be read under isolatedModules) with OWASP's figures: 19 MiB, two passes.
const argon2id: Algorithm.Argon2id = 2;
const settings = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** The same password typed on another keyboard is the same password: NFKC, as NIST 800-63B asks. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}

/** What is stored of a password. Takes about 20 ms of a core. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), settings);
}

/** True when the password belongs to the hash. Without a hash it takes the same time and says no. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this password", settings);
  const other = await decoy;
  const normal = normalise(password);
  const fits = [...normal].length <= longest;
  const right = await verify(stored ?? other, fits ? normal : "too long", settings);
  return right && fits && stored !== null;
}
