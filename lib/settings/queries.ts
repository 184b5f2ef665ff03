import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { readSettings } from "./read-settings";
import type { Settings } from "./schema";

/** The viewer's settings. */
export async function getSettings(viewer: Viewer): Promise<Settings> {
  const { settings } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { settings: true },
  });
  return readSettings(settings);
}
