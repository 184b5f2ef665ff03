import "server-only";
import { randomBytes } from "node:crypto";

/** The unguessable part of a new report's address. */
export function makeAddress(): string {
  return randomBytes(32).toString("base64url");
}

export function isAddress(value: string): boolean {
  return /^[\w-]{43}$/.test(value);
}
