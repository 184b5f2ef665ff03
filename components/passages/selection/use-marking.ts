"use client";

import type { HeldDiscussion } from "@/components/discussion/use-discussion";
import type { Undoing } from "@/components/discussion/use-undo";
import { attempt } from "@/components/outbox/attempt";
import { copyText } from "@/components/ui/copy-button";
import { CallError, call } from "@/lib/http/client";
import {
  deletePassage,
  type PassageView,
  passageView,
  readPassage,
  reselectPassage,
  restorePassage,
} from "@/lib/passages/schema";
import type { Span } from "@/lib/text/offsets";
import { wordsAddress } from "@/lib/text/words-fragment";

type Given = {
  text: string;
  held: Pick<HeldDiscussion, "merge" | "ask">;
  undoing: Undoing;
};

/** What can be done to a passage that is stored: select other words for it, delete it, bring it back. */
export function useMarking({ text, held, undoing }: Given) {
  const { merge, ask } = held;

  async function select(passage: PassageView, { start, end }: Span): Promise<PassageView> {
    const exact = text.slice(start, end);
    merge({ passages: [{ ...passage, start, end, exact }] });
    try {
      const body = { start, end, exact, version: passage.version };
      const stored = await call(reselectPassage, { params: { passageId: passage.id }, body });
      merge({ passages: [stored] });
      return stored;
    } catch (error) {
      const winner = error instanceof CallError ? passageView.safeParse(error.details).data : undefined;
      merge({ passages: [winner ?? passage] });
      throw error;
    }
  }

  async function reselect(passage: PassageView, span: Span): Promise<void> {
    if (span.start === passage.start && span.end === passage.end) return;
    const key = `selected ${passage.id} ${passage.version}`;
    const selecting = select(passage, span);
    undoing.note(key, async () => select(await selecting, passage), selecting);
    if (await attempt(selecting)) undoing.tell("Other words selected", key);
  }

  async function bringBack(id: string, then?: () => void): Promise<void> {
    merge({ passages: [await call(restorePassage, { params: { passageId: id } })] });
    // Its threads come back with it.
    ask(then);
  }

  /** Without a note: what undid a mark is not itself undone by the same key, which would go back and forth. */
  async function take(id: string, { bare }: { bare?: "yes" } = {}): Promise<void> {
    const { number } = await call(deletePassage, { params: { passageId: id }, query: bare ? { bare } : {} });
    merge({ removed: { passages: [id], attributions: [], number } });
  }

  async function remove(id: string): Promise<void> {
    const taking = take(id);
    undoing.note(`deleted ${id}`, () => bringBack(id), taking);
    if (await attempt(taking)) undoing.tell("Passage deleted", `deleted ${id}`);
  }

  /** Reading goes on whether or not this arrives; the next visit would say it again. */
  async function markRead(passageId: string, number: number): Promise<void> {
    const read = call(readPassage, { params: { passageId }, body: { number } });
    await read.then((readCard) => merge({ readCard })).catch(() => {});
  }

  async function restore(id: string): Promise<boolean> {
    let tell = () => {};
    const whole = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const isBack = await attempt(bringBack(id, tell));
    if (!isBack) return false;
    undoing.broughtBack(`deleted ${id}`);
    await whole;
    return true;
  }

  return { reselect, remove, restore, unmark: (id: string) => take(id, { bare: "yes" }), markRead };
}

/** Puts a link on the clipboard that opens the article at these words, without marking them. */
export function copyWordsLink(text: string, span: Span): Promise<void> {
  const address = new URL(wordsAddress(text, span), window.location.href);
  return copyText(address.href, "Link to these words copied");
}
