import { describe, expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { askBare, askPlanned, bareSnapshot, bareTransaction } from "./bare";
import { useTestDatabase } from "./test-database";

useTestDatabase();

const count = async () => {
  const [row] = await askBare<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count FROM "Workspace"`);
  return row?.count;
};
const insert = (name: string) =>
  Prisma.sql`INSERT INTO "Workspace" (id, name) VALUES (gen_random_uuid(), ${name}) RETURNING name`;
const fault = Prisma.sql`SELECT 1 / 0`;
const connection = Prisma.sql`SELECT pg_backend_pid() AS connection`;

describe("several statements as one transaction", () => {
  it("are stored in their order, each with its rows, and see what those before them did", async () => {
    const before = (await count()) ?? 0;
    const counted = Prisma.sql`SELECT count(*)::int AS count FROM "Workspace"`;
    const silent = Prisma.sql`UPDATE "Workspace" SET name = 'Two' WHERE name = 'Two'`;
    for (const times of [1, 2]) {
      const rows = await bareTransaction([insert("One"), insert("Two"), silent, counted]);
      expect(rows).toEqual([[{ name: "One" }], [{ name: "Two" }], [], [{ count: before + 2 * times }]]);
    }
    expect(await count()).toBe(before + 4);
  });

  it("store nothing when one is refused, and tell the first refusal", async () => {
    const before = await count();
    const never = Prisma.sql`SELECT 'no number'::int`;
    await expect(bareTransaction([insert("One"), fault, never, insert("Two")])).rejects.toThrow(
      "division by zero",
    );
    expect(await count()).toBe(before);
  });

  it("leave a connection behind that can be asked the same again, after a refusal, too", async () => {
    const odd = (divisor: number) =>
      bareTransaction([insert("Odd"), Prisma.sql`SELECT 1 / ${divisor}::int AS odd`, connection]);
    const before = (await count()) ?? 0;
    await expect(odd(0)).rejects.toThrow("division by zero");
    const [, , first] = await odd(1);
    await expect(odd(0)).rejects.toThrow("division by zero");
    expect(await odd(1)).toEqual([[{ name: "Odd" }], [{ odd: 1 }], first]);
    expect(await count()).toBe(before + 2);
  });

  it("leave their plans to whoever asks the same on the connection, also where that is refused", async () => {
    const half = (divisor: number) => Prisma.sql`SELECT 1 / ${divisor}::int AS half`;
    for (let times = 0; times < 3; times++) {
      expect(await bareTransaction([half(1), connection])).toHaveLength(2);
      const refused = bareSnapshot(async (tx) => tx.$queryRaw(half(0)));
      await expect(refused).rejects.toThrow("division by zero");
    }
  });

  it("are refused with what cannot be sent, and spoil nothing", async () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    const before = (await count()) ?? 0;
    const unsendable = { text: "SELECT $1::jsonb", values: [{ circle }] } as unknown as Prisma.Sql;
    await expect(bareTransaction([insert("One"), unsendable])).rejects.toThrow("circular");
    await bareTransaction([insert("One")]);
    expect(await count()).toBe(before + 1);
  });
});

describe("reads of one moment", () => {
  it("send nothing any more when they are over", async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failed = bareSnapshot(async (tx) => {
      const after = new Promise((resolve) => setTimeout(resolve, 20));
      late = after.then(() => tx.$queryRaw(Prisma.sql`SELECT 1`));
      late.catch(() => undefined);
      await tx.$queryRaw(fault);
    });
    await expect(failed).rejects.toThrow("division by zero");
    await expect(late).rejects.toThrow("This transaction is over.");
  });

  it("see nothing that is stored meanwhile", async () => {
    const counted = Prisma.sql`SELECT count(*)::int AS count FROM "Workspace"`;
    const seen = await bareSnapshot(async (tx) => {
      const before = await tx.$queryRaw(counted);
      await bareTransaction([insert("Meanwhile")]);
      return [before, await tx.$queryRaw(counted)];
    });
    expect(seen[0]).toEqual(seen[1]);
  });
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
