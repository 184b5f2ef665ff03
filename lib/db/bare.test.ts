import { expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { type Asker, answersOf, askBare, askPlanned, bareTransaction } from "./bare";
import { useTestDatabase } from "./test-database";

useTestDatabase();

const count = async () => {
  const [row] = await askBare<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count FROM "Workspace"`);
  return row?.count;
};
const insert = (tx: Asker, name: string) =>
  tx.$queryRaw(Prisma.sql`INSERT INTO "Workspace" (id, name) VALUES (gen_random_uuid(), ${name})`);
const fault = (tx: Asker) => tx.$queryRaw(Prisma.sql`SELECT 1 / 0`);

it("stores all that is sent at once, in its order", async () => {
  const before = (await count()) ?? 0;
  await bareTransaction((tx) => answersOf([insert(tx, "One"), insert(tx, "Two")]));
  expect(await count()).toBe(before + 2);
});

it("stores nothing of it when one is refused, and tells the first refusal", async () => {
  const before = await count();
  const refused = bareTransaction((tx) => answersOf([insert(tx, "One"), fault(tx), insert(tx, "Two")]));
  await expect(refused).rejects.toThrow("division by zero");
  expect(await count()).toBe(before);
});

it("sends nothing any more when it is over", async () => {
  const before = await count();
  let late: Promise<unknown> = Promise.resolve();
  const failed = bareTransaction(async (tx) => {
    const after = new Promise((resolve) => setTimeout(resolve, 20));
    late = after.then(() => insert(tx, "Late"));
    late.catch(() => undefined);
    await fault(tx);
  });
  await expect(failed).rejects.toThrow("division by zero");
  await expect(late).rejects.toThrow("This transaction is over.");
  expect(await count()).toBe(before);
});

it("plans a statement once where it is asked to, and gives the connection back as it was", async () => {
  const mode = Prisma.sql`SELECT current_setting('plan_cache_mode') AS mode, pg_backend_pid() AS connection`;
  type Row = { mode: string; connection: number };
  const [before] = await askBare<Row>(mode);
  const [planned] = await askPlanned<Row>(mode);
  const [after] = await askBare<Row>(mode);
  expect([before?.mode, planned?.mode, after?.mode]).toEqual(["auto", "force_generic_plan", "auto"]);
  expect(after?.connection).toBe(planned?.connection);

  await expect(askPlanned(Prisma.sql`SELECT 1 / 0`)).rejects.toThrow("division by zero");
  expect(await askBare<Row>(mode)).toMatchObject([{ mode: "auto", connection: planned?.connection }]);
});
