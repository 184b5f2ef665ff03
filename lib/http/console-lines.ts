import { format } from "node:util";

const levels = { error: 50, warn: 40 } as const;

/** What a library prints about a fault, as one line of JSON in the form that our own log has. */
export function consoleLine(kind: keyof typeof levels, given: readonly unknown[], now: number): string {
  const error = given.find((one) => one instanceof Error);
  const err = error ? { type: error.name, message: error.message, stack: error.stack } : undefined;
  return JSON.stringify({ level: levels[kind], time: now, msg: format(...given), ...(err ? { err } : {}) });
}

/** Has everything that libraries print as an error or a warning come as one line each, on stdout with the rest. */
export function printConsoleAsLines(): void {
  for (const kind of ["error", "warn"] as const) {
    console[kind] = (...given: unknown[]) => {
      process.stdout.write(`${consoleLine(kind, given, Date.now())}\n`);
    };
  }
}
