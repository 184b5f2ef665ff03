import "server-only";
import pg from "pg";
import { type Prepared, prepared } from "./prepared";

type Rows = Record<string, unknown>[];

/**
 * Some statements of one transaction that are sent in one go and answered in one: the pipeline of the extended query
 * protocol with a single Sync behind the last of them (PostgreSQL documentation, 54.2.4). That Sync is the commit, so
 * there is no BEGIN and no COMMIT to wait for; where one is refused, nothing of any is stored.
 */
class Together extends pg.Query {
  readonly statements: readonly Prepared[];
  /** Some of them were sent to be planned: the connection has their plans only when none was refused. */
  isFirst = false;
  #plans: Record<string, string> = {};

  constructor(statements: readonly Prepared[], tell: (error: Error | undefined, results: unknown) => void) {
    super({ text: "" }, tell);
    this.statements = statements;
  }

  /** Notes that the connection has their plans: pg does so for one query at a time, when it hears of its plan. */
  keepPlans(): void {
    for (const { name, text } of this.statements) this.#plans[name] = text;
  }

  override submit = (connection: pg.Connection) => {
    this.#plans = Reflect.get(connection, "parsedStatements");
    const held: Buffer[] = [];
    const holding: pg.Connection = Object.create(connection, {
      _send: { value: (message: Buffer) => held.push(message) },
    });
    for (const one of this.statements) {
      const part = new Part(one);
      this.isFirst ||= !part.hasBeenParsed(holding);
      // Throws at a value that cannot be sent, and then nothing of any statement is.
      part.prepare(holding);
    }
    holding.sync();
    connection.stream.write(Buffer.concat(held));
    return null;
  };
}

// Of pg's own query only what sends it is used; its types leave that out.
type Sending = new (
  statement: Prepared,
) => {
  hasBeenParsed: (connection: pg.Connection) => boolean;
  prepare: (connection: pg.Connection) => void;
};

/** One of the statements, without the Sync that pg sends behind each. */
class Part extends (pg.Query as unknown as Sending) {
  _getRows(connection: pg.Connection): void {
    connection.execute({ portal: "" }, true);
  }
}

/**
 * Asks all of these as one transaction, one way there and back, and answers with the rows of each. A statement sees what
 * those before it did and what others had committed by then. The first refusal is thrown, and nothing is stored.
 */
export async function askTogether(
  pool: pg.Pool,
  statements: readonly { text: string; values: unknown[] }[],
): Promise<Rows[]> {
  const client = await pool.connect();
  let isSpoilt = true;
  try {
    const results = await new Promise<{ rows: Rows }[]>((resolve, reject) => {
      const asked = new Together(statements.map(prepared), (error, answer) => {
        // A connection on which Postgres has refused something goes on as before, one that is silent does not.
        isSpoilt = Boolean(error) && (asked.isFirst || !(error instanceof pg.DatabaseError));
        if (error) return reject(error);
        asked.keepPlans();
        resolve([answer].flat() as { rows: Rows }[]);
      });
      client.query(asked);
    });
    return results.map(({ rows }) => rows);
  } finally {
    client.release(isSpoilt);
  }
}
