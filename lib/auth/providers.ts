import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/env";

type ProviderId = "oidc" | "github" | "google";

/** A way to sign in that the environment offers, with the name on its button. */
export type SignInWay = { id: ProviderId; name: string };

/** What a provider says about a person, under the names of OpenID Connect. */
export const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.stringbool()]).nullish(),
});

export type IdentityClaims = z.output<typeof claims>;

type Named = { id: ProviderId; name: string; clientId: string; clientSecret: string };

/** The ways to sign in besides e-mail and password; empty when none is configured. */
export function signInWays(): SignInWay[] {
  return providers().map(({ id, name }) => ({ id: z.enum(["oidc", "github", "google"]).parse(id), name }));
}

/** The configured providers as next-auth wants them. */
export function providers(): OAuthConfig<IdentityClaims>[] {
  const set = env();
  const found: OAuthConfig<IdentityClaims>[] = [];
  if (set.OIDC_ISSUER && set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET) {
    const name = set.OIDC_NAME ?? new URL(set.OIDC_ISSUER).host;
    const client = { clientId: set.OIDC_CLIENT_ID, clientSecret: set.OIDC_CLIENT_SECRET };
    found.push(openId(set.OIDC_ISSUER, { id: "oidc", name, ...client }));
  }
  if (set.GOOGLE_ID && set.GOOGLE_SECRET) {
    const client = { clientId: set.GOOGLE_ID, clientSecret: set.GOOGLE_SECRET };
    found.push(openId("https://accounts.google.com", { id: "google", name: "Google", ...client }));
  }
  if (set.GITHUB_ID && set.GITHUB_SECRET) {
    const client = { clientId: set.GITHUB_ID, clientSecret: set.GITHUB_SECRET };
    found.push(github({ id: "github", name: "GitHub", ...client }));
  }
  return found;
}

/** The name under which accounts are stored: another issuer's `sub` must never be taken for this one's. */
export function accountProvider(id: string): string {
  return id === "oidc" ? `oidc ${env().OIDC_ISSUER ?? ""}` : id;
}

/** How a way to sign in that is stored is called on the screen. */
export function nameOfProvider(stored: string): string {
  const known = providers().find(({ id }) => accountProvider(id) === stored);
  return known?.name ?? stored.replace(/^oidc /, "");
}

/**
 * May the address be believed? Google and GitHub must say that they checked it. The OpenID provider is the one that
 * the team itself chose, and some leave the claim out (Entra ID): there only an outspoken "no" counts.
 */
export function isTrustedAddress(id: string, given: IdentityClaims): boolean {
  return given.email_verified === true || (id === "oidc" && given.email_verified == null);
}

function openId(issuer: string, named: Named): OAuthConfig<IdentityClaims> {
  return {
    ...named,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      // Strict providers put e-mail and name only there. openid-client checks that both speak of the same `sub`.
      async request({ client, tokens }) {
        const told = tokens.id_token ? readPayload(tokens.id_token) : {};
        if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return told;
        const more = await client.userinfo(tokens.access_token);
        if (more.sub !== told.sub) throw new Error("The provider's answers speak of two different people.");
        return { ...told, ...more };
      },
    },
    profile: toUser,
  };
}

/** What an id token says. Its signature, audience and nonce were checked by openid-client before. */
function readPayload(idToken: string): Record<string, unknown> {
  const payload = Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8");
  return z.record(z.string(), z.unknown()).parse(JSON.parse(payload));
}

const githubUser = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const githubAddresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

function github(named: Named): OAuthConfig<IdentityClaims> {
  return {
    ...named,
    type: "oauth",
    issuer: "https://github.com/login/oauth",
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: { url: "https://github.com/login/oauth/access_token" },
    checks: ["pkce", "state"],
    userinfo: {
      url: "https://api.github.com/user",
      async request({ tokens }) {
        const token = tokens.access_token ?? "";
        const user = githubUser.parse(await askGithub("https://api.github.com/user", token));
        const addresses = githubAddresses.parse(await askGithub("https://api.github.com/user/emails", token));
        const own = addresses.find((one) => one.primary && one.verified);
        return {
          sub: String(user.id),
          name: user.name ?? user.login,
          email_verified: own !== undefined,
          ...(own ? { email: own.email } : {}),
        };
      },
    },
    profile: toUser,
  };
}

async function askGithub(address: string, token: string): Promise<unknown> {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`);
  return answer.json();
}

function toUser(given: IdentityClaims): { id: string; name: string | null; email: string | null } {
  return { id: given.sub, name: given.name ?? null, email: given.email ?? null };
}
