"use client";

import { Check, Mail, MailOpen, Undo2 } from "lucide-react";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { IconButton } from "@/components/ui/icon-button";
import { TimeAgo } from "@/components/ui/time-ago";
import { useHydrated } from "@/components/ui/use-hydrated";
import { addressOfNotification, type Gathered, sentenceOf } from "@/lib/notifications/gather";
import type { ShortcutId } from "@/lib/shortcuts/keys";
import { LaterMenu } from "./later-menu";

export type RowActions = {
  open: (line: Gathered) => void;
  setRead: (line: Gathered, read: boolean) => void;
  setDone: (line: Gathered, done: boolean) => void;
  /** null brings it back now. */
  putOff: (line: Gathered, until: Date | null) => void;
};

type Props = {
  line: Gathered;
  actions: RowActions;
  isLaterOpen: boolean;
  onLaterOpen: (isOpen: boolean) => void;
};

/** What happened, in a sentence that leads there, and what to do about it. */
export function NotificationRow({ line, actions, isLaterOpen, onLaterOpen }: Props) {
  const { notification: one, by, isNew } = line;
  const sentence = sentenceOf(one, by);
  const isWaiting = new Date(one.dueAt) > new Date(one.at) && one.doneAt === null;
  return (
    <li
      data-row={one.id}
      tabIndex={-1}
      className="-mx-2 flex items-start gap-3 rounded-md px-2 py-2 focus-visible:outline-offset-0 max-magnified:flex-wrap"
    >
      <span
        aria-hidden
        className={`mt-2 size-2 shrink-0 rounded-full ${isNew ? "bg-active" : "bg-transparent"}`}
      />
      <div className="min-w-0 flex-1 text-card max-magnified:basis-2/3">
        <p>
          {isNew && <span className="sr-only">New: </span>}
          <a
            data-open
            href={addressOfNotification(one)}
            onClick={() => actions.open(line)}
            className={`hover:underline ${isNew ? "font-semibold" : ""}`}
          >
            {sentence}
          </a>{" "}
          <span className="whitespace-nowrap text-label text-muted">
            <TimeAgo at={one.at} />
          </span>
        </p>
        {one.comment && <p className="line-clamp-2 text-muted">{one.comment}</p>}
        {isWaiting && <DueAt at={one.dueAt} />}
      </div>
      <div className="-my-1.5 ml-auto flex shrink-0">
        {isNew ? (
          <RowButton
            label="Mark as read"
            of={sentence}
            shortcut="notifications.read"
            onClick={() => actions.setRead(line, true)}
            sign={MailOpen}
          />
        ) : (
          <RowButton
            label="Mark as unread"
            of={sentence}
            shortcut="notifications.read"
            onClick={() => actions.setRead(line, false)}
            sign={Mail}
          />
        )}
        {one.doneAt === null && !isWaiting && (
          <LaterMenu
            of={sentence}
            isOpen={isLaterOpen}
            onOpen={onLaterOpen}
            onChoose={(until) => actions.putOff(line, until)}
          />
        )}
        {isWaiting && (
          <RowButton
            label="Bring back now"
            of={sentence}
            shortcut="notifications.later"
            onClick={() => actions.putOff(line, null)}
            sign={Undo2}
          />
        )}
        {one.doneAt === null ? (
          <RowButton
            label="Done"
            of={sentence}
            shortcut="notifications.done"
            onClick={() => actions.setDone(line, true)}
            sign={Check}
          />
        ) : (
          <RowButton
            label="Not done"
            of={sentence}
            shortcut="notifications.done"
            onClick={() => actions.setDone(line, false)}
            sign={Undo2}
          />
        )}
      </div>
    </li>
  );
}

type ButtonProps = {
  label: string;
  of: string;
  shortcut: ShortcutId;
  onClick: () => void;
  sign: typeof Check;
};

function RowButton({ label, of, shortcut, onClick, sign: Sign }: ButtonProps) {
  const hint = useKeyHint()(shortcut);
  return (
    <IconButton
      label={`${label}: ${of}`}
      hint={hint ? `${label} (${hint.shown})` : label}
      aria-keyshortcuts={hint?.aria}
      onClick={onClick}
    >
      <Sign aria-hidden className="size-4" />
    </IconButton>
  );
}

const exact = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** By the clock of this computer, which the server does not know. */
function DueAt({ at }: { at: string }) {
  const ready = useHydrated();
  const moment = new Date(at);
  return (
    <p className="text-label text-muted">
      {moment > new Date() ? "Comes back" : "Came back"}{" "}
      <time dateTime={at}>{ready ? exact.format(moment) : at.slice(0, 10)}</time>
    </p>
  );
}
