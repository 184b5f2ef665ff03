"use client";

import { Plus } from "lucide-react";
import { type Ref, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { AboutVerdict } from "@/components/assessments/about-verdict";
import { useRoom } from "@/components/discussion/room";
import { useLedBack } from "@/components/discussion/use-led-back";
import type { ComposerHandle } from "@/components/threads/composer/composer";
import { StarterDrafts } from "@/components/threads/composer/draft-line";
import { ThreadStarter } from "@/components/threads/thread-starter";
import { Thread } from "@/components/threads/thread-view";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { can } from "@/lib/auth/permissions";
import { readingOf } from "@/lib/discussion/list-passages";
import { nameWithin } from "@/lib/discussion/name-of";
import { aboutLabels } from "@/lib/threads/about";
import { type About, about as abouts, type NewThread, type ThreadView } from "@/lib/threads/schema";

/** What threads hang on: a passage, a source, or (neither) the whole article. */
export type Subject = { passageId?: string; sourceId?: string };

type Props = {
  threads: ThreadView[];
  subject: Subject;
  /** Set while the passage is not stored yet. */
  unsaved?: NewThread["passage"] | null;
};

/** The threads of the open thing in full, and the ways to start another. */
export function Threads({ threads, subject, unsaved = null }: Props) {
  const { surroundings, commentsOf, seen, opened, open, close, threadRef, leaveMark } = useRoom();
  const { viewer, workspace } = surroundings;
  const mayStart = can(viewer, "thread.create", { workspaceId: workspace.id });
  const starting = abouts.safeParse(opened?.starting).data ?? null;
  const start = (about: About, assessmentId: string | null = null) =>
    open({ ...subject, starting: about, assessmentId }, "pointer");
  const verdicts = useVerdictNames(subject);
  const linkedId = useLinkedComment();
  const starters = useRef<HTMLDivElement>(null);
  const firstOpen = threads.find((thread) => thread.state === "open") ?? threads[0];
  return (
    <>
      {threads.map((thread) => (
        <div key={thread.id} className="border-hairline border-t px-3 py-3">
          {thread.assessmentId && <AboutVerdict assessmentId={thread.assessmentId} />}
          <Thread
            {...surroundings}
            {...(thread === firstOpen ? { ref: threadRef } : {})}
            thread={thread}
            comments={commentsOf.get(thread.id) ?? []}
            seen={readingOf(seen, thread.id)}
            linkedId={linkedId}
            goOn={opened?.threadId === thread.id ? opened.goOn : null}
            onLeave={close}
          />
        </div>
      ))}
      {starting && (
        <Starter
          key={`${subject.passageId} ${subject.sourceId} ${starting} ${opened?.assessmentId}`}
          assessmentId={opened?.assessmentId ?? null}
          about={starting}
          subject={subject}
          unsaved={unsaved}
          // The field goes away with the focus in it, which goes on to what came of it, or to the heading.
          onStarted={(threadId) => {
            flushSync(() => open(subject, "pointer"));
            const thread = document.getElementById(`t-${threadId}`);
            if (!thread) return open(subject, "keyboard");
            thread.focus({ preventScroll: true });
            thread.scrollIntoView({ block: "nearest" });
          }}
          onLeave={() => {
            open(subject, "keyboard");
            if (subject.passageId) leaveMark(subject.passageId);
          }}
        />
      )}
      {(mayStart ? !opened?.starting : !starting) && (
        <>
          <StarterDrafts
            articleId={surroundings.articleId}
            viewerId={viewer.userId}
            on={subject.passageId ?? subject.sourceId ?? null}
            verdicts={verdicts}
            onGoOn={mayStart ? start : null}
            onDiscarded={() => starters.current?.querySelector("button")?.focus()}
          />
          {mayStart && <Starters ref={starters} isFirst={threads.length === 0} onStart={start} />}
        </>
      )}
    </>
  );
}

type StarterProps = Required<Omit<Props, "threads">> & {
  about: About;
  assessmentId: string | null;
  onStarted: (threadId: string) => void;
  onLeave: () => void;
};

function Starter({ about, assessmentId, subject, unsaved, onStarted, onLeave }: StarterProps) {
  const { surroundings } = useRoom();
  // A passage that is not stored yet goes along with the thread; the server knows it by its id. It stays so when it
  // is stored meanwhile: what is being written must not change its place.
  const [along] = useState(unsaved);
  const composer = useRef<ComposerHandle>(null);
  useLedBack(about, () => composer.current?.focus());
  return (
    <div className="border-hairline border-t px-3 py-3">
      <ThreadStarter
        {...surroundings}
        ref={composer}
        passageId={along ? null : (subject.passageId ?? null)}
        passage={along}
        assessmentId={assessmentId}
        sourceId={subject.sourceId ?? null}
        about={about}
        onStarted={({ threadId }) => onStarted(threadId)}
        onLeave={onLeave}
      />
    </div>
  );
}

type StartersProps = {
  ref: Ref<HTMLDivElement>;
  isFirst: boolean;
  onStart: (about: About) => void;
};

function Starters({ ref, isFirst, onStart }: StartersProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a layout of its own
    <div
      ref={ref}
      role="group"
      aria-label={isFirst ? "Start a thread" : "Start another thread"}
      className="flex flex-wrap items-center gap-1 border-hairline border-t px-2 py-2"
    >
      <span aria-hidden className="px-1 text-label text-muted">
        Discuss
      </span>
      {abouts.options.map((about) => (
        <button
          key={about}
          type="button"
          className={classNames(buttonClass("quiet", "small"), "!gap-1 !px-2")}
          onClick={() => onStart(about)}
        >
          {!isFirst && <Plus aria-hidden className="size-3.5" />}
          {aboutLabels[about]}
        </button>
      ))}
    </div>
  );
}

/** The verdicts on a passage, by id, each as a sentence names it. */
function useVerdictNames({ passageId }: Subject): ReadonlyMap<string, string> {
  const { entries, surroundings } = useRoom();
  const { viewer, people } = surroundings;
  const { so, said } = entries.find((one) => one.passage.id === passageId)?.verdicts ?? {};
  const judgements = [so, said].flatMap((standing) => standing?.judgements ?? []);
  return new Map(
    judgements.map(({ assessment: { id, by } }) => [
      id,
      by === viewer.userId ? "your verdict" : `the verdict of ${nameWithin(people, by)}`,
    ]),
  );
}

/** The comment that the address points to: "#c-…". */
function useLinkedComment(): string | null {
  if (typeof window === "undefined") return null;
  return /^#c-([0-9a-f-]{36})$/.exec(window.location.hash)?.[1] ?? null;
}
