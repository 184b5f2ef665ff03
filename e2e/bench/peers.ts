import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { securityHeaders } from "@/lib/http/security-headers";
import { project } from "@/prisma/local-files";
import type { Colleague, World } from "./world";

type Peers = {
  /** The addresses of the same article as a file and with Recogito, and how many `mark` elements the file has. */
  make: (
    who: Colleague,
    address: string,
    text: string,
    places: readonly { start: number; end: number }[],
  ) => Promise<{ plain: string; recogito: string; marks: number }>;
};

const recogito = join(project, "node_modules", "@recogito", "text-annotator", "dist");

/** A server on the loopback that hands out pages to be compared with: files in memory, nothing to compute. */
export async function withPeers(world: World, use: (peers: Peers) => Promise<void>): Promise<void> {
  const files = new Map<string, { headers: Record<string, string>; body: Buffer }>();
  const keep = (path: string, type: string, body: string | Buffer, headers = {}) =>
    files.set(path, { headers: { ...headers, "content-type": type }, body: Buffer.from(body) });
  keep("/recogito.js", "text/javascript", readFileSync(join(recogito, "text-annotator.umd.js")));
  keep("/recogito.css", "text/css", readFileSync(join(recogito, "text-annotator.css")));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    if (!files.has(path)) {
      // Styles and faces of the page, the same bytes as ours.
      const found = await fetch(`${world.app.url}${path}`);
      const type = found.headers.get("content-type") ?? "text/plain";
      keep(path, type, Buffer.from(await found.arrayBuffer()));
    }
    const file = files.get(path);
    response.writeHead(200, file?.headers);
    response.end(file?.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => `http://localhost:${port}${path}`;
  try {
    await use({
      make: async (who, address, text, places) => {
        const page = await fetch(address, { headers: { cookie: who.cookie } });
        const plain = withoutScripts(await page.text());
        const name = files.size;
        // They cost the browser something: for COOP it begins a new process when the answer has come.
        const { "content-security-policy": policy, ...headers } = protections(page.headers);
        const html = "text/html; charset=utf-8";
        keep(`/plain/${name}`, html, plain, { ...headers, "content-security-policy": policy });
        keep(`/recogito/${name}`, html, recogitoPage(text, places), headers);
        for (const [, path = ""] of plain.matchAll(/<link[^>]+href="(\/_next[^"]+)"/g)) await fetch(at(path));
        return {
          plain: at(`/plain/${name}`),
          recogito: at(`/recogito/${name}`),
          marks: [...plain.matchAll(/<mark /g)].length,
        };
      },
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** The headers of an answer by which it asks the browser for protection. */
function protections(headers: Headers): Record<string, string> {
  const names = new Set(Object.keys(securityHeaders({ nonce: "", dev: false, https: false, path: "/" })));
  return Object.fromEntries([...headers].filter(([name]) => names.has(name)));
}

function withoutScripts(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link[^>]+(?:as="script"|rel="expect")[^>]*>/g, "");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** The same paragraphs and stretches, drawn by Recogito as its guide says. */
function recogitoPage(text: string, places: readonly { start: number; end: number }[]): string {
  const annotations = places.map(({ start, end }, index) => ({
    id: String(index),
    bodies: [],
    target: { annotation: String(index), selector: [{ start, end, quote: text.slice(start, end) }] },
  }));
  // Offsets count in the element's text, so what parts the paragraphs stays in it.
  return `<!doctype html><meta charset="utf-8"><title>Recogito</title><link rel="stylesheet" href="/recogito.css">
<style>#text { max-width: 42rem; margin: auto; font: 20px/32px Georgia, serif; white-space: pre-wrap }</style>
<div id="text">${escaped(text)}</div>
<script>window.process = { env: { NODE_ENV: "production" } }</script><script src="/recogito.js"></script>
<script>RecogitoJS.createTextAnnotator(document.getElementById("text")).setAnnotations(${JSON.stringify(annotations).replace(/</g, "\\u003c")})</script>`;
}
