import "server-only";
import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** The unguessable part of a new report's address. */
export function makeAddress(): string {
  return randomBytes(32).toString("base64url");
}

export function isAddress(value: string): boolean {
  return /^[\w-]{43}$/.test(value);
}

/** This site's origin, never taken from what a request says. */
export function ownOrigin(): string {
  return new URL(env().NEXTAUTH_URL ?? "http://localhost:3000").origin;
}
