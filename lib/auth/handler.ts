import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import type { z } from "zod";
import { AppError, notFound } from "@/lib/errors";
import { ownOrigin } from "@/lib/http/own-origin";
import { clientAddress, countTry } from "@/lib/http/rate-limit";
import { answerError } from "@/lib/http/route";
import { checkAllTexts } from "@/lib/text/gate";
import { type Accounts, authOptions, returnCookieName, type SignInTry } from "./options";
import { ownPath } from "./own-path";
import { signIn, signOut, startProvider } from "./schema";

type Context = { params: Promise<{ nextauth: string[] }> };

/** More than any sign-in needs. */
const longestBody = 16 * 1024;

/**
 * The routes below /api/auth. next-auth does the work; this door lets in only what we use, counts tries, and turns its
 * redirects with an error in the address into our one error shape. No answer leads to another site, save the one that
 * begins a sign-in at a configured provider.
 */
export function authRoute(accounts: Accounts) {
  async function handle(request: NextRequest, context: Context): Promise<Response> {
    const id = randomUUID().slice(0, 8);
    const { nextauth } = await context.params;
    const where = `${request.method} /api/auth/${nextauth.join("/")}`;
    try {
      await mendReturnCookie();
      return request.method === "POST"
        ? await post(accounts, request, nextauth)
        : await get(accounts, request, nextauth);
    } catch (error) {
      return answerError(error, id, where);
    }
  }
  return { GET: handle, POST: handle };
}

const gettable = new Set(["csrf", "session", "signin", "signout", "callback", "error"]);

async function get(accounts: Accounts, request: NextRequest, nextauth: string[]): Promise<Response> {
  const [action = "", provider] = nextauth;
  if (!gettable.has(action)) throw notFound();
  // Only from a provider does anybody come back.
  if (action === "callback" && !startProvider.params.safeParse({ provider }).success) throw notFound();
  const address = new URL(request.nextUrl);
  const wanted = address.searchParams.get("callbackUrl");
  if (wanted !== null) address.searchParams.set("callbackUrl", ownPath(wanted, ownOrigin()));
  const attempt: SignInTry = { trouble: undefined };
  const clean = new NextRequest(address, { headers: request.headers });
  const answer = await ask(accounts, clean, nextauth, attempt);
  if (attempt.trouble && nextauth[0] === "session") throw attempt.trouble;
  if (answer.status >= 400 && !answer.headers.get("content-type")?.includes("json"))
    throw new AppError("invalid", "This sign-in is not complete. Start it again on the sign-in page.");
  const location = answer.headers.get("location");
  if (location) answer.headers.set("location", ownPath(location, ownOrigin()));
  answer.headers.set("cache-control", "no-store");
  return answer;
}

async function post(accounts: Accounts, request: NextRequest, nextauth: string[]): Promise<Response> {
  const body = await readBody(request, nextauth);
  if ("email" in body) {
    await countTry("sign-in-address", clientAddress(request.headers));
    await countTry("sign-in-account", body.email.normalize("NFKC").trim().toLowerCase());
  }
  const clean = new NextRequest(new URL(request.nextUrl.pathname, request.nextUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...body, callbackUrl: ownPath(body.callbackUrl), json: "true" }),
  });
  const attempt: SignInTry = { trouble: undefined };
  const answer = await ask(accounts, clean, nextauth, attempt);
  if (attempt.trouble) throw attempt.trouble;
  const { url } = (await answer.json()) as { url?: string };
  const refused = readRefusal(url);
  if (refused) throw refused;
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", cookie);
  const goTo = nextauth[0] === "signin" ? url : ownPath(url, ownOrigin());
  return Response.json({ url: goTo }, { headers });
}

function ask(
  accounts: Accounts,
  request: NextRequest,
  nextauth: string[],
  attempt: SignInTry,
): Promise<Response> {
  return NextAuth(request, { params: { nextauth } }, authOptions(accounts, attempt));
}

type Body = z.output<(typeof signIn)["body"]> | z.output<(typeof signOut)["body"]>;

async function readBody(request: NextRequest, [action, provider, more]: string[]): Promise<Body> {
  const path = ["/api/auth", action, ...(provider ? [provider] : [])].join("/");
  const isStart = action === "signin" && startProvider.params.safeParse({ provider }).success;
  const of = path === signIn.path ? signIn : path === signOut.path ? signOut : isStart ? startProvider : null;
  if (!of || more) throw notFound();
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new AppError("unsupported", "Send JSON with the content type application/json.");
  const text = await request.text();
  if (text.length > longestBody) throw new AppError("too-large", "This is too large to be a sign-in.");
  const parsed = of.body.safeParse(parseJson(text));
  if (!parsed.success || checkAllTexts(parsed.data))
    throw new AppError("invalid", "This is not a sign-in as we know it. Load the page again.");
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** next-auth says what went wrong in the address of a page that we do not have. */
function readRefusal(url: string | undefined): AppError | null {
  if (!url) return new AppError("unavailable", "The sign-in did not work. Try again.");
  const query = new URL(url, ownOrigin()).searchParams;
  if (query.get("error") === "CredentialsSignin")
    return new AppError("unauthenticated", "The e-mail address or the password is not right.");
  if (new URL(url, ownOrigin()).origin !== ownOrigin()) return null;
  if (query.get("csrf") === "true")
    return new AppError("forbidden", "The browser did not keep our cookie. Allow cookies, then try again.");
  if (query.has("error"))
    return new AppError("unavailable", "The provider does not answer. Try again, or sign in another way.");
  return null;
}

/** next-auth stops at an address it cannot read; a planted cookie must not lock anybody out. */
async function mendReturnCookie(): Promise<void> {
  const jar = await cookies();
  const kept = jar.get(returnCookieName())?.value;
  const isReadable = kept === undefined || kept.startsWith("/") || URL.canParse(kept);
  if (!isReadable) jar.delete(returnCookieName());
}
