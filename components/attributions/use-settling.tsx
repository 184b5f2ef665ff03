"use client";

import { type ReactNode, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { attempt } from "@/components/outbox/attempt";
import { Button } from "@/components/ui/button";
import { Conflict } from "@/components/ui/conflict";
import { useHandOn } from "@/components/ui/use-hand-on";
import { type AttributionView, attributionView } from "@/lib/attributions/schema";
import { nameOf } from "@/lib/discussion/name-of";
import { CallError } from "@/lib/http/client";
import { AttributionLine } from "./attribution-line";

/** Settling on one of the attributions of a passage: begins with its form, which is null until then. */
export function useSettling(
  attribution: AttributionView,
  passageId: string,
): { form: ReactNode; begin: () => void } {
  const { attributing } = useRoom();
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const leave = () => {
    setOpen(false);
    setChanged(false);
  };
  async function settle(why: string | null): Promise<void> {
    const settling = attributing.settle(passageId, attribution, why);
    try {
      await settling;
      leave();
    } catch (error) {
      // By now the row says what its author has made of it.
      if (error instanceof CallError && attributionView.safeParse(error.details).success) setChanged(true);
      else await attempt(settling);
    }
  }
  const form = isOpen && (
    <SettleForm changed={isChanged ? attribution : null} onLeave={leave} onSettle={settle} />
  );
  return { form: form || null, begin: () => setOpen(true) };
}

type Props = {
  /** What became of it since the editor looked. */
  changed: AttributionView | null;
  onSettle: (why: string | null) => Promise<void>;
  onLeave: () => void;
};

function SettleForm({ changed, onSettle, onLeave }: Props) {
  const { article, surroundings, voices } = useRoom();
  const { viewer, people } = surroundings;
  const [why, setWhy] = useState("");
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useHandOn(form);
  const settle = () => {
    setBusy(true);
    void onSettle(why.trim() || null).finally(() => setBusy(false));
  };
  return (
    <form
      ref={form}
      className="mt-1 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <label className="flex flex-col gap-1 text-label">
        Why (if you like)
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a press, to begin here
          autoFocus
          className="min-h-9 pointer-coarse:min-h-11 rounded-md border border-control bg-card px-2.5 text-card text-ink max-phone:text-body"
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </label>
      {changed && (
        <Conflict
          by={changed.by === viewer.userId ? null : nameOf(people, changed.by)}
          at={changed.changedAt}
          did={
            <>
              changed this to <AttributionLine attribution={changed} text={article.text} voices={voices} />
            </>
          }
          isBusy={isBusy}
          onKeep={settle}
          onTake={onLeave}
          words={{ keep: "Settle on that", take: "Leave it open" }}
        />
      )}
      <span className="flex gap-2">
        <Button type="submit" size="small" look="primary" busy={isBusy}>
          Settle
        </Button>
        <Button size="small" look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
