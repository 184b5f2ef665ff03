import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { sessionCookieName, sessionMaxMs } from "./cookie";
import { deviceOf } from "./device-of";
import { endSession, startSession } from "./mutations";
import { ownPath } from "./own-path";
import { accountProvider, claims, type IdentityClaims, isTrustedAddress, providers } from "./providers";
import { findByAccount } from "./queries";
import { emailAddress } from "./schema";
import { readSession, readSessionToken, sessionSecret, toSessionToken } from "./session";

/** Somebody who comes from a provider, who vouches for the address when there is one. */
export type Stranger = {
  provider: string;
  providerAccountId: string;
  email: string | null;
  name: string | null;
};

type KnownUser = { id: string; sessionVersion: number };

/** What accounts know. They stand above this floor, so it comes in as an argument (app/api/auth). */
export type Accounts = {
  /** The user with this address and password, in the same time for known and unknown addresses. */
  findByPassword: (email: string, password: string) => Promise<KnownUser | null>;
  /** Makes an account for a stranger ("welcome") or says why not. */
  welcome: (stranger: Stranger) => Promise<"welcome" | "exists" | "no-address">;
};

/** What went wrong inside next-auth, which would put the bare message of an error into an address. */
export type SignInTry = { trouble: unknown };

const refusals = { exists: "OAuthAccountNotLinked", "no-address": "NoAddress" } as const;

/** Options of next-auth for one request. */
export function authOptions(accounts: Accounts, attempt: SignInTry): NextAuthOptions {
  const noted = noting(attempt);
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionMaxMs / 1000 },
    useSecureCookies: isSecure(),
    cookies: cookieNames(),
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", verifyRequest: "/sign-in" },
    logger: { error: logError, warn: () => undefined, debug: () => undefined },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (given) => noted(() => authorize(accounts, given)),
      }),
      ...providers(),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => ownPath(url, baseUrl),
      async signIn({ account, profile }) {
        if (account?.type !== "oauth") return true;
        const enter = () =>
          enterByProvider(accounts, account.provider, account.providerAccountId, claims.parse(profile));
        const refused = await noted(enter).catch(() => "Callback");
        return refused ? `/api/auth/signin?error=${refused}` : true;
      },
      jwt: ({ token, user, account }) =>
        noted(async () => {
          if (user && account) {
            const stored = accountProvider(account.provider);
            const userId =
              account.type === "oauth" ? await findByAccount(stored, account.providerAccountId) : user.id;
            if (!userId) throw new Error("There is no such account.");
            // next-auth hands on what `authorize` answered; a provider knows of no password that could have changed.
            const { sessionVersion } = user as Partial<KnownUser>;
            const way = account.provider;
            const device = deviceOf((await headers()).get("user-agent"));
            return startSession({ userId, sessionVersion, way, replaced: await readSessionToken(), device });
          }
          const known = toSessionToken(token);
          const viewer = known && (await readSession(known.sid, known.userId, new Date()));
          if (!viewer) throw new SessionOver();
          return { ...known };
        }),
      async session({ session, token }) {
        const known = toSessionToken(token);
        const viewer = known && (await readSession(known.sid, known.userId, new Date()));
        if (!viewer) throw new SessionOver();
        return { expires: session.expires, user: { name: viewer.name, email: viewer.email } };
      },
    },
    events: {
      async signOut({ token }) {
        const known = toSessionToken(token);
        if (known) await noted(() => endSession(known));
      },
    },
  };
}

/** The session of the cookie is no more: no fault, the cookie is taken away. */
class SessionOver extends Error {
  override name = "SessionOver";
}

function noting(attempt: SignInTry) {
  return async function noted<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SessionOver)) attempt.trouble = error;
      throw error;
    }
  };
}

async function authorize(accounts: Accounts, given: unknown): Promise<KnownUser | null> {
  const { email, password } = z.object({ email: z.string(), password: z.string() }).parse(given);
  const address = emailAddress.safeParse(email);
  // What is no address belongs to nobody, and finding that out takes as long as with any other.
  return accounts.findByPassword(address.success ? address.data : "", password);
}

async function enterByProvider(
  accounts: Accounts,
  providerId: string,
  providerAccountId: string,
  given: IdentityClaims,
): Promise<string | null> {
  const provider = accountProvider(providerId);
  if (await findByAccount(provider, providerAccountId)) return null;
  const email = emailAddress.safeParse(given.email);
  const trusted = email.success && isTrustedAddress(providerId, given);
  const outcome = await accounts.welcome({
    provider,
    providerAccountId,
    email: trusted ? email.data : null,
    name: given.name?.trim() || null,
  });
  return outcome === "welcome" ? null : refusals[outcome];
}

/** True when the site is reached by https, so that cookies must not travel otherwise. */
function isSecure(): boolean {
  return env().NEXTAUTH_URL?.startsWith("https:") ?? false;
}

/** Name of the cookie that keeps where to go while the browser is at a provider. */
export function returnCookieName(): string {
  return `${isSecure() ? "__Host-" : ""}sayso-return`;
}

function cookieNames(): NonNullable<NextAuthOptions["cookies"]> {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const short = { ...options, maxAge: 15 * 60 };
  const prefix = secure ? "__Host-" : "";
  return {
    sessionToken: { name: sessionCookieName(secure), options },
    callbackUrl: { name: returnCookieName(), options },
    csrfToken: { name: `${prefix}sayso-csrf`, options },
    pkceCodeVerifier: { name: `${prefix}sayso-pkce`, options: short },
    state: { name: `${prefix}sayso-state`, options: short },
    nonce: { name: `${prefix}sayso-nonce`, options: short },
  };
}

/** Code and message only: what comes along may hold tokens and profiles. */
function logError(code: string, about: Error | { error: Error }): void {
  const error = about instanceof Error ? about : about.error;
  if (error instanceof SessionOver || code === "JWT_SESSION_ERROR") return;
  log().warn({ code, reason: error?.message }, "sign-in failed");
}
