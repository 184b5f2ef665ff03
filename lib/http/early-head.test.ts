import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerDocument } from "./answer-document";
import { handover } from "./answering";
import { sendHeadEarly } from "./early-head";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Page = (response: ServerResponse, request: IncomingMessage) => Promise<void> | void;

/** A server that makes pages as Next does: the head is set when the first words are there. */
async function serve(page: Page): Promise<number> {
  const server = createServer((asked, response) => {
    response.setHeader("content-security-policy", "script-src 'nonce-mine'");
    void answerDocument(response, () => page(response, asked));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Resolves when the head is there; `body` when the rest is. */
function ask(port: number) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Promise<string> }>(
    (resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path: "/" }, (answer) => {
        const body = new Promise<string>((done) => {
          let text = "";
          answer.on("data", (chunk) => {
            text += chunk;
          });
          answer.on("end", () => done(text));
        });
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
      });
      asked.on("error", reject);
      asked.end();
    },
  );
}

function draw(response: ServerResponse, words: string): void {
  if (response.headersSent) return;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "private, no-store");
  response.setHeader("link", '</face.woff2>; rel=preload; nonce="once"; as="font"');
  response.setHeader("set-cookie", "a=b");
  response.end(words);
}

describe("sendHeadEarly", () => {
  it("sends the head of the second page before anything of it is there", async () => {
    const kind = "held back";
    let goOn = () => {};
    let isHeld = false;
    const port = await serve(async (response) => {
      sendHeadEarly(kind);
      if (isHeld)
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      draw(response, "The words.");
    });
    const first = await ask(port);
    expect(await first.body).toBe("The words.");
    isHeld = true;
    // The page waits until it is told to go on, and that is told only after its head has come.
    const second = await ask(port);
    goOn();
    expect(await second.body).toBe("The words.");
    expect(second.status).toBe(200);
    expect(second.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": "script-src 'nonce-mine'",
      link: '</face.woff2>; rel=preload; as="font"',
    });
    expect(first.headers["set-cookie"]).toEqual(["a=b"]);
    expect(second.headers["set-cookie"]).toBeUndefined();
  });

  it("learns nothing from a page that failed", async () => {
    let status = 500;
    const port = await serve((response) => {
      sendHeadEarly("failing");
      response.statusCode = status;
      response.setHeader("cache-control", `of ${status}`);
      response.setHeader("link", "</face.woff2>; rel=preload");
      response.end("words");
    });
    await (await ask(port)).body;
    status = 200;
    const { headers, body } = await ask(port);
    expect(await body).toBe("words");
    expect(headers["cache-control"]).toBe("of 200");
  });

  it("outlives a reader who goes when the head is there", async () => {
    const kind = "left alone";
    let isAlone = false;
    let tell = (_isOver: boolean) => {};
    const drawn = new Promise<boolean>((resolve) => {
      tell = resolve;
    });
    const port = await serve(async (response) => {
      sendHeadEarly(kind);
      if (!isAlone) return draw(response, "words");
      await new Promise((resolve) => response.once("close", resolve));
      draw(response, "nobody reads this");
      tell(response.writableEnded);
    });
    await (await ask(port)).body;
    isAlone = true;
    const asked = request({ host: "127.0.0.1", port, path: "/" }, (answer) => answer.destroy());
    asked.on("error", () => {});
    asked.end();
    expect(await drawn).toBe(true);
    isAlone = false;
    expect(await (await ask(port)).body).toBe("words");
  });

  it("leaves a page alone that has answered otherwise", async () => {
    const kind = "refusing";
    let isRefused = false;
    const port = await serve((response) => {
      if (isRefused) response.statusCode = 404;
      sendHeadEarly(kind);
      draw(response, "words");
    });
    await (await ask(port)).body;
    isRefused = true;
    expect((await ask(port)).status).toBe(404);
  });

  it("does nothing outside an answer", () => {
    expect(() => sendHeadEarly("nowhere")).not.toThrow();
  });
});

describe("handover", () => {
  const words = handover<string>("words");

  it("gives each answer what was left in it, and no other", async () => {
    let left = 0;
    const port = await serve(async (response, asked) => {
      const mine = `words ${left++}`;
      expect(words.take()).toBeUndefined();
      expect(words.leave(mine)).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
      response.end(`${asked.url} ${words.take()} ${words.take()}`);
    });
    const bodies = await Promise.all([1, 2, 3].map(async () => (await ask(port)).body));
    expect(bodies.toSorted()).toEqual([0, 1, 2].map((one) => `/ words ${one} words ${one}`));
  });

  it("says when nobody can take it", () => {
    expect(words.leave("lost")).toBe(false);
    expect(words.take()).toBeUndefined();
  });
});
