import { z } from "zod";
import { emailAddress } from "@/lib/auth/schema";
import { endpoint } from "@/lib/http/endpoint";
import { line } from "@/lib/http/fields";
import { weaknessOf } from "./password";

/** How a person is called on the screen. */
export const personName = line(80, "Your name");

/** Answered alike for new and known addresses, in the same time: whether an address has an account is not told. */
export const signUp = endpoint({
  method: "POST",
  path: "/api/accounts",
  summary: "Make an account, with a workspace of its own or in the workspace of an invitation",
  action: "public",
  body: z
    .strictObject({
      name: personName,
      email: emailAddress,
      password: z.string().min(1, { error: "The password is missing." }).max(1_000, {
        error: "The password is too long: at most 128 characters.",
      }),
      invitation: z.string().min(1).max(200).optional(),
    })
    .superRefine(({ name, email, password }, context) => {
      const weakness = weaknessOf(password, [name, email]);
      if (weakness) context.addIssue({ code: "custom", path: ["password"], message: weakness });
    }),
  answer: z.strictObject({ message: z.string() }),
  status: 201,
});

export type SignUp = z.output<typeof signUp.body>;
