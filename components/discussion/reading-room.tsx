"use client";

import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import type { KeptReading } from "@/components/articles/kept-reading";
import type { Judging } from "@/components/assessments/use-verdict-keys";
import { useOwnWords } from "@/components/attributions/use-own-words";
import { LateFirstSteps } from "@/components/onboarding/late-first-steps";
import { useNewcomer } from "@/components/onboarding/use-newcomer";
import { ArticleArea, type ReadArticle } from "@/components/passages/article-area";
import { BottomSheet } from "@/components/passages/margin/bottom-sheet";
import { Margin } from "@/components/passages/margin/margin";
import { PassageBar } from "@/components/passages/margin/passage-bar";
import { sheetPixels } from "@/components/passages/margin/sheet-size";
import { SideDrawer } from "@/components/passages/margin/side-drawer";
import { useAnchors } from "@/components/passages/margin/use-anchors";
import { useMarking } from "@/components/passages/selection/use-marking";
import { useSuggestions } from "@/components/suggestions/use-suggestions";
import type { ThreadHandle } from "@/components/threads/thread-view";
import { toast } from "@/components/ui/toast";
import { useBackCloses } from "@/components/ui/use-close-request";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { filterPassages } from "@/lib/discussion/filter-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { acceptableBy, proposedIn } from "@/lib/discussion/proposed-in";
import type { Discussion } from "@/lib/discussion/schema";
import { halfWrittenNames } from "./half-written";
import { OfflineBanner } from "./offline-banner";
import { Presence } from "./presence";
import { LitProvider, RoomProvider } from "./room";
import { RoomFrame } from "./room-frame";
import { roomKeys } from "./room-keys";
import { ArchivedNotice, Missing, PickingNotice } from "./room-notices";
import { roomOf } from "./room-of";
import { useRoomRequests } from "./room-requests";
import { Stranded } from "./stranded";
import { StrandedDrafts } from "./stranded-drafts";
import { useDrawerRoom } from "./use-drawer-room";
import { useDrawn } from "./use-drawn";
import { useMark } from "./use-mark";
import { useNews } from "./use-news";
import type { Target } from "./use-opened";
import { useOpening } from "./use-opening";
import { usePanels } from "./use-panels";
import { useReveal } from "./use-reveal";
import { useRoomData } from "./use-room-data";
import { useShape } from "./use-shape";
import { placeInWindow, useStep } from "./use-step";
import { useUndo } from "./use-undo";

type Props = {
  article: ReadArticle & { workspace: { id: string; name: string } };
  viewer: Viewer;
  initial: Discussion;
  /** The first steps as the server draws them, where the article is the sample and its reader has not closed them. */
  firstSteps: ReactNode;
  target: Target;
  /** What is known of the article, above its text. */
  header: ReactNode;
  /** What the reader had done to the text before the room came. */
  kept: RefObject<KeptReading | null>;
};

/** Pixels between what was opened and the lower edge of the window. */
const airBelow = 16;

/** The article and what is said about it, beside each other and live. */
export function ReadingRoom({ article, viewer, initial, firstSteps, target, header, kept }: Props) {
  const { userId } = viewer;
  const { workspace } = article;
  const undoing = useUndo();
  const data = useRoomData({ article, workspace, viewer, initial, undoing });
  const { held, unsaved, entries, states, attributing, discussion } = data;
  const marking = useMarking({ text: article.text, held, undoing });
  const shape = useShape();
  const panels = usePanels(target);
  const { filter, colouring, isQuiet, isListOpen, sheetHeight, picking } = panels;
  const newcomer = useNewcomer(firstSteps);
  const [lit, light] = useState<string | null>(null);
  const [judging, setJudging] = useState<Judging | null>(null);
  const rootRef = useRef<HTMLDivElement>(null);
  const marginRef = useRef<HTMLDivElement>(null);
  const threadRef = useRef<ThreadHandle>(null);
  const opening = useOpening({
    target,
    discussion,
    entries,
    isOver: shape !== "margin",
    onOpen: panels.makeWay,
    onClose: () => panels.setListOpen(false),
  });
  const { opened, open, close, openId, expectGone } = opening;
  useBackCloses(() => panels.setListOpen(false), shape !== "margin" && isListOpen);
  const proposed = useMemo(() => proposedIn(discussion, data.voices), [discussion, data.voices]);
  const mayAccept = useMemo(
    () => acceptableBy(userId, discussion, data.voices),
    [userId, discussion, data.voices],
  );
  const suggesting = useSuggestions({
    all: proposed,
    undecided: discussion.suggestions,
    deciderOf: (id) => {
      const by = held.decidedBy(id);
      return by && nameOf(discussion.people, by, userId);
    },
    mayAccept,
    mayDecide: can(data.surroundings.viewer, "suggestion.decide", { workspaceId: workspace.id }),
    language: article.language,
    blocks: article.blocks,
    attributing,
    undoing,
    opened,
    open,
    close,
    from: () => placeInWindow(rootRef.current).start,
  });

  const shown = useMemo(
    () => filterPassages(entries, filter, userId, data.voices.sources),
    [entries, filter, userId, data.voices.sources],
  );
  const halfWritten = halfWrittenNames({ userId, articleId: article.id });
  const { outbox } = data.surroundings;
  const { mark, fresh, leaveMark } = useMark({
    ...{ unsaved, marking, entries, undoing, expectGone, halfWritten, outbox, opened },
  });
  const activeId = openId ?? opened?.suggestionId ?? null;
  const { drawn, anchored } = useDrawn({
    ...{ shown, filter, states, suggesting, openId, activeId, lit, isQuiet, colouring, userId, fresh },
    looks: data.looks,
  });
  const isMargin = shape === "margin";
  const { anchors, measure } = useAnchors({ rootRef, marginRef, ids: anchored, isShown: isMargin });
  const covered = () =>
    shape === "sheet" ? sheetPixels(sheetHeight, { window: window.innerHeight, keyboard: 0 }) : airBelow;
  useReveal({
    rootRef,
    passageId: activeId,
    starting: opened?.starting ?? null,
    by: opening.by,
    request: opening.request,
    isPlaced: !isMargin || activeId === null || anchors.some((one) => one.id === activeId),
    height: shape === "sheet" ? sheetHeight : "",
    covered,
  });
  useNews({ discussion: held.discussion, entries, opened, userId });

  const { step, stepUnread } = useStep({ entries, shown, openId, open, rootRef });
  const recordOwn = useOwnWords({
    ...{ entries, states, attributing, undoing, userId, text: article.text },
    outbox: data.surroundings.outbox,
  });

  const room = roomOf({
    ...{ article, data, opening, marking, shown, suggesting, undoing, newcomer },
    ...{ threadRef, judging, setJudging, leaveMark },
    pick: (next) => {
      panels.setPicking(next);
      if (shape === "sheet") panels.setSheetHeight("peek");
    },
  });

  const endPicking = () => {
    panels.setPicking(null);
    // In a sheet it would bring up the keyboard over the words.
    if (shape !== "sheet") picking?.onEnd?.();
  };
  const inThread = (act: (thread: ThreadHandle) => void) =>
    threadRef.current ? act(threadRef.current) : toast("No thread is open here. A comment begins one.");
  /** Closes what lies on top. */
  const leave = isListOpen ? () => panels.setListOpen(false) : close;
  const pageKeys = roomKeys({
    passageId: openId,
    suggestion: suggesting.here,
    isAnythingOpen: opened !== null || isListOpen,
    isPicking: picking !== null,
    judging,
    mayRecord: can(data.surroundings.viewer, "attribution.create", { workspaceId: workspace.id }),
    step: (by) => step(by, "keyboard"),
    stepUnread,
    stepSuggestion: (by) => suggesting.step(by, "keyboard"),
    accept: (suggestions) => void suggesting.accept(suggestions),
    mayAccept: suggesting.mayAccept,
    sameSource: suggesting.together,
    dismiss: (suggestion) => void suggesting.dismiss(suggestion),
    undo: undoing.undoLast,
    refuse: () =>
      toast(
        discussion.archived
          ? "This article is archived. It can be read, and nothing is added to it."
          : "As a viewer you can read. Ask an owner to let you say who said it, and judge.",
      ),
    own: (id) => void recordOwn(id),
    hasSpeaker: entries.find((entry) => entry.passage.id === openId)?.verdicts.speakerId != null,
    explain: (why) => toast(why),
    open,
    close: leave,
    leavePicking: endPicking,
    reply: () => inThread((thread) => thread.reply()),
    toggleState: () => inThread((thread) => thread.toggleState()),
    toggleQuiet: () => panels.setQuiet(!isQuiet),
    toggleFilter: () => panels.setFilterOpen(!panels.isFilterOpen),
    toggleList: () => panels.setListOpen(!isListOpen),
    toggleCoverage: () => panels.setCoverageOpen(!panels.isCoverageOpen),
  });

  useRoomRequests({ "passage-list": () => panels.setListOpen(true), suggestions: suggesting.toggleAloud });

  const isDrawerOpen = shape === "drawer" && (opened !== null || isListOpen);
  const drawerRoom = useDrawerRoom({ rootRef, isDrawerOpen, activeId });
  const drawer = (isInColumn: boolean) => (
    <SideDrawer
      isList={isListOpen}
      isInColumn={isInColumn}
      focusRequest={opening.focusRequest}
      onClose={leave}
    />
  );
  return (
    <RoomProvider value={room}>
      <LitProvider value={{ lit, light }}>
        <div
          data-quiet={isQuiet}
          data-opened-by={opening.by}
          ref={drawerRoom}
          className="data-beside-drawer:pr-88"
        >
          <PassageBar
            entries={entries}
            shown={shown}
            openId={openId}
            people={data.surroundings.people}
            sources={data.voices.sources}
            coverage={data.coverage}
            suggesting={suggesting}
            mayMark={can(data.surroundings.viewer, "passage.create", { workspaceId: workspace.id })}
            filter={filter}
            colouring={colouring}
            isFilterOpen={panels.isFilterOpen}
            isQuiet={isQuiet}
            isListOpen={isListOpen}
            presence={<Presence people={held.present} me={userId} />}
            notice={
              held.connection === "offline" && (
                <OfflineBanner waiting={data.waiting + unsaved.passages.length} />
              )
            }
            onFilter={panels.setFilter}
            onColouring={panels.setColouring}
            onFilterOpen={panels.setFilterOpen}
            onQuiet={() => panels.setQuiet(!isQuiet)}
            onList={() => panels.setListOpen(!isListOpen)}
            onCoverage={() => panels.setCoverageOpen(true)}
            onStep={(by) => step(by, "pointer")}
            onNextUnread={stepUnread}
          />
          {opening.missing && (
            <Missing what={opening.missing} id={target.threadId ?? target.passageId} onClose={close} />
          )}
          <Stranded />
          <StrandedDrafts />
          {discussion.archived && <ArchivedNotice />}
          {picking && <PickingNotice picking={picking} onLeave={endPicking} />}
          <RoomFrame
            header={header}
            firstSteps={<LateFirstSteps newcomer={newcomer} />}
            text={
              <ArticleArea
                rootRef={rootRef}
                article={article}
                drawn={drawn}
                kept={kept}
                isQuiet={isQuiet}
                pageKeys={pageKeys}
                picking={picking}
                onPicked={endPicking}
                isCoverageOpen={panels.isCoverageOpen}
                onCoverageOpen={panels.setCoverageOpen}
                mark={mark}
                onOwn={(id, span) => void recordOwn(id, span)}
                onMarked={(id) => undoing.tell("Marked", `marked ${id}`)}
                onDrawn={measure}
              />
            }
            beside={
              isMargin && (
                <div className="grid min-w-0 grid-cols-1 *:col-start-1 *:row-start-1 print:hidden">
                  <Margin
                    marginRef={marginRef}
                    anchors={anchors}
                    focusRequest={opening.focusRequest}
                    isHidden={isListOpen}
                  />
                  {isListOpen && <div>{drawer(true)}</div>}
                </div>
              )
            }
          />
          {isDrawerOpen && drawer(false)}
          {shape === "sheet" && (opened || isListOpen) && (
            <BottomSheet
              isList={isListOpen}
              height={sheetHeight}
              onHeight={panels.setSheetHeight}
              onStep={(by) => step(by, "pointer")}
              onClose={leave}
              focusRequest={opening.focusRequest}
            />
          )}
        </div>
      </LitProvider>
    </RoomProvider>
  );
}
