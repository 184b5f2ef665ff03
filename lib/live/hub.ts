import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { accessChannel } from "./access";
import { Bells } from "./bells";
import type { EventSpan, ReadShared } from "./change";
import { articleChannel } from "./events";
import { type OpenChannels, startListening } from "./listen";
import { notifiedChannel } from "./notified";
import {
  enterPresence,
  leavePresence,
  presenceChannel,
  type Reader,
  readPresence,
  sweepPresence,
  touchPresence,
} from "./presence";
import { readNumbers } from "./queries";
import { type ArticleBell, articleBell, type Presence } from "./schema";
import { type CountUnread, UnreadCounts } from "./unread";

/** What the hub knows of an open stream. */
export type Member = Reader & {
  /** Client address, as far as one person holds it. */
  address: string;
  sessionId: string;
  onArticle: (bell: ArticleBell) => void;
  /** What happened in the span, as JSON; called before the bell of its number. */
  onChange: (span: EventSpan, text: string) => void;
  onPresence: (presence: Presence) => void;
  /** The rights of this person may have changed. */
  onAccess: () => void;
  /** How many of this person's notifications are unread now. */
  onNotified: (unread: number) => void;
  onHeartbeat: () => void;
};

/** What streams are told beyond that something happened; without it they only ring. */
export type Reads = { readShared?: ReadShared; countUnread?: CountUnread };

/** How many streams one process keeps open (reliability.md C-7). */
export const caps = { user: 5, address: 20, all: 1_000 };

const heartbeatMs = 20_000;
/** Rights are looked at again at least this often, a few streams every second. */
const recheckMs = 30_000;
const recheckSlots = 30;
const presenceDelayMs = 150;
const firstGreetMs = 500;

const noMembers: ReadonlySet<Member> = new Set();

const presenceBell = z.object({ articleId: z.string() });
/** Of somebody's rights or notifications. */
const personBell = z.object({ userId: z.string() });

/** All open streams of this process: hears the database's bells once and passes each to the streams it is for. */
export class Hub {
  private readonly members = new Map<Member, number>();
  private readonly byArticle = new Map<string, Set<Member>>();
  private readonly changedPresence = new Set<string>();
  private readonly timers: NodeJS.Timeout[] = [];
  private presenceTimer: NodeJS.Timeout | undefined;
  private listener: OpenChannels | undefined;
  private joined = 0;
  private slot = 0;
  private readonly url: string;
  private readonly bells: Bells;
  private readonly unread: UnreadCounts;

  constructor(url: string, { readShared, countUnread }: Reads = {}) {
    this.url = url;
    this.unread = new UnreadCounts(countUnread ?? null, (member) => this.members.has(member));
    this.bells = new Bells(readShared ?? null, (articleId) => this.byArticle.get(articleId) ?? noMembers);
  }

  /** How many streams are open. */
  get size(): number {
    return this.members.size;
  }

  /** Resolves when bells are heard. */
  async ready(): Promise<void> {
    await this.listener?.ready();
  }

  /** Takes a stream in, or refuses it with 503 when there are too many; the page then asks now and then. */
  join(member: Member): void {
    const all = [...this.members.keys()];
    const isFull =
      all.length >= caps.all ||
      all.filter((one) => one.userId === member.userId).length >= caps.user ||
      all.filter((one) => one.address === member.address).length >= caps.address;
    if (isFull) {
      throw new AppError(
        "unavailable",
        "Too many live connections are open. Close a tab that you do not need.",
        {
          retryAfter: 30,
        },
      );
    }
    this.start();
    this.members.set(member, this.joined++ % recheckSlots);
    for (const articleId of member.articleIds) {
      const watchers = this.byArticle.get(articleId) ?? new Set();
      this.byArticle.set(articleId, watchers.add(member));
    }
  }

  /**
   * Tells a new stream where its articles stand, and everybody that a reader came. Called after join, so nothing
   * that happens in between is missed. While the database does not answer it is tried again, for as long as the
   * stream is open.
   */
  async greet(member: Member): Promise<void> {
    for (let wait = firstGreetMs; ; wait = Math.min(2 * wait, heartbeatMs)) {
      try {
        return await this.greetOnce(member);
      } catch (error) {
        if (!this.members.has(member)) return;
        log().warn({ err: error }, "live: could not greet, trying again");
        // Spread out: many come at once when they could not be greeted.
        await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())).unref());
        if (!this.members.has(member)) return;
      }
    }
  }

  private async greetOnce(member: Member): Promise<void> {
    this.unread.tellSoon([member]);
    for (const bell of await readNumbers(member.articleIds)) member.onArticle(bell);
    await enterPresence(member);
    await this.forgetGone([member]);
    for (const presence of (await readPresence(member.articleIds)).values()) member.onPresence(presence);
  }

  /** Lets a stream go. Doing it twice is doing it once. */
  leave(member: Member): void {
    if (!this.members.delete(member)) return;
    for (const articleId of member.articleIds) {
      const watchers = this.byArticle.get(articleId);
      watchers?.delete(member);
      if (watchers?.size !== 0) continue;
      this.byArticle.delete(articleId);
      this.bells.forget(articleId);
    }
    quietly(leavePresence(member));
  }

  /** Ends the listening connection and the timers; for tests and scripts. */
  async close(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    clearTimeout(this.presenceTimer);
    const listener = this.listener;
    this.listener = undefined;
    await listener?.close();
  }

  private start(): void {
    if (this.listener) return;
    this.listener = startListening({
      url: this.url,
      channels: [articleChannel, accessChannel, notifiedChannel, presenceChannel],
      onBell: (channel, payload) => this.hear(channel, payload),
      onListening: () => quietly(this.catchUp()),
    });
    this.timers.push(
      setInterval(() => quietly(this.beat()), heartbeatMs).unref(),
      setInterval(() => this.recheckSome(), recheckMs / recheckSlots).unref(),
    );
  }

  private hear(channel: string, payload: string): void {
    const data = parseJson(payload);
    if (channel === articleChannel) {
      const bell = articleBell.safeParse(data).data;
      if (bell && this.byArticle.has(bell.articleId)) this.bells.ring(bell);
    } else if (channel === accessChannel || channel === notifiedChannel) {
      const userId = personBell.safeParse(data).data?.userId;
      const theirs = [...this.members.keys()].filter((member) => member.userId === userId);
      if (channel === notifiedChannel) this.unread.tellSoon(theirs);
      else for (const member of theirs) member.onAccess();
    } else {
      const articleId = presenceBell.safeParse(data).data?.articleId ?? "";
      if (this.byArticle.has(articleId)) this.showPresenceSoon([articleId]);
    }
  }

  /** After a gap in listening: asks once for all that may have rung meanwhile. */
  private async catchUp(): Promise<void> {
    for (const member of [...this.members.keys()]) member.onAccess();
    this.unread.tellSoon(this.members.keys());
    this.showPresenceSoon(this.byArticle.keys());
    for (const bell of await readNumbers([...this.byArticle.keys()])) {
      for (const member of this.byArticle.get(bell.articleId) ?? []) member.onArticle(bell);
    }
  }

  private recheckSome(): void {
    this.slot = (this.slot + 1) % recheckSlots;
    for (const [member, slot] of [...this.members]) if (slot === this.slot) member.onAccess();
  }

  private async beat(): Promise<void> {
    for (const member of [...this.members.keys()]) member.onHeartbeat();
    this.showPresenceSoon(this.byArticle.keys());
    const here = [...this.members.keys()];
    await touchPresence(here);
    await this.forgetGone(here);
    await sweepPresence();
  }

  /** Whoever left while their row was being written must not be shown as a reader for another minute. */
  private async forgetGone(written: Member[]): Promise<void> {
    for (const member of written) if (!this.members.has(member)) await leavePresence(member);
  }

  /** Many may come at once (a class opens the article): they are shown together, read by one query. */
  private showPresenceSoon(articleIds: Iterable<string>): void {
    for (const articleId of articleIds) this.changedPresence.add(articleId);
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = undefined;
      const changed = [...this.changedPresence];
      this.changedPresence.clear();
      quietly(this.showPresence(changed));
    }, presenceDelayMs).unref();
  }

  private async showPresence(articleIds: string[]): Promise<void> {
    if (articleIds.length === 0) return;
    for (const presence of (await readPresence(articleIds)).values()) {
      for (const member of this.byArticle.get(presence.articleId) ?? []) member.onPresence(presence);
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The database may be away: streams stay open, and the listener's return repeats what was missed. */
function quietly(work: Promise<unknown>): void {
  work.catch((error: unknown) => log().warn({ err: error }, "live: the database did not answer"));
}
