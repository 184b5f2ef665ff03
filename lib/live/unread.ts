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

/** Tells streams how many notifications are unread, by one query for all who are to be told. */
export class UnreadCounts {
  private readonly wanted = new Set<Member>();
  private readonly countUnread: CountUnread | null;
  private isBusy = false;

  constructor(countUnread: CountUnread | null) {
    this.countUnread = countUnread;
  }

  /** Counts for these soon. Whoever is added while that is done is counted after it, so the last number is right. */
  tellSoon(members: Iterable<Member>): void {
    if (!this.countUnread) return;
    for (const member of members) this.wanted.add(member);
    if (!this.isBusy && this.wanted.size > 0) void this.work(this.countUnread);
  }

  private async work(countUnread: CountUnread): Promise<void> {
    this.isBusy = true;
    while (this.wanted.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, delayMs).unref());
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
      }
    }
    this.isBusy = false;
  }
}
