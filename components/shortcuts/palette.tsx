"use client";

import { Search as Glass } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCloseRequest } from "@/components/ui/use-close-request";
import { pressed } from "@/lib/shortcuts/press";
import { countOf } from "@/lib/text/count-of";
import { inQuotes } from "@/lib/text/in-quotes";
import { KeyCaps } from "./key-caps";
import { useKeySettings } from "./key-settings";
import type { BoxProps } from "./page-key-listener";
import { type Entry, type Group, groupsFor } from "./palette-entries";
import { usableKey } from "./usable-key";
import { useSearch } from "./use-search";

/** Finds anything and does it: what this page can do, articles, sources, people, places. */
export function Palette({ onClose, page, typed: early }: BoxProps) {
  const [typed, setTyped] = useState(early);
  const [at, setAt] = useState(0);
  const before = useRef<Element | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useCloseRequest(onClose);
  const query = typed.trim();
  const search = useSearch(query);
  const isLate = search.of !== query;
  // What was opened last comes first: nothing is drawn that it would push away under a finger on Enter.
  const groups = search.of === null && !query ? [] : groupsFor(page, search.hits, query);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];

  function choose({ does }: Entry): void {
    onClose();
    if ("go" in does) window.location.assign(does.go);
    // After the box has gone and given the focus back: what is done may open something of its own.
    else setTimeout(does.run);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const moved = moveBy(event.key, at, entries.length);
    if (moved !== null) setAt(moved);
    else if (event.key === "Enter" && active) choose(active);
    else if (pressed(event.nativeEvent) === "mod+k") onClose();
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            // Of itself the box would select what was typed before it was there, and the next letter replace it.
            event.preventDefault();
            field.current?.focus();
            field.current?.setSelectionRange(early.length, early.length);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
          }}
          className="fixed top-[8dvh] left-1/2 z-50 flex max-h-palette w-(--container-palette) -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-md border border-hairline bg-card text-ink shadow-float"
        >
          <Dialog.Title className="sr-only">Find anything</Dialog.Title>
          <div className="flex items-center gap-3 border-hairline border-b px-4">
            <Glass aria-hidden className="size-5 shrink-0 text-muted" />
            <input
              ref={field}
              role="combobox"
              aria-label="Find anything"
              aria-expanded={entries.length > 0}
              aria-controls="palette-list"
              aria-autocomplete="list"
              {...(active ? { "aria-activedescendant": optionId(active) } : {})}
              autoComplete="off"
              spellCheck={false}
              placeholder="An action, an article, a source, a person"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
              className="min-h-13 min-w-0 flex-1 text-ellipsis bg-transparent text-body outline-none"
            />
            <Dialog.Close className="-mr-2 rounded-md px-2 py-1.5 text-label text-muted hover:bg-sunk hover:text-ink pointer-coarse:min-h-11">
              Close
            </Dialog.Close>
          </div>
          {search.problem && (
            <Notice kind={search.problem.isOffline ? "offline" : "error"}>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="wrap-anywhere min-w-0">{search.problem.message}</span>
                <Button size="small" onClick={search.retry}>
                  Try again
                </Button>
              </div>
            </Notice>
          )}
          <p role="status" className="sr-only">
            {isLate || search.problem ? "" : countOf(entries.length, "result")}
          </p>
          {/* Whether there is anything of that name is not known where the search has failed. */}
          {entries.length === 0 && !search.problem && (
            <p className="px-4 py-6 text-card text-muted">
              {isLate ? "Searching…" : `Nothing is called ${inQuotes(query)}. Try a part of the name.`}
            </p>
          )}
          <List
            groups={groups}
            active={active}
            onPoint={(entry) => setAt(entries.indexOf(entry))}
            onChoose={choose}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Where a key leads in a list of this length, round its ends; null for keys that do not move. */
function moveBy(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  const from = Math.min(at, length - 1);
  if (key === "ArrowDown") return (from + 1) % length;
  if (key === "ArrowUp") return (from - 1 + length) % length;
  if (key === "PageDown") return Math.min(from + 8, length - 1);
  return key === "PageUp" ? Math.max(from - 8, 0) : null;
}

function optionId(entry: Entry): string {
  return `palette-${entry.id}`;
}

type ListProps = {
  groups: Group[];
  active: Entry | undefined;
  onPoint: (entry: Entry) => void;
  onChoose: (entry: Entry) => void;
};

function List({ groups, active, onPoint, onChoose }: ListProps) {
  const activeId = active && optionId(active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <div id="palette-list" role="listbox" aria-label="Found" className="min-h-0 overflow-y-auto empty:hidden">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: groups of a listbox
        <div key={group.title} role="group" aria-labelledby={`palette-${group.title}`} className="py-2">
          <div id={`palette-${group.title}`} className="px-4 pb-1 font-semibold text-label text-muted">
            {group.title}
          </div>
          {group.entries.map((entry) => (
            <Option
              key={entry.id}
              entry={entry}
              isActive={entry === active}
              onPoint={() => onPoint(entry)}
              onChoose={() => onChoose(entry)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = { entry: Entry; isActive: boolean; onPoint: () => void; onChoose: () => void };

function Option({ entry, isActive, onPoint, onChoose }: OptionProps) {
  const key = usableKey(entry.key, useKeySettings());
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={optionId(entry)}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onChoose}
      className="flex min-h-10 cursor-pointer items-center gap-3 px-4 py-1.5 text-card pointer-coarse:min-h-11 aria-selected:bg-chosen aria-selected:shadow-chosen"
    >
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2">{entry.label}</span>
        {entry.note && <span className="block truncate text-label text-muted">{entry.note}</span>}
      </span>
      {key && (
        <span className="pointer-coarse:hidden">
          <KeyCaps of={key} />
        </span>
      )}
    </div>
  );
}
