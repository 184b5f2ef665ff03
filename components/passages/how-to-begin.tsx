"use client";

import { X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { askRoom } from "@/components/discussion/room-requests";
import { KeyOf } from "@/components/shortcuts/key-of";
import { useKeySettings } from "@/components/shortcuts/key-settings";
import { IconButton } from "@/components/ui/icon-button";
import { can } from "@/lib/auth/permissions";
import { stepsTaken } from "@/lib/onboarding/steps";
import type { ShortcutId } from "@/lib/shortcuts/keys";
import { isSuggestedFor } from "@/lib/suggestions/languages";
import { countOf } from "@/lib/text/count-of";

/** How to begin, at the head of the margin: all of it where nobody has marked anything, a line where others have. */
export function HowToBegin() {
  const { entries, surroundings } = useRoom();
  const { viewer, workspace } = surroundings;
  if (!can(viewer, "passage.create", { workspaceId: workspace.id })) return null;
  return entries.length === 0 ? <Beginning /> : <JoinIn />;
}

function Beginning() {
  const { suggesting, article } = useRoom();
  // Without single letters as keys, a sentence about a key would have a hole.
  const { letterKeys } = useKeySettings();
  const key = (id: ShortcutId) =>
    letterKeys && (
      <>
        {" "}
        <KeyOf id={id} />
      </>
    );
  return (
    <div className="mt-6 flex flex-col gap-3 border-hairline border-l-2 px-3 text-card text-muted">
      <p className="text-ink">Nothing is marked yet.</p>
      {!isSuggestedFor(article.language) && <p>Suggestions are made for texts in English only.</p>}
      {suggesting.list.length > 0 && (
        <p>
          <button type="button" className="link" onClick={() => suggesting.step(1, "keyboard")}>
            {countOf(suggesting.list.length, "passage")} proposed
          </button>{" "}
          by the machine
          {letterKeys && (
            <>
              : <KeyOf id="text.next-suggestion" /> goes to the next, <KeyOf id="suggestion.accept" /> accepts
              it
            </>
          )}
          .
        </p>
      )}
      <p>
        Select some words. Then say who said it{key("selection.attribute")}, judge whether it is so
        {key("selection.so")}, leave a comment{key("selection.comment")}, or only mark them
        {key("selection.highlight")}.
      </p>
      <p>
        Without a mouse:{" "}
        {letterKeys && (
          <>
            <KeyOf id="text.next-paragraph" /> goes to a paragraph, <KeyOf id="text.pick" /> picks its first
            sentence. <KeyOf id="everywhere.help" /> lists all keys. Or{" "}
          </>
        )}
        <button type="button" className="link" onClick={() => askRoom("by-words")}>
          add a passage by its words
        </button>
        .
      </p>
    </div>
  );
}

/** For whoever comes to what colleagues have begun, until they have done something here or close it. */
function JoinIn() {
  const { discussion, surroundings, newcomer } = useRoom();
  const { userId } = surroundings.viewer;
  const root = useRef<HTMLDivElement>(null);
  const [hasBegun, begin] = useBegun(userId, stepsTaken(discussion, userId).size > 0);
  if (hasBegun || newcomer.served) return null;
  function close() {
    // The button goes away with the focus on it.
    const before = root.current?.previousElementSibling;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    begin();
  }
  return (
    <div
      ref={root}
      className="mt-3 flex items-start justify-between gap-2 border-hairline border-l-2 pl-3 text-card text-muted"
    >
      <p className="py-1.5">
        Select some words to mark them, or open a passage to say who said it and whether it is so.
      </p>
      <IconButton label="Close the hint for good" onClick={close}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

/** Whether this person knows how to begin: they have done something, or said so; this browser remembers it. */
function useBegun(userId: string, hasDone: boolean): [boolean, () => void] {
  const key = `sayso:begun:${userId}`;
  const [hasBegun, setBegun] = useState(() => hasDone || isStored(key));
  const begin = useCallback(() => {
    setBegun(true);
    store(key);
  }, [key]);
  useEffect(() => {
    if (hasDone) begin();
  }, [hasDone, begin]);
  return [hasBegun, begin];
}

function isStored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function store(key: string): void {
  try {
    localStorage.setItem(key, "yes");
  } catch {
    // Then it lasts as long as the page.
  }
}
