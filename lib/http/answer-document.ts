import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import { type Answering, setAnswering } from "./answering";

const longestDrawingMs = 30_000;

const storage = new AsyncLocalStorage<Answering>();
setAnswering(storage);

/**
 * Makes the answer to a request for a document; its page may leave what draws it something and, unless `isHeld`,
 * send the head early.
 */
export function answerDocument<T>(response: ServerResponse, answer: () => T, isHeld = false): T {
  const left = new Map<string, unknown>();
  // A connection to the database that was opened meanwhile keeps what it was opened in, for as long as it is open. What
  // is still being drawn for a reader who has gone needs it to the end.
  response.once("close", () => setTimeout(() => left.clear(), longestDrawingMs).unref());
  return storage.run({ response: isHeld ? null : response, left }, answer);
}
