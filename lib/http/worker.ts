import "server-only";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/errors";

/** A function that may take seconds: exported by a file that needs nothing of Next or of the database. */
export type Task<Given extends unknown[], Result> = {
  /** The file in the project, such as "lib/articles/import/make-draft.ts". */
  file: string;
  name: string;
  /** The same function: for its types. */
  run: (...given: Given) => Result;
  /** What to tell whoever gave it too much to do. */
  refusal: string;
  /** Milliseconds that one call may take; 5,000 when absent. */
  limitMs?: number;
};

type Job = {
  given: unknown[];
  refusal: string;
  limitMs: number;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

const longestMs = 5_000;
/** Reading the sources of a task takes half a second, and far more on a machine that has other things to do. */
const longestStartMs = 30_000;
const mostWaiting = 20;

// A class of its own, because of `new Worker(path)` the bundler takes the file at that path into the app.
class Thread extends Worker {
  constructor(workerData: { file: string; name: string }) {
    super(join(process.cwd(), "lib", "http", "run-task.mjs"), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
  }
}

/** One thread for one task, started at the first call and kept; calls wait for each other. */
class Line {
  private worker: Worker | undefined;
  private isReady = false;
  private current: Job | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly waiting: Job[] = [];

  constructor(private readonly workerData: { file: string; name: string }) {}

  add(job: Job): void {
    if (this.waiting.length >= mostWaiting) {
      job.reject(
        new AppError("unavailable", "The server is busy. Try again in a moment.", { retryAfter: 5 }),
      );
      return;
    }
    this.waiting.push(job);
    this.next();
  }

  private next(): void {
    if (this.current || this.waiting.length === 0) return;
    this.worker ??= this.start();
    this.worker.ref();
    if (!this.isReady) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.current = job;
    this.timer = setTimeout(() => this.end(new AppError("too-large", job.refusal)), job.limitMs);
    this.worker.postMessage(job.given);
  }

  private start(): Worker {
    const worker = new Thread(this.workerData);
    this.timer = setTimeout(() => this.end(new Error("A worker thread did not start.")), longestStartMs);
    worker.on("message", (message) => {
      if (worker !== this.worker) return;
      clearTimeout(this.timer);
      this.isReady = true;
      const job = this.current;
      this.current = undefined;
      if ("error" in message) job?.reject(message.error);
      else job?.resolve(message.value);
      // An idle thread must not keep the process alive.
      worker.unref();
      this.next();
    });
    worker.on("error", (error) => {
      if (worker === this.worker) this.end(this.explain(error));
    });
    worker.on("exit", () => {
      if (worker === this.worker) this.end(new Error("A worker thread ended."));
    });
    return worker;
  }

  /** Ends the thread, and with an error the call that it was busy with, or that it was started for. */
  private end(error: unknown): void {
    clearTimeout(this.timer);
    const { worker, current = this.waiting.shift() } = this;
    this.worker = undefined;
    this.current = undefined;
    this.isReady = false;
    void worker?.terminate();
    current?.reject(error);
    this.next();
  }

  private explain(error: unknown): unknown {
    const isFull = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    return isFull && this.current ? new AppError("too-large", this.current.refusal) : error;
  }
}

// Hot reload evaluates this file again; the threads must not be doubled.
const held = globalThis as typeof globalThis & { saysoLines?: Map<string, Line> };

/**
 * Runs a task in a thread of its own, so that the server answers others meanwhile. Refuses with "too-large" what takes
 * longer than its limit or more than 256 MB; the thread is ended then, and the next call starts another. What is given
 * and what comes back is copied, so it must be plain data.
 */
export function runInWorker<Given extends unknown[], Result>(
  { file, name, refusal, limitMs = longestMs }: Task<Given, Result>,
  ...given: Given
): Promise<Result> {
  held.saysoLines ??= new Map();
  const path = resolve(process.cwd(), file);
  const key = `${path} ${name}`;
  const line = held.saysoLines.get(key) ?? new Line({ file: path, name });
  held.saysoLines.set(key, line);
  return new Promise((resolve, reject) => {
    // It is what the task's own function gave back, copied.
    line.add({ given, refusal, limitMs, resolve: (value) => resolve(value as Result), reject });
  });
}
