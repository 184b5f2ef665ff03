import { existsSync } from "node:fs";
import { join } from "node:path";
import { toolEnv } from "@/lib/env";

/**
 * The place of a file of real input, which is somebody else's and never part of the project: beside it, or where
 * SAYSO_SHARED says. Undefined where it is not there; whoever needs it then says so and skips.
 */
export function sharedFile(...path: string[]): string | undefined {
  const { SAYSO_SHARED } = toolEnv();
  return [SAYSO_SHARED, "../shared", "../../shared"]
    .flatMap((folder) => (folder ? [join(folder, ...path)] : []))
    .find((file) => existsSync(file));
}
