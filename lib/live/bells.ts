import "server-only";
import { log } from "@/lib/log";
import { type EventSpan, type ReadShared, readChange } from "./change";
import type { Member } from "./hub";
import type { ArticleBell } from "./schema";

/** How far an article's streams have been told, how far they are to be, and whether that is being done. */
type Told = { number: number; wanted: number; isBusy: boolean };

/**
 * Rings for the streams of an article, and sends along what happened when all may know it, so that a hundred readers
 * need not ask for it at once. One article's bells go out in order; what rings while one is prepared goes with the next.
 */
export class Bells {
  private readonly told = new Map<string, Told>();
  private readonly readShared: ReadShared | null;
  private readonly membersOf: (articleId: string) => ReadonlySet<Member>;

  constructor(readShared: ReadShared | null, membersOf: (articleId: string) => ReadonlySet<Member>) {
    this.readShared = readShared;
    this.membersOf = membersOf;
  }

  /** Tells the article's streams that it has changed up to this number. */
  ring({ articleId, number }: ArticleBell): void {
    const { readShared } = this;
    if (!readShared) {
      this.tell({ articleId, number });
      return;
    }
    const told = this.told.get(articleId) ?? { number: number - 1, wanted: 0, isBusy: false };
    this.told.set(articleId, told);
    told.wanted = Math.max(told.wanted, number);
    if (!told.isBusy) void this.work(articleId, told, readShared);
  }

  /** Nobody follows the article any more. */
  forget(articleId: string): void {
    this.told.delete(articleId);
  }

  private tell(bell: ArticleBell): void {
    for (const member of [...this.membersOf(bell.articleId)]) member.onArticle(bell);
  }

  private async work(articleId: string, told: Told, readShared: ReadShared): Promise<void> {
    told.isBusy = true;
    try {
      while (told.wanted > told.number) {
        const { number: since, wanted: number } = told;
        told.number = number;
        await this.sendAlong({ articleId, since, number }, readShared);
        this.tell({ articleId, number });
      }
    } finally {
      told.isBusy = false;
    }
  }

  /** The bell rings whatever happens here: whoever was sent nothing asks. */
  private async sendAlong(span: EventSpan, readShared: ReadShared): Promise<void> {
    try {
      const asked = [...this.membersOf(span.articleId)];
      const sessionIds = [...new Set(asked.map((one) => one.sessionId))];
      const change = await readChange(span, sessionIds, readShared);
      if (!change) return;
      for (const member of asked)
        if (change.sessionIds.has(member.sessionId)) member.onChange(span, change.text);
        else member.onAccess();
    } catch (error) {
      log().warn({ err: error }, "live: the database did not answer");
    }
  }
}
