// Runs in a worker thread (worker.ts): plain JavaScript, because a thread starts without the loader for TypeScript.
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const task = await import(pathToFileURL(workerData.file).href);
parentPort.on("message", (given) => {
  try {
    parentPort.postMessage({ value: task[workerData.name](...given) });
  } catch (error) {
    parentPort.postMessage({ error });
  }
});
parentPort.postMessage({ ready: true });
