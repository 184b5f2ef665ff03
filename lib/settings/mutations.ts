import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { chosenProblem } from "@/lib/shortcuts/conflicts";
import { readSettings, withChange } from "./read-settings";
import type { Settings, SettingsChange } from "./schema";

/** Changes some of the viewer's settings. Refused, in words, when one key would mean two things. */
export async function changeSettings(viewer: Viewer, change: SettingsChange): Promise<Settings> {
  return transaction(async (tx) => {
    // Two tabs may change different ones at once.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    const { settings: stored } = await tx.user.findUniqueOrThrow({
      where: { id: viewer.userId },
      select: { settings: true },
    });
    const settings = withChange(readSettings(stored), change);
    const problem = chosenProblem(settings.keys);
    if (problem) throw new AppError("invalid", problem, { fields: { keys: problem } });
    await tx.user.update({ where: { id: viewer.userId }, data: { settings }, select: { id: true } });
    return settings;
  });
}
