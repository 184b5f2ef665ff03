import { call } from "@/lib/http/client";
import { tellSignOut } from "@/lib/http/signed-out";
import { ownPath } from "./own-path";
import { getCsrfToken, signIn, signOut, startProvider } from "./schema";

// For pages: the few calls that begin and end a session.

async function csrfToken(): Promise<string> {
  return (await call(getCsrfToken, {})).csrfToken;
}

/** Signs in; the answer is the address to go to, always one of our own. Throws `CallError` (401 for a wrong pair). */
export async function signInByPassword(email: string, password: string, next: string): Promise<string> {
  const body = { csrfToken: await csrfToken(), email, password, callbackUrl: ownPath(next) };
  return ownPath((await call(signIn, { body })).url);
}

/** The provider's address to which the browser goes on. */
export async function signInByProvider(
  provider: "oidc" | "github" | "google",
  next: string,
): Promise<string> {
  const body = { csrfToken: await csrfToken(), callbackUrl: ownPath(next) };
  return (await call(startProvider, { params: { provider }, body })).url;
}

/** Ends the session of this browser. Its other windows know then why theirs has ended. */
export async function signOutHere(): Promise<void> {
  tellSignOut(true);
  try {
    await call(signOut, { body: { csrfToken: await csrfToken(), callbackUrl: "/sign-in" } });
  } catch (error) {
    tellSignOut(false);
    throw error;
  }
}
