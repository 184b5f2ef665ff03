import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Wire = {
  /** Where the browser finds the server through the wire. */
  url: string;
  /** Everything breaks, and nothing new comes through. */
  cut: () => void;
  /** Lets a request that contains these words through to the server, and breaks everything when its answer comes. */
  cutAtAnswerTo: (words: string) => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** A wire between the browser and the server that can really be cut, also in the middle of a request. */
export async function layWire(to: string): Promise<Wire> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let isCut = false;
  let fatal: string | null = null;
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const server = createServer((browser) => {
    if (isCut) return browser.resetAndDestroy();
    const app = connect(Number(target.port), target.hostname);
    for (const socket of [browser, app]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        browser.destroy();
        app.destroy();
      });
    }
    let isDoomed = false;
    browser.on("data", (chunk) => {
      isDoomed ||= fatal !== null && chunk.includes(fatal);
      app.write(chunk);
    });
    app.on("data", (chunk) => {
      if (isDoomed) cut();
      else browser.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    cutAtAnswerTo: (words) => {
      fatal = words;
    },
    mend: () => {
      isCut = false;
      fatal = null;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
