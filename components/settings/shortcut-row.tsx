"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { KeyCaps } from "@/components/shortcuts/key-caps";
import { Button } from "@/components/ui/button";
import { keyProblem } from "@/lib/shortcuts/conflicts";
import { type ChosenKeys, keysOf, type ShortcutId } from "@/lib/shortcuts/keys";
import { pressed } from "@/lib/shortcuts/press";
import { shortcutWords } from "@/lib/shortcuts/words";

type Props = {
  id: ShortcutId;
  keys: ChosenKeys;
  isChanging: boolean;
  onChanging: (isChanging: boolean) => void;
  /** Null: the first key again. */
  onKey: (key: string | null) => void;
};

/** One shortcut: its key, and the way to another one. */
export function ShortcutRow({ id, keys, isChanging, onChanging, onKey }: Props) {
  const words = shortcutWords[id];
  const change = useRef<HTMLButtonElement>(null);
  const leave = () => {
    onChanging(false);
    requestAnimationFrame(() => change.current?.focus());
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="flex w-20 shrink-0 flex-wrap gap-1">
        {keysOf(id, keys).map((key) => (
          <KeyCaps key={key} of={key} />
        ))}
      </span>
      <span className="min-w-0 flex-1 basis-20 text-muted">{words}</span>
      {!isChanging && (
        <span className="flex">
          {keys[id] && (
            <Button size="small" look="quiet" aria-label={`Reset: ${words}`} onClick={() => onKey(null)}>
              Reset
            </Button>
          )}
          <Button
            ref={change}
            size="small"
            look="quiet"
            aria-label={`Change: ${words}`}
            onClick={() => onChanging(true)}
          >
            Change
          </Button>
        </span>
      )}
      {isChanging && (
        <Listening
          id={id}
          keys={keys}
          onLeave={leave}
          onKey={(key) => {
            onKey(key);
            leave();
          }}
        />
      )}
    </li>
  );
}

type ListeningProps = Pick<Props, "id" | "keys"> & { onKey: (key: string) => void; onLeave: () => void };

/** Takes the next key that is pressed; says in words why it cannot be had. */
function Listening({ id, keys, onKey, onLeave }: ListeningProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    if (["Tab", "Shift", "Control", "Alt", "Meta", "AltGraph"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape") {
      onLeave();
      return;
    }
    const key = pressed(event.nativeEvent);
    const wrong = keyProblem(id, key, keys);
    if (wrong) setProblem(wrong);
    else onKey(key);
  }
  return (
    <span className="flex w-full flex-wrap items-center gap-2">
      <input
        ref={field}
        readOnly
        aria-label={`New key for: ${shortcutWords[id]}`}
        aria-describedby={`${id}-problem`}
        {...(problem ? { "aria-invalid": true } : {})}
        placeholder="Press a key"
        onKeyDown={onKeyDown}
        className="min-h-9 w-36 rounded-md border border-control bg-card px-3 text-body aria-invalid:border-failure"
      />
      <Button size="small" look="quiet" onClick={onLeave}>
        Cancel
      </Button>
      <span id={`${id}-problem`} role="alert" className="basis-full text-failure text-label">
        {problem}
      </span>
    </span>
  );
}
