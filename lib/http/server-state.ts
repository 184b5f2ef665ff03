/** What the server tells the routes of the same process. */
export type ServerState = {
  /** True once a stop was asked for: ready answers 503, streams are closed. */
  draining: boolean;
  /** Names of the migrations this code needs; empty when nobody checked (another server than ours). */
  migrations: readonly string[];
};

const holder = globalThis as typeof globalThis & { saysoServer?: ServerState };

/** The one state of this process. Next bundles routes apart from the server, so only a global is shared by both. */
export function serverState(): ServerState {
  holder.saysoServer ??= { draining: false, migrations: [] };
  return holder.saysoServer;
}
