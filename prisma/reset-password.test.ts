import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { hashPassword } from "@/lib/accounts/hash";
import { findByPassword } from "@/lib/accounts/queries";
import { readSession } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/db/test-database";
import { describeAudit } from "@/lib/workspaces/audit-sentence";
import { makeMembership, makeSession, makeUser, makeWorkspace } from "./factories";
import { project } from "./local-files";

useTestDatabase();

/** Runs the script as npm does, and gives what it printed. */
async function runScript(...args: string[]) {
  const { scripts } = await import("../package.json");
  const [program = "", ...rest] = scripts["reset-password"].split(" ");
  const child = spawn(`node_modules/.bin/${program}`, [...rest, ...args], { cwd: project, env: process.env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  // Not "exit": what it printed last may still be on its way then.
  const [code] = await once(child, "close");
  return { code, said };
}

it("gives somebody a new password, shown once, and signs them out everywhere", async () => {
  const old = "three quiet boats at dawn";
  const passwordHash = await hashPassword(old);
  const user = await makeUser(db(), { email: "ida@example.org", name: "Ida Holm", passwordHash });
  const other = await makeUser(db(), { email: "ben@example.org", passwordHash });
  const workspace = await makeWorkspace(db());
  await makeMembership(db(), { workspaceId: workspace.id, userId: user.id });
  const secret = "a secret of the test that is long enough";
  const { session } = await makeSession(db(), { userId: user.id }, { secret });

  const { code, said } = await runScript(" Ida@example.org ");
  expect(said).toContain("The new password of Ida Holm is");
  expect(code).toBe(0);
  const password = /is ([a-z2-9]{4}(?:-[a-z2-9]{4}){4})$/m.exec(said)?.[1] ?? "";
  expect(await findByPassword(user.email, password)).toMatchObject({ id: user.id, sessionVersion: 1 });
  expect(await findByPassword(user.email, old)).toBeNull();
  expect(await findByPassword(other.email, old)).not.toBeNull();
  expect(await readSession(session.id, user.id, new Date())).toBeNull();
  const [entry] = await db().auditEntry.findMany({ where: { workspaceId: workspace.id } });
  const { actorName = "", action = "" } = entry ?? {};
  expect(describeAudit({ actor: actorName, action, detail: {} })).toBe(
    "Ida Holm got a new password from whoever runs the server",
  );
  expect(JSON.stringify(entry)).not.toContain(password);
});

it.each([
  ["nobody@example.org", "Nobody has an account with the address nobody@example.org."],
  ["ida", "Name the address: npm run reset-password -- name@example.org"],
])("says what is wrong with %s", async (address, sentence) => {
  const { code, said } = await runScript(address);
  expect([code, said.trim()]).toEqual([1, sentence]);
});
