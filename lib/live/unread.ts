import "server-only";
import { log } from "@/lib/log";
import type { Member } from "./hub";

/**
 * Counts what is unread for whoever has each of these sessions; sessions that have ended are left out. Given by whoever
 * knows of notifications, for streams know nothing of them.
 */
export type CountUnread = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** A number beside a bell is not urgent, and one comment may concern a hundred readers: they are counted together. */
const delayMs = 150;
/** After a failure the database gets a rest. */
const retryMs = 5_000;

/** Tells streams how many notifications are unread, by one query for all who are to be told. */
export class UnreadCounts {
  private readonly wanted = new Set<Member>();
  private readonly countUnread: CountUnread | null;
  private readonly isIn: (member: Member) => boolean;
  private isBusy = false;

  /** `isIn` says whether a stream is still open: for others nothing is tried again. */
  constructor(countUnread: CountUnread | null, isIn: (member: Member) => boolean) {
    this.countUnread = countUnread;
    this.isIn = isIn;
  }

  /** Counts for these soon. Whoever is added while that is done is counted after it, so the last number is right. */
  tellSoon(members: Iterable<Member>): void {
    if (!this.countUnread) return;
    for (const member of members) this.wanted.add(member);
    if (!this.isBusy && this.wanted.size > 0) void this.work(this.countUnread);
  }

  private async work(countUnread: CountUnread): Promise<void> {
    this.isBusy = true;
    let waitMs = delayMs;
    while (this.wanted.size > 0) {
      await wait(waitMs);
      waitMs = delayMs;
      const asked = [...this.wanted];
      this.wanted.clear();
      try {
        const counts = await countUnread([...new Set(asked.map((one) => one.sessionId))]);
        for (const member of asked) {
          const unread = counts.get(member.sessionId);
          if (unread !== undefined) member.onNotified(unread);
        }
      } catch (error) {
        log().warn({ err: error }, "live: unread could not be counted");
        for (const member of asked) if (this.isIn(member)) this.wanted.add(member);
        waitMs = retryMs;
      }
    }
    this.isBusy = false;
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
