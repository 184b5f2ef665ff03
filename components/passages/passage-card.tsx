"use client";

import { MessageSquare } from "lucide-react";
import { memo, useMemo, useSyncExternalStore } from "react";
import { type ShortStanding, shortStanding } from "@/components/assessments/state-words";
import { VerdictChip } from "@/components/assessments/verdict-chip";
import { AttributionLine } from "@/components/attributions/attribution-line";
import { halfWrittenNames, isWrittenOn } from "@/components/discussion/half-written";
import { useLit, useRoom } from "@/components/discussion/room";
import type { VoiceLook } from "@/components/sources/source-colours";
import { SourceMark } from "@/components/sources/source-mark";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { getAllKept, onKept } from "@/components/ui/kept-text";
import type { Axis } from "@/lib/assessments/schema";
import { tellSpeaker } from "@/lib/attributions/describe-attribution";
import type { Voices } from "@/lib/attributions/voices";
import { type PassageEntry, passageLabel } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { hasRefused } from "@/lib/discussion/outbox";
import type { Person } from "@/lib/discussion/schema";
import { aboutLabels } from "@/lib/threads/about";

type CardProps = {
  entry: PassageEntry;
  /** In a list that closes when one is opened: the focus goes along with every press. */
  isInList?: boolean;
};

/** A passage in two lines: its words, and what is going on about them. Opens on a click. */
export function PassageCard({ entry, isInList = false }: CardProps) {
  const { article, surroundings, voices, looks, unsaved, opened, open, retry } = useRoom();
  const { lit, light } = useLit();
  const { id } = entry.passage;
  const { posts, sayings } = surroundings.outbox;
  return (
    <CardLines
      entry={entry}
      text={article.text}
      voices={voices}
      look={entry.sourceId ? looks.get(entry.sourceId) : undefined}
      people={surroundings.people}
      failed={unsaved.get(id)?.state === "failed"}
      hasRefused={hasRefused(posts, entry) || hasRefused(sayings, entry)}
      hasDraft={useHasDraft(entry)}
      isLit={lit === id}
      isOpen={opened?.passageId === id}
      isInList={isInList}
      onLight={light}
      onRetry={retry}
      onOpen={open}
    />
  );
}

/** Whether something of mine lies half written on a passage or in its threads. */
function useHasDraft({ passage, threads }: PassageEntry): boolean {
  const { viewer, articleId } = useRoom().surroundings;
  const names = useMemo(
    () => halfWrittenNames({ userId: viewer.userId, articleId }),
    [viewer.userId, articleId],
  );
  const ids = [passage.id, ...threads.map((thread) => thread.id)];
  return useSyncExternalStore(
    onKept,
    () => isWrittenOn(ids, getAllKept(...names)),
    () => false,
  );
}

type LinesProps = {
  entry: PassageEntry;
  text: string;
  voices: Voices;
  /** How its source is drawn. */
  look: VoiceLook | undefined;
  people: readonly Person[];
  failed: boolean;
  /** Something that I wrote on it was not taken; opened, it says what and why. */
  hasRefused: boolean;
  hasDraft: boolean;
  isLit: boolean;
  isOpen: boolean;
  isInList: boolean;
  onLight: (id: string | null) => void;
  onRetry: (id: string) => void;
  onOpen: ReturnType<typeof useRoom>["open"];
};

// Hovering changes the room for every card; only those that look different are drawn again.
const CardLines = memo(function CardLines(props: LinesProps) {
  const { entry, text, voices, look, people, failed, hasDraft, isLit, isOpen, isInList } = props;
  const { onLight, onOpen, onRetry } = props;
  const { id, exact } = entry.passage;
  const chips = chipsOf(entry);
  return (
    <div
      className={classNames(
        "group relative border-l-2 bg-paper transition-colors duration-150",
        isLit || isOpen ? "border-active bg-card" : edgeOf(entry, failed || props.hasRefused),
      )}
      onPointerEnter={() => onLight(id)}
      onPointerLeave={() => onLight(null)}
    >
      {/* A heading, for those who go through the page by its headings. */}
      <h3>
        <button
          type="button"
          aria-label={`${passageLabel(entry)}${hasDraft ? ", your draft" : ""}: ${exact.slice(0, 120)}`}
          onClick={(event) =>
            onOpen({ passageId: id }, isInList || event.detail === 0 ? "keyboard" : "pointer")
          }
          onFocus={() => onLight(id)}
          onBlur={() => onLight(null)}
          className="block w-full py-1.5 pr-2 pl-3 text-left"
        >
          <span className="flex items-center gap-2">
            {chips.first}
            <span className="min-w-0 flex-1 truncate font-serif text-body text-ink">{exact}</span>
          </span>
          <span className="flex min-h-6 items-center gap-2 text-label text-muted">
            {entry.sourceId && entry.speaker && <SourceMark name={entry.speaker} look={look} small />}
            {/* It takes what the verdict leaves: of who said it there are the initials. */}
            <span className="min-w-0 flex-1 truncate">
              {failed && "Not saved"}
              {!failed && props.hasRefused && (
                <span className="font-medium text-failure">Something you wrote was not sent</span>
              )}
              {!failed && !props.hasRefused && <Summary entry={entry} text={text} voices={voices} />}
            </span>
            {!failed && (entry.standing?.standing.length ?? 0) > 0 && <CommentCount count={entry.comments} />}
            {chips.second}
            {hasDraft && <span className="shrink-0 font-semibold text-active">Draft</span>}
            {entry.unread > 0 && <NewDot count={entry.unread} />}
            <span className="flex shrink-0 gap-0.5">
              {entry.people.slice(0, 3).map((person) => (
                <Avatar key={person} id={person} small name={nameOf(people, person)} />
              ))}
            </span>
          </span>
        </button>
      </h3>
      {failed && (
        <button type="button" className="link mb-1 ml-3 text-label" onClick={() => onRetry(id)}>
          Try again
        </button>
      )}
    </div>
  );
});

function edgeOf(entry: PassageEntry, failed: boolean): string {
  if (failed) return "border-failure border-dashed";
  if (entry.state === "open") return "border-control";
  return entry.state === "resolved" ? "border-hairline" : "border-control border-dotted";
}

/** What it is shown with on either axis. Its verdict comes before its words; how their wording is, beside who said them. */
function chipsOf({ verdicts }: PassageEntry) {
  const so = verdicts.so && shortStanding(verdicts.so);
  const said = verdicts.said && shortStanding(verdicts.said);
  const chip = (axis: Axis, short: ShortStanding | null, className: string) =>
    short && (
      <VerdictChip
        {...short}
        axis={axis}
        isNamed={(so !== null && said !== null) || short.signs.length > 1}
        className={className}
      />
    );
  const isJudged = (so?.signs.length ?? 0) > 0;
  return {
    first: isJudged && chip("so", so, "max-w-3/5 shrink-0"),
    second: (
      <>
        {!isJudged && chip("so", so, "shrink-0")}
        {chip("said", said, "shrink")}
      </>
    ),
  };
}

/** Who said it, where somebody has said so, else what is being discussed. */
function Summary({ entry, text, voices }: Pick<LinesProps, "entry" | "text" | "voices">) {
  const { standing } = entry;
  const [first] = standing?.standing ?? [];
  if (!standing || !first) return summaryOf(entry);
  if (standing.state === "differing") {
    const names = [...new Set(standing.standing.map((one) => tellSpeaker(one, voices)))];
    return `≠ ${names.length > 1 ? names.join(" / ") : `${names[0]}, in another manner`}`;
  }
  return <AttributionLine attribution={first} text={text} voices={voices} />;
}

/** Beside who said it, which may be long and cut off: how much there is to read is not. */
function CommentCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1"
      title={count === 1 ? "1 comment" : `${count} comments`}
    >
      <MessageSquare aria-hidden className="size-3.5" />
      {count}
    </span>
  );
}

/** "Is it so? · 3 comments", "Resolved · 2 comments" or "Marked". */
function summaryOf({ threads, state, comments }: PassageEntry): string {
  if (state === "none") return "Marked";
  const open = threads.filter((thread) => thread.state === "open");
  const about = [...new Set((open.length > 0 ? open : threads).map((thread) => aboutLabels[thread.about]))];
  const said = comments === 1 ? "1 comment" : `${comments} comments`;
  return [state === "resolved" ? "✓ Resolved" : about.join(" "), said].join(" · ");
}

function NewDot({ count }: { count: number }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 font-semibold text-link">
      <span aria-hidden className="size-1.5 rounded-full bg-link" />
      {count} new
    </span>
  );
}
