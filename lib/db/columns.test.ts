import { expect, it } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { askBare } from "./bare";
import { type Columns, columnsSql, rowsOf } from "./columns";
import { useTestDatabase } from "./test-database";

useTestDatabase();

type Row = { id: number; words: string | null; list: string[] };

async function readBack(rows: readonly Row[]): Promise<Row[]> {
  const fields = { id: Prisma.sql`v.id`, words: Prisma.sql`v.words`, list: Prisma.sql`v.list::json` };
  const values = Prisma.sql`
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS v(id int, words text, list json) ORDER BY v.id`;
  const [read] = await askBare<{ rows: Columns<Row> }>(
    Prisma.sql`SELECT (${columnsSql(fields, values)}) AS rows`,
  );
  if (!read) throw new Error("Nothing was read.");
  return rowsOf(read.rows);
}

it("gives rows back as they are, in their order, and none of none", async () => {
  const rows = [
    { id: 1, words: 'She said: "\\n" – yes', list: [] },
    { id: 2, words: null, list: ["a", "b"] },
    { id: 3, words: "", list: ["null"] },
  ];
  expect(await readBack(rows.toReversed())).toEqual(rows);
  expect(await readBack([])).toEqual([]);
});
