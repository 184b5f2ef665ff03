import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import { type Answering, setAnswering } from "./answering";

const storage = new AsyncLocalStorage<Answering>();
setAnswering(storage);

/** Makes the answer to a request for a document; its page may send the head early and leave what draws it something. */
export function answerDocument<T>(response: ServerResponse, answer: () => T): T {
  return storage.run({ response, left: new Map() }, answer);
}
