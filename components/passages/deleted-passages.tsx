"use client";

import { useEffect, useRef, useState } from "react";
import { showWords } from "@/components/articles/text-geometry";
import { TextButton } from "@/components/assessments/text-button";
import { useBusy } from "@/components/assessments/use-busy";
import { usePersonName } from "@/components/assessments/use-person-name";
import { useRoom } from "@/components/discussion/room";
import { announce } from "@/components/ui/announcer";
import { Skeleton } from "@/components/ui/skeleton";
import { TimeAgo } from "@/components/ui/time-ago";
import { can } from "@/lib/auth/permissions";
import { call, messageOf } from "@/lib/http/client";
import { type DeletedPassage, listDeletedPassages } from "@/lib/passages/schema";

type Loaded = { passages: DeletedPassage[] } | { message: string };

/** The way back to passages that were deleted, folded away at the end of the list; asked for when it is opened. */
export function DeletedPassages() {
  const { surroundings } = useRoom();
  const { viewer, workspace } = surroundings;
  const [isOpen, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  if (!can(viewer, "passage.create", { workspaceId: workspace.id })) return null;
  return (
    <details
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="border-hairline border-t"
    >
      <summary ref={summary} className="min-h-8 pointer-coarse:min-h-11 px-3 py-1 text-label text-muted">
        Deleted here
      </summary>
      {isOpen && <List onRestored={() => summary.current?.focus({ preventScroll: true })} />}
    </details>
  );
}

function List({ onRestored }: { onRestored: () => void }) {
  const { surroundings, discussion } = useRoom();
  const { articleId } = surroundings;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [round, setRound] = useState(0);
  // What is deleted and what comes back changes how many there are.
  const { length } = discussion.passages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round, and each change of their number, asks anew
  useEffect(() => {
    let isGone = false;
    call(listDeletedPassages, { params: { articleId } }).then(
      (answer) => !isGone && setLoaded(answer),
      (error: unknown) => {
        const message = messageOf(error, "This could not be loaded.");
        if (!isGone) setLoaded({ message });
      },
    );
    return () => {
      isGone = true;
    };
  }, [articleId, length, round]);

  if (!loaded) return <Skeleton lines={2} label="Loading what was deleted" />;
  if ("message" in loaded)
    return (
      <p className="px-3 pb-2 text-failure text-label">
        {loaded.message} <TextButton onClick={() => setRound(round + 1)}>Try again</TextButton>
      </p>
    );
  if (loaded.passages.length === 0)
    return <p className="px-3 pb-2 text-label text-muted">Nothing was deleted that you could bring back.</p>;
  return (
    <ul className="flex flex-col gap-2 px-3 pb-2">
      {loaded.passages.map((passage) => (
        <Item key={passage.id} passage={passage} onRestored={onRestored} />
      ))}
    </ul>
  );
}

function Item({ passage, onRestored }: { passage: DeletedPassage; onRestored: () => void }) {
  const { restore, article } = useRoom();
  const personName = usePersonName();
  const [isBusy, run] = useBusy();
  const { id, exact, deletedBy, deletedAt } = passage;
  async function bringBack(): Promise<void> {
    if (!(await restore(id))) return;
    announce("The passage is back.");
    onRestored();
  }
  return (
    <li className="text-label text-muted">
      <button
        type="button"
        title="Go to the words"
        className="block max-w-full truncate font-serif text-body hover:underline pointer-coarse:min-h-11"
        onClick={() => showWords(article.blocks, passage)}
      >
        {exact}
      </button>
      Deleted{deletedBy && ` by ${personName(deletedBy)}`}, <TimeAgo at={deletedAt} />{" "}
      <TextButton label={`Restore: ${exact.slice(0, 80)}`} busy={isBusy} onClick={() => void run(bringBack)}>
        Restore
      </TextButton>
    </li>
  );
}
