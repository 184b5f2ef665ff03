// What is half written is kept in this browser's storage, which all its windows share. Without storage (private mode,
// full disk) it lives as long as the page.

type Shelf = {
  get: (key: string) => string | null;
  /** False when the browser did not take it. */
  put: (key: string, text: string | null) => boolean;
};

const browserShelf: Shelf = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  put(key, text) {
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  },
};

/** What lies under `key` now. */
export const getKept = browserShelf.get;

/** All that lies under names that begin in one of these ways, by their names. */
export function getAllKept(...prefixes: readonly string[]): [key: string, text: string][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => prefixes.some((prefix) => key.startsWith(prefix)))
      .map((key) => [key, localStorage.getItem(key) ?? ""]);
  } catch {
    return [];
  }
}

const hearers = new Set<() => void>();

/** Puts it there, whoever has written what lies there now; null takes it away. False when the browser did not take it. */
export function putKept(key: string, text: string | null): boolean {
  const isTaken = browserShelf.put(key, text);
  for (const hear of hearers) hear();
  return isTaken;
}

/** Hears that something was kept or taken away, in this window or another, until the returned function is called. */
export function onKept(hear: () => void): () => void {
  hearers.add(hear);
  window.addEventListener("storage", hear);
  return () => {
    hearers.delete(hear);
    window.removeEventListener("storage", hear);
  };
}

/** What a person has thrown away: what lay under this name. */
type ThrownAway = { key: string; text: string };

type BackHearer = { key: string; hear: () => void; store: () => void };

const throwHearers = new Set<(thrown: ThrownAway) => void>();
const backHearers = new Set<BackHearer>();

/** A person throws away what lies there, whoever wrote it. Whoever hears of it can offer to bring it back. */
export function throwAway(key: string): void {
  const text = getKept(key);
  putKept(key, null);
  if (text !== null) tellThrownAway({ key, text });
}

function tellThrownAway(thrown: ThrownAway): void {
  for (const hear of throwHearers) hear(thrown);
}

/** Hears of what is thrown away in this window, until the returned function is called. */
export function onThrownAway(hear: (thrown: ThrownAway) => void): () => void {
  throwHearers.add(hear);
  return () => void throwHearers.delete(hear);
}

/** Puts back what was thrown away. False where something else has been written there since, which stays. */
export function bringBack({ key, text }: ThrownAway): boolean {
  const here = [...backHearers].filter((one) => one.key === key);
  for (const { store } of here) store();
  const there = getKept(key);
  if (there !== null && there !== text) return false;
  putKept(key, text);
  for (const { hear } of here) hear();
  return true;
}

/**
 * Hears that what was thrown away under `key` is back, until the returned function is called. Before that `store` puts
 * there what is written in its place and waits to be kept.
 */
export function onBroughtBack(key: string, hear: () => void, store: () => void = () => {}): () => void {
  const hearer = { key, hear, store };
  backHearers.add(hearer);
  return () => void backHearers.delete(hearer);
}

/** What another window has done to the storage. */
type Change = Pick<StorageEvent, "key" | "oldValue" | "newValue">;

export type Hold = {
  /** What lies there. It is this window's to throw away now, as what it writes is. */
  find: () => string | null;
  /** Keeps it in the place of whatever lies there; null is `release`. False when the browser did not take it. */
  write: (text: string | null) => boolean;
  /** It was stored on the server or given up: takes it away, unless another window has written there since. */
  release: () => void;
  /** The same, by a person who may want it back. */
  throwAway: () => void;
  /** To be told what other windows do. */
  heed: (change: Change) => void;
};

/**
 * One window's hold on a place where something half written is kept. Two windows may write in one place, and the last
 * to write is what lies there; but neither throws away what the other has written, and when the one that lies there is
 * done with, the other takes its place.
 */
export function holdKept(key: string, { get, put }: Shelf = { get: getKept, put: putKept }): Hold {
  // What this window found or wrote last.
  let ours: string | null = null;
  let isWritten = false;

  function release(): void {
    if (ours !== null && get(key) === ours) put(key, null);
    ours = null;
    isWritten = false;
  }
  return {
    find() {
      ours = get(key);
      return ours;
    },
    write(text) {
      if (text === null) release();
      else [ours, isWritten] = [text, true];
      return text === null || put(key, text);
    },
    release,
    throwAway() {
      const text = ours !== null && get(key) === ours ? ours : null;
      release();
      if (text !== null) tellThrownAway({ key, text });
    },
    heed(change) {
      if (change.key !== key || change.newValue !== null || !isWritten) return;
      // Ours was taken away by somebody who had it before their eyes.
      if (change.oldValue === ours) [ours, isWritten] = [null, false];
      else put(key, ours);
    },
  };
}
