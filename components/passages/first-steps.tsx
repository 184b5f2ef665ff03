"use client";

import type { ReactNode } from "react";
import { useRoom } from "@/components/discussion/room";
import { askRoom } from "@/components/discussion/room-requests";
import { can } from "@/lib/auth/permissions";
import { countOf } from "@/lib/text/count-of";

/** How to begin, in the margin of an article in which nobody has marked anything yet. */
export function FirstSteps() {
  const { entries, surroundings, suggesting } = useRoom();
  const { viewer, workspace } = surroundings;
  if (entries.length > 0 || !can(viewer, "passage.create", { workspaceId: workspace.id })) return null;
  return (
    <div className="mt-6 flex flex-col gap-3 border-hairline border-l-2 px-3 text-card text-muted">
      <p className="text-ink">Nothing is marked yet.</p>
      {suggesting.list.length > 0 && (
        <p>
          <button type="button" className="link" onClick={() => suggesting.step(1, "keyboard")}>
            {countOf(suggesting.list.length, "passage")} proposed
          </button>{" "}
          by the machine: <Key>]</Key> goes to the next, <Key>⏎</Key> accepts it.
        </p>
      )}
      <p>
        Select some words. Then say <Key>A</Key> who said it, leave a <Key>C</Key> comment, or only{" "}
        <Key>H</Key> highlight them. On what is marked, <Key>V</Key> judges whether it is so.
      </p>
      <p>
        Without a mouse: <Key>J</Key> goes to a paragraph, <Key>Enter</Key> picks its first sentence.{" "}
        <Key>?</Key> lists all keys. Or{" "}
        <button type="button" className="link" onClick={() => askRoom("by-words")}>
          add a passage by its words
        </button>
        .
      </p>
    </div>
  );
}

function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-hairline bg-sunk px-1 font-mono text-tiny text-ink">
      {children}
    </kbd>
  );
}
