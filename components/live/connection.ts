import type { DiscussionChange } from "@/lib/discussion/schema";
import type { ArticleBell, Presence } from "@/lib/live/schema";
import { type Leader, startLeading } from "./stream";
import { tellUnread } from "./unread";

// One stream a browser, however many tabs: a browser allows six connections to a server, and each stream costs one
// there too. The tab that holds the lock leads: it keeps the stream for what all tabs want and tells the others.

/** "live": changes arrive by themselves. "waiting": they do not, so a reader has to ask from time to time. */
export type LiveState = "live" | "waiting";

export type Listener = {
  onBell: (bell: ArticleBell) => void;
  /** What happened, sent along just before the bell that tells of it. */
  onChange?: (change: DiscussionChange) => void;
  onPresence: (presence: Presence) => void;
  /** Something about my rights has changed. */
  onAccess: () => void;
  onState: (state: LiveState) => void;
};

/** What the tabs of a browser tell each other. */
export type Message =
  | { kind: "want"; tab: string; articles: string[]; isForNews: boolean }
  | { kind: "who" }
  | { kind: "bell"; bell: ArticleBell }
  | { kind: "change"; change: DiscussionChange }
  | { kind: "presence"; presence: Presence }
  | { kind: "access" }
  | { kind: "notified"; unread: number }
  | { kind: "state"; state: LiveState };

/** Hears what happens in an article until the returned function is called. */
export function followArticle(articleId: string, listener: Listener): () => void {
  hub ??= openHub();
  return hub.follow(articleId, listener);
}

/**
 * Keeps a stream open for this person's notifications alone, until the returned function is called. What comes is
 * told as everywhere, by unread.ts.
 */
export function followNotifications(onState: Listener["onState"]): () => void {
  hub ??= openHub();
  const nothing = () => undefined;
  return hub.follow(null, { onBell: nothing, onPresence: nothing, onAccess: nothing, onState });
}

/** How often a tab says that it still wants its articles. */
const wantMs = 20_000;

type Hub = { follow: (articleId: string | null, listener: Listener) => () => void };

let hub: Hub | null = null;

function openHub(): Hub {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel("sayso-live");
  const listeners = new Map<Listener, string | null>();
  let state: LiveState = "waiting";
  let leader: Leader | null = null;

  function hear(message: Message): void {
    if (message.kind === "state") state = message.state;
    if (message.kind === "notified") tellUnread(message.unread);
    for (const [listener, articleId] of listeners) tell(listener, articleId, message);
  }
  function want(): void {
    const wanted = new Set(listeners.values());
    const articles = [...wanted].filter((id) => id !== null);
    const isForNews = wanted.has(null);
    channel.postMessage({ kind: "want", tab, articles, isForNews } satisfies Message);
    leader?.want(tab, articles, isForNews);
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "who") want();
    else if (data.kind === "want") leader?.want(data.tab, data.articles, data.isForNews);
    else hear(data);
  };
  const stayAlive = setInterval(want, wantMs);
  window.addEventListener("pagehide", () => {
    clearInterval(stayAlive);
    channel.postMessage({ kind: "want", tab, articles: [], isForNews: false } satisfies Message);
  });

  const lead = () => {
    leader = startLeading((message) => {
      channel.postMessage(message);
      hear(message);
    });
    channel.postMessage({ kind: "who" } satisfies Message);
    want();
  };
  // Only a secure page has locks; without them each tab leads itself.
  if (navigator.locks) {
    navigator.locks.request(
      "sayso-live",
      () =>
        new Promise(() => {
          lead();
        }),
    );
  } else {
    channel.onmessage = null;
    lead();
  }

  return {
    follow(articleId, listener) {
      listeners.set(listener, articleId);
      listener.onState(state);
      want();
      return () => {
        listeners.delete(listener);
        want();
      };
    },
  };
}

function tell(listener: Listener, articleId: string | null, message: Message): void {
  if (message.kind === "state") listener.onState(message.state);
  if (message.kind === "access") listener.onAccess();
  if (message.kind === "bell" && message.bell.articleId === articleId) listener.onBell(message.bell);
  if (message.kind === "change" && message.change.articleId === articleId)
    listener.onChange?.(message.change);
  if (message.kind === "presence" && message.presence.articleId === articleId) {
    listener.onPresence(message.presence);
  }
}
