import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { askBare } from "@/lib/db/bare";
import { db } from "@/lib/db/client";
import { inOneTurn } from "@/lib/db/in-one-turn";
import { env } from "@/lib/env";
import { Prisma } from "@/prisma/generated/client";
import { type SessionToken, sessionCookieName } from "./cookie";
import { isOpenSql } from "./open-sessions";
import type { Viewer } from "./viewer";

const touchEveryMs = 5 * 60 * 1000;

/**
 * The session's viewer, or null when the session has ended: signed out, older than the user's sessionVersion, idle
 * for 12 h or 30 days old. Reads session, user and memberships in one query, on every request, so that rights end at once;
 * who comes in the same turn of the event loop is read by the same query.
 * Counts as use of the session unless `touch` is false.
 */
export async function readSession(
  sid: string,
  userId: string,
  now: Date,
  { touch = true }: { touch?: boolean } = {},
): Promise<Viewer | null> {
  return (await readPerson(sid, userId, now, { touch }))?.viewer ?? null;
}

/** The viewer, and the settings as they are stored. */
type SignedIn = { viewer: Viewer; settings: unknown };

async function readPerson(
  sid: string,
  userId: string,
  now: Date,
  { touch }: { touch: boolean },
): Promise<SignedIn | null> {
  const session = await findOpenSession({ sid, userId, now });
  if (!session) return null;
  if (touch && now.getTime() - session.lastSeenAt.getTime() > touchEveryMs) {
    // It may have ended since it was read: then it is no session any more.
    const { count } = await db().session.updateMany({
      where: { id: sid, endedAt: null },
      data: { lastSeenAt: now },
    });
    if (count === 0) return null;
  }
  const { name, email, memberships, settings } = session;
  return { viewer: { userId, name, email, memberships }, settings };
}

type SessionRow = Omit<Viewer, "userId"> & { settings: unknown; lastSeenAt: Date };

type Asked = SessionToken & { now: Date };

/** The open session of this id and person; null where there is none. It is what every request asks first. */
const findOpenSession = inOneTurn<Asked, SessionRow | null>(async (asked) => {
  const rows = await askBare<SessionRow & { place: number }>(sessionsOf(asked));
  const found = new Map(rows.map((row) => [row.place, row]));
  return asked.map((_, place) => found.get(place) ?? null);
});

/**
 * Each of these, as far as it is open, with its place among them. Asked with JSON: Postgres would look how long an array
 * is and plan anew for it. OFFSET, for it takes JSON for a hundred rows and would go through the whole table.
 */
function sessionsOf(asked: readonly Asked[]): Prisma.Sql {
  return Prisma.sql`
    SELECT asked.place, s."lastSeenAt", u.name, u.email, u.settings,
      (SELECT coalesce(json_agg(json_build_object('workspaceId', m."workspaceId", 'workspaceName', w.name, 'role', m.role)
         ORDER BY m."createdAt", m."workspaceId"), '[]')
       FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId" WHERE m."userId" = u.id) AS memberships
    FROM json_to_recordset(${JSON.stringify(asked.map((one, place) => ({ ...one, place })))}::json)
      AS asked(place int, sid uuid, "userId" uuid, now timestamptz)
    CROSS JOIN LATERAL (SELECT * FROM "Session" WHERE id = asked.sid AND "userId" = asked."userId" OFFSET 0) s
    CROSS JOIN LATERAL (SELECT * FROM "User" WHERE id = s."userId" OFFSET 0) u
    WHERE ${isOpenSql(Prisma.sql`asked.now`)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The secret that seals session cookies. The start makes one or refuses to go on, so its absence is a fault of ours. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set.");
  return secret;
}

/** The part of a decoded cookie that counts, checked for form only. */
export function toSessionToken(payload: Record<string, unknown> | null): SessionToken | null {
  const { userId, sid } = payload ?? {};
  if (typeof userId !== "string" || typeof sid !== "string" || !uuid.test(userId) || !uuid.test(sid))
    return null;
  return { userId, sid };
}

/** The session that the cookie names, checked for form only. */
export async function readSessionToken(): Promise<SessionToken | null> {
  const secure = env().NEXTAUTH_URL?.startsWith("https:") ?? false;
  const token = (await cookies()).get(sessionCookieName(secure))?.value;
  return token ? openToken(token) : null;
}

/** The same, where a viewer has been found by it already. */
export async function mustReadSessionToken(): Promise<SessionToken> {
  const token = await readSessionToken();
  if (!token) throw new Error("There is a viewer, but no session.");
  return token;
}

/** What was sealed in a cookie never changes, only runs out; opening it costs more than the query that follows. */
const opened = new Map<string, { token: SessionToken; until: number }>();
const mostOpened = 1_000;

async function openToken(sealed: string): Promise<SessionToken | null> {
  const known = opened.get(sealed);
  if (known && known.until > Date.now()) return known.token;
  opened.delete(sealed);
  const payload = await decode({ token: sealed, secret: sessionSecret() }).catch(() => null);
  const token = toSessionToken(payload);
  if (!token) return null;
  if (opened.size >= mostOpened) opened.clear();
  if (typeof payload?.exp === "number") opened.set(sealed, { token, until: payload.exp * 1000 });
  return token;
}

/** Who asks, or null for nobody. Asked once per request however often it is called. Counts as use of the session. */
export const getViewer = cache(async (): Promise<Viewer | null> => (await getSignedIn())?.viewer ?? null);

/** The same for what a page asks by itself: an open tab is not a person at work, so the session goes on ageing. */
export const peekViewer = cache(
  async (): Promise<Viewer | null> => (await readSignedIn({ touch: false }))?.viewer ?? null,
);

/** The settings of whoever asks, as they are stored: read with the viewer, so they cost no query of their own. */
export const getStoredSettings = cache(async (): Promise<unknown> => (await getSignedIn())?.settings ?? null);

const getSignedIn = cache(() => readSignedIn({ touch: true }));

async function readSignedIn(options: { touch: boolean }): Promise<SignedIn | null> {
  const token = await readSessionToken();
  return token ? readPerson(token.sid, token.userId, new Date(), options) : null;
}

/**
 * For pages: who asks; nobody is sent to sign in and comes back to `address` afterwards. Whoever brings a session that
 * has ended is told so there, for they may have been in the middle of something.
 */
export async function requireViewer(address: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const hasEnded = (await readSessionToken()) !== null;
  redirect(`/sign-in?next=${encodeURIComponent(address)}${hasEnded ? "&reason=ended" : ""}`);
}
