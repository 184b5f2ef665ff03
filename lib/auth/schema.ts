import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";

/** An e-mail address as it is stored and compared: NFKC, trimmed, lower case. */
export const emailAddress = z
  .string()
  .max(254, { error: "This address is too long." })
  .transform((value) => value.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z
      .email({ error: "This is not an e-mail address. It looks like name@example.org." })
      // No mail goes there (RFC 6761), and those of the sample article have their addresses there.
      .refine((address) => !address.endsWith(".invalid"), { error: "No mail can be sent to this address." }),
  );

const csrfToken = z.string().max(200);
/** Where to go afterwards; anything but an address of our own becomes "/". */
const callbackUrl = z.string().max(2_000).optional();
const goTo = z.strictObject({ url: z.string() });

/** The other half of a cookie: a request that changes who is signed in must bring it back. */
export const getCsrfToken = endpoint({
  method: "GET",
  path: "/api/auth/csrf",
  summary: "Get the token that the routes below ask for; its other half is a cookie",
  action: "public",
  answer: z.strictObject({ csrfToken }),
});

/** Right: sets the session cookie and says where to go. Wrong pair: 401, the same for known and unknown addresses. */
export const signIn = endpoint({
  method: "POST",
  path: "/api/auth/callback/credentials",
  summary: "Sign in with e-mail and password",
  action: "public",
  body: z.strictObject({
    csrfToken,
    email: z.string().max(1_000),
    password: z.string().max(1_000),
    callbackUrl,
  }),
  answer: goTo,
});

/** Says at which address of the provider the browser goes on. */
export const startProvider = endpoint({
  method: "POST",
  path: "/api/auth/signin/[provider]",
  summary: "Begin to sign in through a provider",
  action: "public",
  params: z.strictObject({ provider: z.enum(["oidc", "github", "google"]) }),
  body: z.strictObject({ csrfToken, callbackUrl }),
  answer: goTo,
});

/** Ends the session on the server and takes the cookie away. */
export const signOut = endpoint({
  method: "POST",
  path: "/api/auth/signout",
  summary: "Sign out",
  action: "public",
  body: z.strictObject({ csrfToken, callbackUrl }),
  answer: goTo,
});
