import { buildApp, generateClient } from "@/prisma/build-app";
import { addressOf, createDatabase, dropDatabase } from "@/prisma/databases";
import { testDistDir } from "@/prisma/local-files";
import { applyMigrations, holdScratchServer } from "@/prisma/migrate";
import { startAppServer } from "./app-server";

/** Builds the app when it is stale, and starts one server on a database of its own for all specs. */
export default async function prepare(): Promise<() => Promise<void>> {
  await generateClient();
  await buildApp(testDistDir);
  return holdScratchServer(async (server) => {
    const name = `test_${process.pid}_e2e`;
    await createDatabase(server, name);
    const database = addressOf(server, name);
    await applyMigrations(database);
    const app = await startAppServer(database);
    Object.assign(process.env, { SAYSO_E2E_URL: app.url, SAYSO_E2E_DATABASE: database });
    return async () => {
      await app.stop();
      if (app.output().includes("request failed")) console.log(app.output());
      await dropDatabase(server, name);
    };
  });
}
