// What lies over a page is closed by Back, which would leave the page instead. So each such thing has an entry of the
// browser's history above that of the page. An entry is never taken back when its thing is closed in another way: that
// takes the browser a moment in which the next thing may open, or the page be left. It is left to the next thing that
// opens, and Back goes through it without a stop.

/** In the state of an entry: how many entries lie between it and that of the page. */
const depthKey = "sayso:over";

/** What lies over the page, the upper last. */
const closings: (() => void)[] = [];
const hearers = new Set<() => void>();

let depth: number | null = null;
let path = "";
/** How many entries the browser had when `depth` was read: with another one the router has gone on since. */
let entries = 0;

/**
 * Something lies over the page until the returned function is called; Back calls `close`. Of several things the upper
 * is closed.
 */
export function lieOver(close: () => void): () => void {
  listen();
  closings.push(close);
  // A moment later: it takes the browser longer than drawing what has opened, which somebody waits for.
  const timer = setTimeout(makeEntries, 0);
  return () => {
    clearTimeout(timer);
    closings.splice(closings.indexOf(close), 1);
    if (closings.length === 0 && depth) window.history.scrollRestoration = "auto";
  };
}

/** Whether the page was loaded at an entry of something over it, which Back leads away from. */
export function isAboveEntry(): boolean {
  listen();
  return depthNow() > 0;
}

/** Puts another address into the entry that the page is at, which stays an entry of the same thing. */
export function replaceAddress(address: string | URL): void {
  makeEntries();
  window.history.replaceState(stateNow(), "", address);
}

/** Hears of each move within this page that has closed nothing, until the returned function is called. */
export function onMove(hear: () => void): () => void {
  listen();
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

function makeEntries(): void {
  while (depthNow() < closings.length) {
    // The text stays where the reader has it, there and back.
    window.history.scrollRestoration = "manual";
    depth = depthNow() + 1;
    window.history.pushState(stateNow(), "");
    entries = window.history.length;
  }
  if (closings.length > 0) window.history.scrollRestoration = "manual";
}

function depthNow(): number {
  const { pathname } = window.location;
  const { length, state } = window.history;
  // The router may have gone on to another page since, or to another view of this one.
  if (pathname !== path || length !== entries) [path, entries, depth] = [pathname, length, null];
  depth ??= depthOf(state);
  return depth;
}

function stateNow(): object | null {
  return depthNow() > 0 ? { [depthKey]: depthNow() } : null;
}

function depthOf(entry: unknown): number {
  const found: unknown = typeof entry === "object" && entry !== null && Reflect.get(entry, depthKey);
  return typeof found === "number" ? found : 0;
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  path = window.location.pathname;
  entries = window.history.length;
  window.addEventListener("popstate", ({ state: entry }) => {
    const isHere = window.location.pathname === path;
    // A link within the page: what is open stays, and whatever opens next goes back to here.
    if (isHere && !entry) {
      entries = window.history.length;
      window.history.replaceState(stateNow(), "", window.location.href);
      return;
    }
    const before = isHere ? depthNow() : 0;
    path = window.location.pathname;
    depth = depthOf(entry);
    if (!isHere) return;
    if (depth === 0) window.history.scrollRestoration = "auto";
    const upper = closings.at(-1);
    if (depth >= before) for (const hear of hearers) hear();
    else if (!upper) window.history.go(-depth - 1);
    else {
      upper();
      // It may only have asked whether it is to go.
      setTimeout(makeEntries, 0);
    }
  });
}

// Whoever left by a link in something over the page comes back to its entry, where nothing lies over the page any more.
if (typeof window !== "undefined") isAboveEntry();
