import "server-only";
import { env } from "@/lib/env";

/** This site's origin, never taken from what a request says. Without NEXTAUTH_URL it is that of `npm start`. */
export function ownOrigin(): string {
  return new URL(env().NEXTAUTH_URL ?? "http://localhost:3000").origin;
}
