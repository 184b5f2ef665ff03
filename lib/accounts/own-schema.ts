import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment } from "@/lib/http/fields";
import { whatStays } from "@/lib/workspaces/what-stays";
import { personName } from "./schema";

const typedPassword = z
  .string()
  .min(1, { error: "The password is missing." })
  .max(1_000, { error: "The password is too long: at most 128 characters." });

const leaving = z.strictObject({
  id,
  name: z.string(),
  /** gone: nobody else is there, so it is deleted. left: others go on. stuck: its last owner cannot go. */
  outcome: z.enum(["gone", "left", "stuck"]),
  articles: z.number().int(),
  /** What bears the name there. */
  stays: whatStays,
});

/** The viewer's own account. */
const accountView = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    /** Whether there is a password, and the providers through which the account can be entered. */
    hasPassword: z.boolean(),
    providers: z.array(z.string()),
    /** Browsers that are signed in, this one first. */
    sessions: z.array(
      z.strictObject({
        id,
        isHere: z.boolean(),
        /** Such as "Firefox on Linux"; null where it is not known. */
        device: z.string().nullable(),
        since: moment,
        lastSeenAt: moment,
      }),
    ),
    /** What becomes of each workspace when the account is deleted. */
    leaving: z.array(leaving),
  })
  .meta({ id: "Account" });

export type AccountView = z.output<typeof accountView>;

export const getAccount = endpoint({
  method: "GET",
  path: "/api/accounts/own",
  summary: "My account: ways to sign in, browsers that are signed in, and what deleting it would do",
  action: "signed-in",
  answer: accountView,
});

export const renameAccount = endpoint({
  method: "PATCH",
  path: "/api/accounts/own",
  summary: "Change my name",
  action: "signed-in",
  body: z.strictObject({ name: personName }),
  answer: z.strictObject({ name: z.string() }),
});

export const changePassword = endpoint({
  method: "PUT",
  path: "/api/accounts/own/password",
  summary: "Change my password, which ends my sessions everywhere else",
  action: "signed-in",
  body: z.strictObject({ old: typedPassword, password: typedPassword }),
  answer: z.strictObject({ ended: z.number().int() }),
});

export const endOtherSessions = endpoint({
  method: "DELETE",
  path: "/api/accounts/own/sessions",
  summary: "Sign me out everywhere else",
  action: "signed-in",
  answer: z.strictObject({ ended: z.number().int() }),
});

export const endOneSession = endpoint({
  method: "DELETE",
  path: "/api/accounts/own/sessions/[sessionId]",
  summary: "Sign me out in one browser. 404 where I am not signed in there any more",
  action: "signed-in",
  params: z.strictObject({ sessionId: id }),
  answer: z.strictObject({ ended: z.literal(true) }),
});

/** With a password that is asked; without one, the name, so that nobody does it by a slip. */
export const deleteAccount = endpoint({
  method: "DELETE",
  path: "/api/accounts/own",
  summary: "Delete my account. What I wrote in workspaces of others stays, under my name",
  action: "signed-in",
  body: z.strictObject({ proof: typedPassword }),
  answer: z.strictObject({ deleted: z.literal(true) }),
});
