import "server-only";
import { Prisma } from "@/prisma/generated/client";

// A thousand rows as one value in JSON, column by column: Postgres writes it in half the time of a thousand objects, and
// it is read in a fraction of the time of a thousand rows.

/** What `columnsSql` selects: of each column its values in the order of the rows, or null when there are none. */
export type Columns<Row> = { [K in keyof Row]: Row[K][] | null };

/**
 * One JSON object of columns of the rows of `from`, in its order. `fields` says how each is computed there; moments go
 * through `isoSql`. The names are ours, never what somebody sent.
 */
export function columnsSql(fields: Record<string, Prisma.Sql>, from: Prisma.Sql): Prisma.Sql {
  const names = Object.keys(fields);
  const computed = Object.entries(fields).map(
    ([name, field]) => Prisma.sql`${field} AS ${Prisma.raw(`"${name}"`)}`,
  );
  const columns = names.map((name) => Prisma.raw(`'${name}', json_agg(one."${name}")`));
  return Prisma.sql`
    SELECT json_build_object(${Prisma.join(columns)}) FROM (SELECT ${Prisma.join(computed)} ${from}) one`;
}

/** The rows again. */
export function rowsOf<Row extends object>(columns: Columns<Row>): Row[] {
  const all = Object.entries<unknown[] | null>(columns);
  const rows: Record<string, unknown>[] = (all[0]?.[1] ?? []).map(() => ({}));
  for (const [name, values] of all) {
    for (const [at, row] of rows.entries()) row[name] = values?.[at];
  }
  return rows as Row[];
}
