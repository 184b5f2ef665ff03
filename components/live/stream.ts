import type { DiscussionChange } from "@/lib/discussion/schema";
import { type ArticleBell, mostWatched, type NotifiedBell, type Presence } from "@/lib/live/schema";
import type { LiveState, Message } from "./connection";

/** A tab in the background may be slowed to a word a minute; one that is silent for longer is gone. */
const goneMs = 150_000;
const firstDelayMs = 1_000;
const longestDelayMs = 30_000;

export type Leader = { want: (tab: string, articles: string[], isForNews: boolean) => void };

/** Keeps one stream for everything that the tabs want, and opens it again, later and later, whenever it ends. */
export function startLeading(send: (message: Message) => void): Leader {
  const wanted = new Map<string, { articles: string[]; at: number }>();
  const last = new Map<string, { bell?: ArticleBell; presence?: Presence }>();
  let stream: EventSource | null = null;
  let open: string | null = null;
  let delay = firstDelayMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: LiveState = "waiting";

  function setState(next: LiveState): void {
    state = next;
    send({ kind: "state", state });
  }

  /** The articles of all tabs; null when no tab wants anything, not even its person's notifications. */
  function union(): string | null {
    const now = Date.now();
    for (const [tab, { at }] of wanted) if (now - at > goneMs) wanted.delete(tab);
    if (wanted.size === 0) return null;
    // More than a stream may watch: those asked for last; the other tabs ask from time to time.
    const latest = [...wanted.values()].sort((a, b) => b.at - a.at).flatMap((one) => one.articles);
    return [...new Set(latest)].slice(0, mostWatched).sort().join(" ");
  }

  function close(): void {
    clearTimeout(timer);
    stream?.close();
    stream = null;
    open = null;
  }

  function connect(): void {
    close();
    open = union();
    if (open === null) return;
    const address = new URLSearchParams(open.split(" ").flatMap((id) => (id ? [["article", id]] : [])));
    const source = new EventSource(`/api/live?${address}`);
    stream = source;
    source.onopen = () => {
      delay = firstDelayMs;
      setState("live");
    };
    source.onerror = () => retry();
    source.addEventListener("article", ({ data }: MessageEvent<string>) => {
      const bell = JSON.parse(data) as ArticleBell;
      last.set(bell.articleId, { ...last.get(bell.articleId), bell });
      send({ kind: "bell", bell });
    });
    source.addEventListener("change", ({ data }: MessageEvent<string>) => {
      send({ kind: "change", change: JSON.parse(data) as DiscussionChange });
    });
    source.addEventListener("presence", ({ data }: MessageEvent<string>) => {
      const presence = JSON.parse(data) as Presence;
      last.set(presence.articleId, { ...last.get(presence.articleId), presence });
      send({ kind: "presence", presence });
    });
    source.addEventListener("notified", ({ data }: MessageEvent<string>) => {
      send({ kind: "notified", ...(JSON.parse(data) as NotifiedBell) });
    });
    source.addEventListener("access", () => send({ kind: "access" }));
  }

  function retry(): void {
    close();
    if (state === "live") setState("waiting");
    // Spread out, so that a server that comes back is not met by everybody at once.
    timer = setTimeout(connect, delay * (0.5 + Math.random()));
    delay = Math.min(delay * 2, longestDelayMs);
  }

  window.addEventListener("online", () => {
    delay = firstDelayMs;
    if (union() !== null) connect();
  });
  window.addEventListener("offline", () => retry());

  return {
    want(tab, articles, isForNews) {
      if (articles.length > 0 || isForNews) wanted.set(tab, { articles, at: Date.now() });
      else wanted.delete(tab);
      const next = union();
      const isKnown = stream !== null && articles.every((id) => open?.split(" ").includes(id));
      if (next === null) close();
      else if (!isKnown && next !== open) connect();
      else repeat(articles);
    },
  };

  /** A tab that came later gets what the others were told before. */
  function repeat(articles: string[]): void {
    send({ kind: "state", state });
    for (const id of articles) {
      const { bell, presence } = last.get(id) ?? {};
      if (bell) send({ kind: "bell", bell });
      if (presence) send({ kind: "presence", presence });
    }
  }
}
