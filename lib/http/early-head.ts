import type { ServerResponse } from "node:http";
import { answering } from "./answering";

// Next sends the head of a page together with its first words. What the browser does before it can show any, begin a
// process, fetch styles and faces, waited for the database that way; it can go on at the same time.

const holder = globalThis as typeof globalThis & { saysoHeads?: Map<string, Record<string, string>> };

/** The heads of pages by their kind, as Next made the first of them in this process. */
function knownHeads() {
  holder.saysoHeads ??= new Map();
  return holder.saysoHeads;
}

/** What is the same for everybody and every time; the rest of the head is the server's own. */
const lasting = ["content-type", "cache-control", "vary", "link"] as const;

/**
 * Says that this page is going to answer 200 whatever comes: its head is sent now. The first page of a kind only tells
 * how the heads of the next ones look. What Next sets afterwards is dropped, the status too: a page that fails later
 * shows that it did, under 200. Does nothing where the server is not ours, or something has been sent.
 */
export function sendHeadEarly(kind: string): void {
  const response = answering()?.response;
  if (!response || response.headersSent || response.statusCode !== 200) return;
  const head = knownHeads().get(kind);
  if (!head) {
    response.once("finish", () => {
      const made = lastingHead(response);
      // For some programs Next makes pages that have nothing to be fetched ahead.
      if (response.statusCode === 200 && made.link) knownHeads().set(kind, made);
    });
    return;
  }
  for (const [name, value] of Object.entries(head)) response.setHeader(name, value);
  response.flushHeaders();
  const same = () => response;
  Object.assign(response, { setHeader: same, appendHeader: same, removeHeader: () => {}, writeHead: same });
  // Next sends nothing after a head that is not its own.
  Object.defineProperty(response, "headersSent", { value: false });
}

function lastingHead(response: ServerResponse): Record<string, string> {
  const head: Record<string, string> = {};
  for (const name of lasting) {
    const value = [response.getHeader(name) ?? []].flat().join(", ");
    // A nonce is for one answer; styles and faces need none.
    if (value) head[name] = value.replace(/; nonce="[^"]*"/g, "");
  }
  return head;
}
