import "server-only";
import { db } from "@/lib/db/client";

/** The user who signs in through this account at a provider. */
export async function findByAccount(provider: string, providerAccountId: string): Promise<string | null> {
  const account = await db().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  return account?.userId ?? null;
}
