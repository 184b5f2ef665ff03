import { type ChildProcess, spawn } from "node:child_process";

// What a start shows: one line a step, with its time.

/** A step that takes longer than this is named before it ends, so that nobody takes the wait for a standstill. */
const patienceMs = 2_000;

/** Runs one step and prints its name, what `work` says about it, and how long it took. */
export async function step(name: string, work: () => Promise<string>): Promise<void> {
  const begin = performance.now();
  const notice = setTimeout(() => console.log(`  ${name.padEnd(13)} …`), patienceMs);
  const said = await work().finally(() => clearTimeout(notice));
  sayStep(name, said, (performance.now() - begin) / 1000);
}

/** The line of a step that is done. */
export function sayStep(name: string, said: string, seconds: number): void {
  console.log(`  ${name.padEnd(13)} ${said.padEnd(60)} ${seconds.toFixed(1).padStart(6)} s`);
}

const children = new Set<ChildProcess>();

type Program = {
  args: readonly string[];
  env?: Record<string, string>;
  /** Shown as it comes, or kept and shown only when the program fails. */
  show?: "always" | "on-failure";
};

/** Runs a program of Node (a script, or a package's command) to its end. Resolves with its exit code and what it printed. */
export function runNode({
  args,
  env = {},
  show = "always",
}: Program): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", show === "always" ? "inherit" : "pipe", show === "always" ? "inherit" : "pipe"],
  });
  children.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      children.delete(child);
      if (code !== 0 && show === "on-failure") console.error(output.trimEnd());
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Asks the programs that are still running to end. */
export function endPrograms(): void {
  for (const child of children) child.kill("SIGTERM");
}

/** A failure that is told in one sentence, without a stack. */
export class StartError extends Error {
  override name = "StartError";
}
