import "server-only";
import type { Asker } from "@/lib/db/bare";
import { Prisma } from "@/prisma/generated/client";
import type { Person } from "./schema";

/** All members of a workspace, and those of `ids` who are members no more (without a role). */
export async function readPeople(
  tx: Asker,
  workspaceId: string,
  ids: Iterable<string>,
  { members = true }: { members?: boolean } = {},
): Promise<Person[]> {
  const all = members
    ? await tx.$queryRaw<Person[]>(Prisma.sql`
        SELECT u.id, u.name, m.role::text AS role FROM "Membership" m JOIN "User" u ON u.id = m."userId"
        WHERE m."workspaceId" = ${workspaceId}::uuid ORDER BY u.name, u.id`)
    : [];
  const known = new Set(all.map((one) => one.id));
  const rest = [...new Set(ids)].filter((id) => !known.has(id));
  if (rest.length === 0) return all;
  const named = await readNamed(tx, workspaceId, rest);
  return [...all, ...named.filter((one) => one.role === null)];
}

/** These people, with the role that they have in the workspace now. */
export async function readNamed(tx: Asker, workspaceId: string, ids: readonly string[]): Promise<Person[]> {
  return tx.$queryRaw<Person[]>(Prisma.sql`
    SELECT u.id, u.name, m.role::text AS role FROM "User" u
    LEFT JOIN "Membership" m ON m."userId" = u.id AND m."workspaceId" = ${workspaceId}::uuid
    WHERE u.id = ANY(${[...ids]}::uuid[]) ORDER BY u.name, u.id`);
}
