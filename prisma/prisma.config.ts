import { defineConfig } from "prisma/config";

// `generate`, `validate` and `format` need no schema engine, yet the CLI insists on one and would download it.
// Any existing executable satisfies it. Migrations are applied by prisma/migrate.ts (see its comment).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
});
