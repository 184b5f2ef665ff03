import { randomUUID } from "node:crypto";
import pg from "pg";

// What a route handler of Next costs that does nothing but what it is asked: no session, no rights, no limits, no
// events. It writes and reads the product's own tables, so the rows and their indexes are the same.

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE, max: 10 });

type Context = { params: Promise<{ threadId: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { threadId } = await params;
  const { id, articleId, authorId, body, text } = await request.json();
  const { rows } = await pool.query({
    name: "insert",
    text: `INSERT INTO "Comment" (id, "articleId", "threadId", "authorId", body, text, "createdNumber", number)
      VALUES ($1, $2, $3, $4, $5, $6, 0, 0) RETURNING "createdAt"`,
    values: [id ?? randomUUID(), articleId, threadId, authorId, JSON.stringify(body), text],
  });
  return Response.json({ id, threadId, body, text, createdAt: rows[0].createdAt }, { status: 201 });
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { threadId } = await params;
  const { rows } = await pool.query({
    name: "read",
    text: `SELECT * FROM "Comment" WHERE "threadId" = $1 ORDER BY "createdNumber", id`,
    values: [threadId],
  });
  return Response.json({ comments: rows });
}
