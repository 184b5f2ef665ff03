// Plain JavaScript without dependencies, because start.mjs needs it before there are any.
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const beatMs = 2_000;
const deadAfterMs = 15_000;

/**
 * Runs `work` while no other process of this machine does. The lock is a file that its holder touches; one whose
 * process is gone, or that was not touched for 15 s (the number was given to somebody else), counts for nothing.
 *
 * @template T
 * @param {string} path
 * @param {string} waiting said once when there is somebody to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, waiting, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let said = false; !take(path); ) {
    if (isStale(path)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!said) console.log(waiting);
    said = true;
    await sleep(200);
  }
  const beat = setInterval(() => touch(path), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Somebody took it for stale; there is nothing to keep alive.
  }
}

/** @param {string} path */
function isStale(path) {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    const age = Date.now() - statSync(path).mtimeMs;
    // A file that was just made may not say yet whose it is.
    if (holder === 0) return age > beatMs;
    return holder === process.pid || age > deadAfterMs || !isAlive(holder);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
