import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A new token of 32 random bytes. It is shown once and never stored. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token, and what it is found by: SHA-256 in hex. 256 random bits need no slow hash. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
