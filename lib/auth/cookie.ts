/** Name of the session cookie: with the __Host- prefix (Secure, no Domain, Path=/) whenever the address is https. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-sayso-session" : "sayso-session";
}

/** A session is over after this long without a request. */
export const sessionIdleMs = 12 * 60 * 60 * 1000;

/** A session is over this long after sign-in, used or not. */
export const sessionMaxMs = 30 * 24 * 60 * 60 * 1000;

/** What the cookie's token holds: names only, every right is read from the database. */
export type SessionToken = { userId: string; sid: string };
