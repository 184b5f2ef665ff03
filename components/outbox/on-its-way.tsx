"use client";

import type { ReactNode } from "react";
import { useRoom } from "@/components/discussion/room";
import { classNames } from "@/components/ui/class-names";
import type { Saying } from "@/lib/discussion/outbox";
import { OutboxActions } from "./outbox-actions";

type Props = {
  saying: Saying;
  /** What it is: "Your verdict". */
  label: string;
  /** What Copy puts on the clipboard. */
  copy: string;
  onChange?: (() => void) | undefined;
  children: ReactNode;
};

/** Something I said of a passage that the server does not have yet: what it is, why it is still here, what can be done. */
export function OnItsWay({ saying, label, copy, onChange, children }: Props) {
  const { outbox } = useRoom().surroundings;
  const { id, state, message } = saying;
  const isFailed = state === "failed";
  const isHeldUp = outbox.heldUp.has(id);
  const isWaiting = state === "waiting" || isHeldUp;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={`${label}, ${isFailed ? "not saved" : "on its way"}`}
      className={classNames(
        "wrap-anywhere flex flex-col gap-0.5 border-l-2 pl-2 text-card",
        isFailed ? "border-failure" : "border-control border-dashed",
      )}
    >
      {children}
      <p role="status" className="text-label text-muted">
        {isWaiting && "Waiting to be sent"}
        {!isWaiting && !isFailed && <span className="animate-[appear_1ms_400ms_both]">Sending…</span>}
        {isHeldUp && ". It goes out after what it hangs on."}
      </p>
      {isFailed && (
        <p role="alert" className="font-medium text-failure text-label">
          Not saved. {message}
        </p>
      )}
      {state === "waiting" && <p className="text-label text-muted">{message}</p>}
      {(isFailed || isWaiting) && (
        <OutboxActions
          copy={{ text: copy, said: "Copied" }}
          isHeldUp={isHeldUp}
          onRetry={() => outbox.retry(id)}
          onChange={onChange}
          onDiscard={() => outbox.discard(id)}
        />
      )}
    </div>
  );
}
