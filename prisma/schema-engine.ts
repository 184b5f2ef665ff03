import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

// Prisma's schema engine as WebAssembly: the CLI would download a native one, from a host that many networks cannot
// reach. Only its comparison is used. Its shadow database must never be: with an address it is the real database.

type SchemaFile = { path: string; content: string };

/** The SQL that takes the database at `url` to the schema. Empty when they agree. */
export async function diffToSchema(url: string, schema: SchemaFile[]): Promise<string> {
  await loadEngine();
  const factory = withoutShadow(new PrismaPg({ connectionString: url }));
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }): [string, string] => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files: schema, configDir: "." },
      to: { tag: "schemaDatamodel", files: schema },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout?.includes("This is an empty migration") ? "" : (stdout ?? "");
  } finally {
    engine.free();
  }
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= instantiate();
  return loading;
}

/** Node 20 does not import .wasm files by itself. When the engine panics it tells why to a global of this name. */
async function instantiate(): Promise<void> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => console.error(`Prisma's schema engine gave up: ${message}`),
    },
  });
  const require = createRequire(import.meta.url);
  const path = require
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(path), {
    "./schema_engine_bg.js": { ...engineModule },
  });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** adapter-pg does not know the type "char" of two catalogue queries of the engine; and nobody gets a shadow database. */
function withoutShadow(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => withCasts(await factory.connect()),
    connectToShadowDb: () => Promise.reject(new Error("No shadow database: it would be the real one.")),
  };
}

function withCasts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return new Proxy(adapter, {
    get(target, name) {
      if (name === "queryRaw") {
        return async (query: SqlQuery) =>
          retypeChars(await target.queryRaw({ ...query, sql: castChars(query.sql) }));
      }
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** And Postgres 18 lists NOT NULL among the constraints (type "n"), which the engine does not expect. */
function castChars(sql: string): string {
  return sql
    .replace(/\b(constr\.contype|con\.confdeltype|con\.confupdtype)\b/g, "$1::text")
    .replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')");
}

/** The engine wants single characters where the casts have made texts. */
function retypeChars(result: SqlResultSet): SqlResultSet {
  const columnTypes = result.columnTypes.map((type, at) =>
    charColumns.has(result.columnNames[at] ?? "") ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

const charColumns = new Set(["constraint_type", "confdeltype", "confupdtype"]);
