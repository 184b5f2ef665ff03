import { once } from "node:events";
import Provider from "oidc-provider";

/**
 * A real OpenID Connect server on loopback, for signing in through the browser. Its own pages ask for a login (any
 * password will do), and then for consent. `people` are told by login; who is not in it cannot be found.
 *
 * @param {{ port: number, redirectUri: string, people: Record<string, { email?: string, email_verified?: boolean, name?: string }> }} given
 * @returns {Promise<{ issuer: string, requests: URL[], stop: () => Promise<void> }>}
 */
export async function startOidcServer({ port, redirectUri, people }) {
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "sayso", client_secret: "a secret of the test", redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key of the test"] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true, methods: ["S256"] },
    findAccount: (_context, login) =>
      people[login] && { accountId: login, claims: () => ({ sub: login, ...people[login] }) },
  });
  /** The authorization requests, as they came. */
  const requests = [];
  provider.use((context, next) => {
    if (context.path === "/auth") requests.push(new URL(context.href));
    return next();
  });
  const server = provider.listen(port, "localhost");
  await once(server, "listening");
  async function stop() {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
  return { issuer, requests, stop };
}
