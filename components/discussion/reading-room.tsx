"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { ArticleArea, type ReadArticle } from "@/components/passages/article-area";
import { BottomSheet, type SheetHeight } from "@/components/passages/bottom-sheet";
import { highlightsOf } from "@/components/passages/highlight-look";
import { Margin } from "@/components/passages/margin";
import { PassageBar } from "@/components/passages/passage-bar";
import { SideDrawer } from "@/components/passages/side-drawer";
import { useAnchors } from "@/components/passages/use-anchors";
import { useMarking } from "@/components/passages/use-marking";
import type { ThreadHandle } from "@/components/threads/thread-view";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/auth/viewer";
import { filterPassages, noFilter, stepTo } from "@/lib/discussion/filter-passages";
import type { Discussion } from "@/lib/discussion/schema";
import type { About } from "@/lib/threads/schema";
import { KeysHelp } from "./keys-help";
import { OfflineBanner } from "./offline-banner";
import { Presence } from "./presence";
import { LitProvider, type OpenedBy, type Room, RoomProvider } from "./room";
import { type KeyTable, useLetterKeys } from "./use-keys";
import { useNews } from "./use-news";
import { type Target, useOpened } from "./use-opened";
import { useReveal } from "./use-reveal";
import { useRoomData } from "./use-room-data";
import { useShape } from "./use-shape";

type Props = {
  article: ReadArticle & { workspace: { id: string; name: string } };
  viewer: Viewer;
  initial: Discussion;
  target: Target;
  /** What is known of the article, above its text. */
  header: ReactNode;
  /** The text as the server has drawn it. */
  children: ReactNode;
};

/** The article and what is said about it, beside each other and live. */
export function ReadingRoom({ article, viewer, initial, target, header, children }: Props) {
  const { userId } = viewer;
  const data = useRoomData({ articleId: article.id, workspace: article.workspace, viewer, initial });
  const { held, unsaved, entries, states } = data;
  const opened = useOpened(target, initial);
  const marking = useMarking({ text: article.text, held });
  const shape = useShape();
  const [filter, setFilter] = useState(noFilter);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [isQuiet, setQuiet] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [sheetHeight, setSheetHeight] = useState<SheetHeight>("half");
  const [areLettersOn, setLetters] = useLetterKeys();
  const [lit, light] = useState<string | null>(null);
  const rootRef = useRef<HTMLDivElement>(null);
  const marginRef = useRef<HTMLDivElement>(null);
  const threadRef = useRef<ThreadHandle>(null);

  const openId = opened.opened?.passageId ?? null;
  const shown = useMemo(() => filterPassages(entries, filter, userId), [entries, filter, userId]);
  const highlights = useMemo(() => highlightsOf(shown, states), [shown, states]);
  const drawn = useMemo(() => ({ highlights, on: { active: openId, lit } }), [highlights, openId, lit]);
  const isMargin = shape === "margin";
  const { anchors, measure } = useAnchors({ rootRef, marginRef, entries: shown, isShown: isMargin });
  const covered = () => (shape === "sheet" ? sheetPixels(sheetHeight) : 40);
  useReveal({ rootRef, passageId: openId, request: opened.request, covered });
  useNews({ discussion: held.discussion, entries, openId, userId });

  const focusBefore = useRef<Element | null>(null);
  const { open: openThing, close: closeThing } = opened;
  const open: Room["open"] = useCallback(
    (what, by) => {
      const from = document.activeElement;
      if (!from?.closest("aside, [role=dialog]")) focusBefore.current = from;
      setListOpen(false);
      setSheetHeight((before) => (what.starting ? "full" : before === "peek" ? "half" : before));
      openThing(what, by);
    },
    [openThing],
  );
  const close = useCallback(() => {
    closeThing();
    setListOpen(false);
    // Back to where the reader was, so that Tab goes on from there.
    if (focusBefore.current instanceof HTMLElement) focusBefore.current.focus({ preventScroll: true });
  }, [closeThing]);

  // What was open and is deleted closes; I know of it when it was me.
  const isGone = openId !== null && !entries.some((entry) => entry.passage.id === openId);
  const removedByMe = useRef<string | null>(null);
  useEffect(() => {
    if (!isGone) return;
    if (removedByMe.current !== openId) toast("The passage that was open here has been deleted.");
    closeThing();
  }, [isGone, openId, closeThing]);

  const openPassage = (id: string | undefined, by: OpenedBy, starting: About | null = null) => {
    if (id) open({ passageId: id, threadId: null, starting }, by);
  };
  const here = entries.find((entry) => entry.passage.id === openId)?.passage;
  const step = (by: 1 | -1, isFromKeys: boolean) => {
    const from = here ?? placeInWindow(rootRef.current);
    const next = stepTo(shown, { id: here?.id ?? null, start: from.start, end: from.end }, by);
    openPassage((next ?? shown.at(by === 1 ? 0 : -1))?.passage.id, isFromKeys ? "keyboard" : "pointer");
  };
  const stepUnread = () => {
    const unread = shown.filter((entry) => entry.unread > 0);
    const next = unread.find((entry) => entry.passage.start > (here?.start ?? -1)) ?? unread[0];
    openPassage(next?.passage.id, "keyboard");
  };

  const { remove, setReselecting, reselecting } = marking;
  const { retry, discard } = unsaved;
  const room: Room = {
    surroundings: data.surroundings,
    entries,
    shown,
    articleThreads: data.articleThreads,
    commentsOf: data.commentsOf,
    seen: data.seen,
    unsaved: states,
    opened: opened.opened,
    open,
    close,
    reselect: (id) => {
      setReselecting(entries.find((entry) => entry.passage.id === id)?.passage ?? null);
      if (shape === "sheet") setSheetHeight("peek");
    },
    remove: (id) => {
      removedByMe.current = id;
      void remove(id);
    },
    retry,
    discard: (id) => {
      removedByMe.current = id;
      discard(id);
    },
    threadRef,
  };

  const pageKeys: KeyTable = {
    n: () => step(1, true),
    "]": () => step(1, true),
    p: () => step(-1, true),
    "[": () => step(-1, true),
    "shift+n": stepUnread,
    q: () => setQuiet(!isQuiet),
    f: () => setFilterOpen(!isFilterOpen),
    m: () => setListOpen(!isListOpen),
    "?": () => setHelpOpen(true),
    ...(openId
      ? {
          a: () => openPassage(openId, "pointer", "attribution"),
          i: () => openPassage(openId, "pointer", "accuracy"),
          c: () => openPassage(openId, "pointer", "other"),
          r: () => threadRef.current?.reply(),
          x: () => threadRef.current?.toggleState(),
        }
      : {}),
    ...(opened.opened || isListOpen ? { escape: close } : {}),
    ...(reselecting ? { escape: () => setReselecting(null) } : {}),
  };

  const isDrawerOpen = (shape === "drawer" && opened.opened !== null) || (shape !== "sheet" && isListOpen);
  return (
    <RoomProvider value={room}>
      <LitProvider value={{ lit, light }}>
        <div
          data-quiet={isQuiet}
          data-opened-by={opened.by}
          // A drawer takes its room from the text: it must not cover the words it is about.
          className={isDrawerOpen && shape === "drawer" ? "pr-88" : undefined}
        >
          <PassageBar
            entries={entries}
            shown={shown}
            openId={openId}
            people={data.surroundings.people}
            filter={filter}
            isFilterOpen={isFilterOpen}
            isQuiet={isQuiet}
            isListOpen={isListOpen}
            presence={<Presence people={held.present} me={userId} />}
            notice={
              held.connection === "offline" && (
                <OfflineBanner waiting={data.waiting + unsaved.passages.length} />
              )
            }
            onFilter={setFilter}
            onFilterOpen={setFilterOpen}
            onQuiet={() => setQuiet(!isQuiet)}
            onList={() => setListOpen(!isListOpen)}
            onStep={(by) => step(by, false)}
            onNextUnread={stepUnread}
            onKeys={() => setHelpOpen(true)}
          />
          {opened.missing && <Missing what={opened.missing} onClose={close} />}
          {reselecting && (
            <Notice className="sticky top-[103px] z-20 mx-auto max-w-[88rem]">
              Select the new words for this passage, then choose “Use these words”.{" "}
              <button type="button" className="link" onClick={() => setReselecting(null)}>
                Cancel
              </button>
            </Notice>
          )}
          <div className="mx-auto grid max-w-[88rem] grid-cols-1 gap-x-14 px-4 pt-8 pb-[60dvh] phone:px-6 desk:grid-cols-[minmax(36rem,42rem)_20rem] desk:justify-center">
            <main id="main" className="mx-auto w-full min-w-0 max-w-[42rem]">
              {header}
              <ArticleArea
                rootRef={rootRef}
                article={article}
                drawn={drawn}
                isQuiet={isQuiet}
                pageKeys={pageKeys}
                areLettersOn={areLettersOn}
                reselecting={reselecting}
                onReselect={(passage, span) => void marking.reselect(passage, span)}
                onLeaveReselecting={() => setReselecting(null)}
                mark={unsaved.mark}
                onMarked={(id) =>
                  toast("Marked", { action: { label: "Undo", onClick: () => void undoMark(id) } })
                }
                onDrawn={measure}
              >
                {children}
              </ArticleArea>
            </main>
            {isMargin && (
              <Margin
                marginRef={marginRef}
                anchors={isQuiet ? anchors.filter((one) => one.id === openId) : anchors}
                focusRequest={opened.focusRequest}
              />
            )}
          </div>
          {isDrawerOpen && (
            <SideDrawer isList={isMargin || isListOpen} focusRequest={opened.focusRequest} onClose={close} />
          )}
          {shape === "sheet" && (opened.opened || isListOpen) && (
            <BottomSheet
              height={sheetHeight}
              onHeight={setSheetHeight}
              onStep={(by) => step(by, false)}
              onClose={close}
              focusRequest={opened.focusRequest}
            />
          )}
          <KeysHelp
            isOpen={isHelpOpen}
            onOpen={setHelpOpen}
            areLettersOn={areLettersOn}
            onLetters={setLetters}
          />
        </div>
      </LitProvider>
    </RoomProvider>
  );

  async function undoMark(id: string): Promise<void> {
    removedByMe.current = id;
    if (states.has(id)) discard(id);
    else await remove(id);
  }
}

function Missing({ what, onClose }: { what: "passage" | "thread"; onClose: () => void }) {
  return (
    <Notice kind="error" className="mx-auto max-w-[88rem]">
      <p className="flex flex-wrap items-center gap-3">
        The {what} that this link points to is not here. It may have been deleted.
        <Button size="small" onClick={onClose}>
          Read the article
        </Button>
      </p>
    </Notice>
  );
}

function sheetPixels(height: SheetHeight): number {
  if (height === "peek") return 96;
  return height === "half" ? window.innerHeight / 2 : window.innerHeight - 72;
}

/** Where in the text the reader is: the first paragraph below the page's header. */
function placeInWindow(root: HTMLElement | null): { start: number; end: number } {
  const blocks = [...(root?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > 120);
  const start = Number(first?.dataset.start ?? 0);
  return { start, end: start };
}
