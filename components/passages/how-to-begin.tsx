"use client";

import { useRoom } from "@/components/discussion/room";
import { askRoom } from "@/components/discussion/room-requests";
import { KeyOf } from "@/components/shortcuts/key-of";
import { can } from "@/lib/auth/permissions";
import { countOf } from "@/lib/text/count-of";

/** How to begin, in the margin of an article in which nobody has marked anything yet. */
export function HowToBegin() {
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
          by the machine: <KeyOf id="text.next-suggestion" /> goes to the next,{" "}
          <KeyOf id="suggestion.accept" /> accepts it.
        </p>
      )}
      <p>
        Select some words. Then say <KeyOf id="selection.attribute" /> who said it, leave a{" "}
        <KeyOf id="selection.comment" /> comment, or only <KeyOf id="selection.highlight" /> mark them. On
        what is marked, <KeyOf id="passage.so" /> judges whether it is so.
      </p>
      <p>
        Without a mouse: <KeyOf id="text.next-paragraph" /> goes to a paragraph, <KeyOf id="text.pick" />{" "}
        picks its first sentence. <KeyOf id="everywhere.help" /> lists all keys. Or{" "}
        <button type="button" className="link" onClick={() => askRoom("by-words")}>
          add a passage by its words
        </button>
        .
      </p>
    </div>
  );
}
