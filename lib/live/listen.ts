import "server-only";
import pg from "pg";
import { serverState } from "@/lib/http/server-state";
import { log } from "@/lib/log";

export type Listening = {
  url: string;
  channels: readonly string[];
  onBell: (channel: string, payload: string) => void;
  /**
   * Called each time the channels are open again. What rang while they were not is lost, so whoever listens looks
   * for itself here.
   */
  onListening: () => void;
};

export type OpenChannels = {
  /** Resolves when the channels are open; at once when they are. */
  ready: () => Promise<void>;
  close: () => Promise<void>;
};

const firstWaitMs = 200;
const longestWaitMs = 5_000;
const probeMs = 15_000;

/**
 * Holds one connection of its own that LISTENs (a pool's connection may be given to somebody else, and a pooler's
 * cannot listen at all). After a loss it comes back by itself, soon at first, then every 5 s.
 */
export function startListening({ url, channels, onBell, onListening }: Listening): OpenChannels {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = firstWaitMs;
  let closed = false;
  let opened = gate();

  async function connect(): Promise<void> {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "sayso-listen",
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client = mine;
    mine.on("error", () => lose(mine));
    mine.on("end", () => lose(mine));
    mine.on("notification", (bell) => onBell(bell.channel, bell.payload ?? ""));
    try {
      await mine.connect();
      await mine.query(channels.map((name) => `LISTEN ${pg.escapeIdentifier(name)}`).join(";"));
    } catch {
      return lose(mine);
    }
    if (closed || client !== mine) return;
    waitMs = firstWaitMs;
    timer = setInterval(() => probe(mine), probeMs).unref();
    opened.open();
    onListening();
  }

  /** A connection that died without a word (a cut cable, a sleeping proxy) is found by asking. */
  function probe(mine: pg.Client): void {
    mine.query("SELECT 1").catch(() => lose(mine));
  }

  function lose(mine: pg.Client): void {
    if (closed || client !== mine) return;
    client = undefined;
    clearInterval(timer);
    mine.end().catch(() => undefined);
    opened = gate();
    // While the server stops, the database may go first, and that is no news.
    if (!serverState().draining) log().warn({ waitMs }, "live: the listening connection is lost");
    timer = setTimeout(() => void connect(), waitMs * (0.75 + Math.random() / 2)).unref();
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }

  void connect();
  return {
    ready: () => opened.passed,
    async close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

function gate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
