"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { CloseButton } from "@/components/passages/passage-panel";
import { Threads } from "@/components/passages/threads-of";
import { Button, buttonClass } from "@/components/ui/button";
import { withStance } from "@/lib/attributions/describe-attribution";
import { printedWords } from "@/lib/attributions/quoted-words";
import { can } from "@/lib/auth/permissions";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { speakingAs } from "@/lib/sources/merged";
import { countOf } from "@/lib/text/count-of";
import { SourceDialog } from "./source-dialog";
import { SourceMark } from "./source-mark";

type Props = { sourceId: string; focusRequest: number; isPlain?: boolean };

/** A source as this article uses it: what is known of it, what it says here, and the threads about it. */
export function SourcePanel({ sourceId, focusRequest, isPlain }: Props) {
  const { article, surroundings, voices, entries, sourceThreads, open, close, mergeSource, looks } =
    useRoom();
  const { viewer, workspace } = surroundings;
  const [isEditing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusRequest > 0) heading.current?.focus({ preventScroll: true });
  }, [focusRequest]);
  const all = useMemo(() => [...voices.sources.values()], [voices]);
  const source = voices.sources.get(sourceId);
  if (!source) return null;
  const speaking = speakingAs(sourceId, all);
  const ids = new Set(speaking.map((one) => one.id));
  const said = entries.filter((entry) =>
    entry.standing?.standing.some((one) => one.sourceId && ids.has(one.sourceId)),
  );
  const names = [
    ...new Set(speaking.flatMap((one) => [one.name, ...one.aliases.map((alias) => alias.text)])),
  ].filter((name) => name !== source.name);
  const threads = speaking.flatMap((one) => sourceThreads.get(one.id) ?? []);
  const facts = [sourceKindWords[source.kind], source.role, source.isParty && "party to the matter"];
  return (
    <section
      aria-label={`Source: ${source.name}`}
      className={isPlain ? "" : "border-active border-l-2 bg-card shadow-float"}
    >
      <header className="flex items-center gap-2 py-1 pr-1 pl-3">
        <SourceMark name={source.name} look={looks.get(sourceId)} />
        <h3 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate font-semibold text-card text-ink">
          {source.name}
        </h3>
        {!isPlain && <CloseButton label="Close the source" onClick={close} />}
      </header>
      <div className="wrap-anywhere flex flex-col gap-2 px-3 pb-3 text-card">
        <p className="text-muted">{facts.filter(Boolean).join(" · ")}</p>
        {names.length > 0 && <p className="text-label text-muted">Also: {names.join(", ")}</p>}
        {source.note && <p className="whitespace-pre-wrap">{source.note}</p>}
        <p className="flex flex-wrap gap-1">
          {can(viewer, "source.edit", { workspaceId: workspace.id }) && (
            <Button size="small" onClick={() => setEditing(true)}>
              Edit
            </Button>
          )}
          <a className={`${buttonClass("quiet", "small")} px-2`} href={`/sources/${source.id}`}>
            In all articles
          </a>
        </p>
        <h4 className="font-semibold">{countOf(said.length, "passage")} here</h4>
        <ol className="flex flex-col gap-1">
          {said.map(({ passage, place, standing, stance, speaker }) => (
            <li key={passage.id}>
              <button
                type="button"
                className="line-clamp-2 min-h-6 text-left font-serif pointer-coarse:min-h-11 text-body hover:underline"
                onClick={() => open({ passageId: passage.id }, "keyboard")}
              >
                <span className="font-sans text-label text-muted">{place}</span>{" "}
                {printedWords(passage, standing, voices)}
              </button>
              {speaker && stance !== "claims" && (
                <span className="block text-label text-muted">{withStance(speaker, stance)}</span>
              )}
            </li>
          ))}
        </ol>
      </div>
      <Threads threads={threads} subject={{ sourceId }} />
      {isEditing && (
        <SourceDialog
          source={source}
          articleId={article.id}
          onSaved={mergeSource}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}
