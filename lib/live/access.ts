import "server-only";
import type { Tx } from "@/lib/db/transaction";

/** The channel that tells open streams to look at someone's rights again; its payload is `{userId}`. */
export const accessChannel = "sayso_access";

/** Tells every process that this person's rights changed (removed, new role, signed out). Leaves with the commit. */
export async function tellAccessChanged(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${accessChannel}, ${JSON.stringify({ userId })})`;
}
