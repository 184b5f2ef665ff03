import { resetPassword } from "@/lib/accounts/reset-password";
import { emailAddress } from "@/lib/auth/schema";
import { closeDatabase } from "@/lib/db/client";
import { withAppDatabase } from "./migrate";

// `npm run reset-password -- name@example.org`, for whoever runs the server. The password is printed once and kept
// nowhere but as its hash.

async function run(given: string | undefined): Promise<void> {
  const email = emailAddress.safeParse(given);
  if (!email.success) throw new Error("Name the address: npm run reset-password -- name@example.org");
  await withAppDatabase(async (url) => {
    // The app's own code asks its environment where the database is; it needs no secret to store a password.
    Object.assign(process.env, { DATABASE_URL: url, NODE_ENV: "development" });
    try {
      const done = await resetPassword(email.data);
      if (!done) throw new Error(`Nobody has an account with the address ${email.data}.`);
      console.log(`The new password of ${done.name} is ${done.password}`);
      console.log(
        "It is not shown again, and they are signed out everywhere. They can change it in the settings.",
      );
    } finally {
      await closeDatabase();
    }
  });
}

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
