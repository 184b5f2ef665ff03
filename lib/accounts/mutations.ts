import "server-only";
import { randomUUID } from "node:crypto";
import type { Stranger } from "@/lib/auth/options";
import { db } from "@/lib/db/client";
import { readDatabaseError } from "@/lib/db/database-error";
import { type Tx, transaction } from "@/lib/db/transaction";
import { countTry } from "@/lib/http/rate-limit";
import { acceptIn, mustBeAcceptable } from "@/lib/workspaces/invitations";
import { storeWorkspace } from "@/lib/workspaces/mutations";
import { hashPassword } from "./hash";
import { personName, type SignUp } from "./schema";

/** Every sign-up takes this long, so that the time does not tell whether the address was known. */
const signUpMs = 500;

/** Puts something to try things out on into a new person's own workspace, in the transaction that makes it. */
type Furnish = (
  tx: Tx,
  person: { userId: string; name: string },
  workspaceId: string,
  now: Date,
) => Promise<unknown>;

/**
 * Makes an account with a workspace of its own, or in the workspace of the invitation. For an address that has an
 * account nothing is made and nothing said: the answer and its time are the same. Without mail nobody can be told in
 * private; whoever signs in next with the same password finds out for themselves (see README.md in this folder).
 */
export async function signUp(
  given: SignUp,
  clientAddress: string,
  now: Date,
  furnish: Furnish,
): Promise<{ message: string }> {
  await countTry("sign-up-address", clientAddress);
  const enough = new Promise((resolve) => setTimeout(resolve, signUpMs));
  try {
    await storeAccount(given, now, furnish);
  } finally {
    await enough;
  }
  return {
    message: "If this address is new here, your account is ready. If you had one before, sign in with it.",
  };
}

async function storeAccount(
  { name, email, password, invitation }: SignUp,
  now: Date,
  furnish: Furnish,
): Promise<void> {
  if (invitation) await mustBeAcceptable(db(), email, invitation, now);
  const passwordHash = await hashPassword(password);
  try {
    await transaction(async (tx) => {
      const person = await storeUser(tx, { name, email, passwordHash });
      if (invitation) await acceptIn(tx, person, invitation, now);
      else await storeOwnWorkspace(tx, person, now, furnish);
    });
  } catch (error) {
    if (!isKnownAddress(error)) throw error;
  }
}

/**
 * Makes an account, with a workspace of its own, for somebody whom a provider vouches for. Never joins them to an
 * account that exists with the same address: whoever controls an address at some provider is not thereby its owner.
 */
export async function welcome(
  stranger: Stranger,
  now: Date,
  furnish: Furnish,
): Promise<"welcome" | "exists" | "no-address"> {
  const { email, provider, providerAccountId } = stranger;
  if (!email) return "no-address";
  const named = personName.safeParse(stranger.name?.slice(0, 80));
  const name = named.success ? named.data : (email.split("@")[0] ?? email);
  try {
    await transaction(async (tx) => {
      const person = await storeUser(tx, { name, email, passwordHash: null });
      await tx.account.create({
        data: { provider, providerAccountId, userId: person.userId },
        select: { userId: true },
      });
      await storeOwnWorkspace(tx, person, now, furnish);
    });
    return "welcome";
  } catch (error) {
    if (isKnownAddress(error)) return "exists";
    throw error;
  }
}

async function storeUser(
  tx: Tx,
  data: { name: string; email: string; passwordHash: string | null },
): Promise<{ userId: string; name: string; email: string }> {
  const { id } = await tx.user.create({ data, select: { id: true } });
  return { userId: id, name: data.name, email: data.email };
}

async function storeOwnWorkspace(
  tx: Tx,
  person: { userId: string; name: string },
  now: Date,
  furnish: Furnish,
): Promise<void> {
  const id = randomUUID();
  await storeWorkspace(tx, person, { id, name: `${person.name}’s workspace` });
  await furnish(tx, person, id, now);
}

function isKnownAddress(error: unknown): boolean {
  const trouble = readDatabaseError(error);
  return trouble?.kind === "unique" && trouble.constraint.includes("email");
}
