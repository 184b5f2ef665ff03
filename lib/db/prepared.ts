import "server-only";
import { createHash } from "node:crypto";

/** A statement under the name by which each connection keeps its plan. */
export type Prepared = { name: string; text: string; values: unknown[] };

const names = new Map<string, string>();

/** The same statement, kept by each connection once it was asked. */
export function prepared({ text, values }: { text: string; values: unknown[] }): Prepared {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 20);
    names.set(text, name);
  }
  return { name, text, values };
}
