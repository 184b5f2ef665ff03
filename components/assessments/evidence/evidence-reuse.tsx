"use client";

import { useEffect, useId, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import type { EvidenceView } from "@/lib/assessments/schema";
import { messageOf } from "@/lib/http/client";

type Props = { passageId: string; onPick: (evidence: EvidenceView) => void };

const quietMs = 200;

/** Evidence that stands at other passages of the workspace, to be used here as well. */
export function EvidenceReuse({ passageId, onPick }: Props) {
  const { assessing, surroundings } = useRoom();
  const { id: workspaceId } = surroundings.workspace;
  const [isOpen, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const [found, setFound] = useState<EvidenceView[] | { message: string } | null>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    const timer = setTimeout(() => {
      assessing.findEvidence(workspaceId, q.trim()).then(
        (all) => !isGone && setFound(onceEach(all.filter((one) => one.passageId !== passageId))),
        (error: unknown) => {
          const message = messageOf(error, "The list could not be loaded.");
          if (!isGone) setFound({ message });
        },
      );
    }, quietMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isOpen, q, assessing, workspaceId, passageId]);

  if (!isOpen) {
    return (
      <button
        type="button"
        className="link min-h-6 self-start text-label pointer-coarse:min-h-11"
        onClick={() => setOpen(true)}
      >
        Use evidence of another passage
      </button>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex flex-col gap-1 text-label">
        Evidence of other passages
        <input
          id={id}
          type="search"
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a press, to begin here
          autoFocus
          placeholder="Part of its title, address or words"
          className="min-h-9 pointer-coarse:min-h-11 w-full rounded-md border border-control bg-card px-2.5 text-card text-ink max-phone:text-body"
          value={q}
          onChange={({ target }) => setQ(target.value)}
          onKeyDown={(event) => {
            // What is looked for is not to be added yet.
            if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
          }}
        />
      </label>
      {found && "message" in found && <p className="text-failure text-label">{found.message}</p>}
      {Array.isArray(found) && (
        <ul className="max-h-40 overflow-y-auto rounded-md border border-hairline">
          {found.length === 0 && <li className="px-2 py-1 text-label text-muted">Nothing like this yet.</li>}
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="wrap-anywhere block min-h-8 w-full px-2 py-1 text-left text-label hover:bg-sunk pointer-coarse:min-h-11"
                onClick={() => {
                  onPick(one);
                  setOpen(false);
                }}
              >
                {one.title}
                <span className="text-muted">{one.site && ` · ${one.site}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same thing may stand at many passages. */
function onceEach(all: readonly EvidenceView[]): EvidenceView[] {
  const known = new Set<string>();
  return all.filter((one) => {
    const key = `${one.url} ${one.title} ${one.excerpt}`;
    return !known.has(key) && known.add(key);
  });
}
