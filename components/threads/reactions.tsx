"use client";

import { SmilePlus } from "lucide-react";
import { Popover as Parts } from "radix-ui";
import { startTransition, useOptimistic, useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { Popover } from "@/components/ui/popover";
import { type ReactionEmoji, reactions } from "@/lib/threads/reactions";
import type { CommentView } from "@/lib/threads/schema";
import type { ThreadActions } from "./thread-actions";

type Tally = CommentView["reactions"];

/** The tally with this person's reaction added, or taken back when it was there. */
function toggled(tally: Tally, emoji: ReactionEmoji, me: string): Tally {
  const by = tally.find((one) => one.emoji === emoji)?.by ?? [];
  const next = by.includes(me) ? by.filter((id) => id !== me) : [...by, me];
  return reactions.flatMap((kind) => {
    const of = kind.emoji === emoji ? next : (tally.find((one) => one.emoji === kind.emoji)?.by ?? []);
    return of.length > 0 ? [{ emoji: kind.emoji, by: of }] : [];
  });
}

/** The tally as the person sees it, and the way to change it: at once on the screen, then on the server. */
export function useReactions(
  comment: CommentView,
  viewerId: string,
  actions: Pick<ThreadActions, "react" | "unreact">,
) {
  const [tally, setTally] = useOptimistic(comment.reactions, (now, emoji: ReactionEmoji) =>
    toggled(now, emoji, viewerId),
  );
  function toggle(emoji: ReactionEmoji) {
    const isMine = tally.some((one) => one.emoji === emoji && one.by.includes(viewerId));
    startTransition(async () => {
      setTally(emoji);
      await attempt(isMine ? actions.unreact(comment.id, emoji) : actions.react(comment.id, emoji));
    });
  }
  return { tally, toggle };
}

type TallyProps = {
  tally: Tally;
  viewerId: string;
  canReact: boolean;
  nameOf: (id: string) => string;
  onToggle: (emoji: ReactionEmoji) => void;
};

/** Who reacted how; the person's own reactions are marked. */
export function ReactionTally({ tally, viewerId, canReact, nameOf, onToggle }: TallyProps) {
  if (tally.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1">
      {tally.map(({ emoji, by }) => {
        const said = `${nameOfReaction(emoji)}: ${by.map(nameOf).join(", ")}`;
        return (
          <button
            key={emoji}
            type="button"
            disabled={!canReact}
            aria-pressed={by.includes(viewerId)}
            aria-label={said}
            title={said}
            className="flex min-h-7 items-center gap-1 rounded-full border border-hairline px-2 text-label text-ink hover:bg-sunk disabled:opacity-100 aria-pressed:border-link aria-pressed:bg-note-tint aria-pressed:font-semibold pointer-coarse:min-h-11 pointer-coarse:px-3"
            onClick={() => onToggle(emoji)}
          >
            <span aria-hidden>{emoji}</span>
            <span aria-hidden>{by.length}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The reactions to choose from. */
export function ReactButton({ onPick }: { onPick: (emoji: ReactionEmoji) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Parts.Trigger
        aria-label="React"
        title="React"
        className="flex size-7 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink data-[state=open]:bg-sunk pointer-coarse:size-11"
      >
        <SmilePlus aria-hidden className="size-4" />
      </Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          aria-label="Reactions"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 grid animate-appear grid-cols-4 gap-1 rounded-md border border-hairline bg-card p-2 shadow-float"
        >
          {reactions.map(({ emoji, name }) => (
            <button
              key={emoji}
              type="button"
              aria-label={name}
              title={name}
              className="flex size-10 items-center justify-center rounded-md text-body hover:bg-sunk pointer-coarse:size-11"
              onClick={() => {
                setOpen(false);
                onPick(emoji);
              }}
            >
              {emoji}
            </button>
          ))}
        </Parts.Content>
      </Parts.Portal>
    </Popover>
  );
}

function nameOfReaction(emoji: ReactionEmoji): string {
  return reactions.find((one) => one.emoji === emoji)?.name ?? emoji;
}
