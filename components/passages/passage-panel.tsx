"use client";

import { Ellipsis, Quote, X } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { goToWords, paragraphAt } from "@/components/articles/text-geometry";
import { AssessmentSection } from "@/components/assessments/assessment-section";
import { EvidenceSection } from "@/components/assessments/evidence/evidence-section";
import { AttributionSection } from "@/components/attributions/attribution-section";
import { ClaimKinds } from "@/components/attributions/claim-kinds";
import { useRoom } from "@/components/discussion/room";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { copyText } from "@/components/ui/copy-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { TimeAgo } from "@/components/ui/time-ago";
import { toast } from "@/components/ui/toast";
import { useHandOn } from "@/components/ui/use-hand-on";
import { useIsSeen } from "@/components/ui/use-is-seen";
import { useOnceSeen } from "@/components/ui/use-once-seen";
import { can } from "@/lib/auth/permissions";
import { type PassageEntry, passageLabel } from "@/lib/discussion/list-passages";
import { nameOf } from "@/lib/discussion/name-of";
import { DeleteDialog, useSaidWords } from "./delete-dialog";
import { passageHref } from "./highlights/highlight-class";
import { KeptHere } from "./kept-here";
import { PassageQuote } from "./passage-quote";
import { Threads } from "./threads-of";

type PanelProps = {
  /** Counts up when the heading is to take the focus. */
  focusRequest: number;
  /** Inside a sheet, which has its own frame and its own way to close. */
  isPlain?: boolean;
};

const frame = "border-active border-l-2 bg-card shadow-float";
const headerHeight = 40;
/** What underlines the heading when it has the focus is not cut off as well. */
const cut = "min-w-0 truncate overflow-x-clip overflow-y-visible";
/** What is brought into sight comes below the header, which stays at the top of the window. */
const belowHeader = "[&_:is(a,button,input,select,textarea,summary,form,[role],[tabindex])]:scroll-mt-11";

/** An open passage: its words, its threads in full, and the ways to start another. */
export function PassagePanel({ entry, focusRequest, isPlain }: PanelProps & { entry: PassageEntry }) {
  const { article, surroundings, unsaved, retry, discard, close, markRead } = useRoom();
  const heading = useFocus(focusRequest);
  const { passage, newUpTo } = entry;
  const panel = useRef<HTMLElement>(null);
  // It was deleted, by me or by somebody else: reading goes on where it was.
  useHandOn(panel, () => paragraphAt(article.blocks, passage.start));
  useOnceSeen(newUpTo && `${passage.id} ${newUpTo}`, () => newUpTo && markRead(passage.id, newUpTo));
  const state = unsaved.get(passage.id);
  // A card may be taller than the window: whoever writes at its end sees which words it is about.
  const quote = useRef<HTMLQuoteElement>(null);
  const isQuoteSeen = useIsSeen(quote, headerHeight);
  return (
    <section
      ref={panel}
      aria-label={passageLabel(entry)}
      className={classNames("break-words", !isPlain && frame, !isPlain && belowHeader)}
    >
      <header
        className={classNames(
          "flex items-center gap-1 py-1 pr-1 pl-3",
          // Above what follows in the card, which has layers of its own.
          !isPlain && "stick-below-bars z-20 border-b bg-card",
          // Of the same height either way, or the quote would come back into sight by that.
          isQuoteSeen ? "border-transparent" : "border-hairline",
        )}
      >
        <h3
          ref={heading}
          tabIndex={-1}
          className="flex min-w-0 flex-1 items-baseline whitespace-pre text-label text-muted"
        >
          <span className="shrink-0">
            <span className="font-semibold text-ink">Passage {entry.place}</span>
            {" · "}
          </span>
          {isPlain || isQuoteSeen ? (
            <>
              {/* A long name is cut, never the time. */}
              <span className={cut}>{nameOf(surroundings.people, passage.createdBy)},</span>
              <span className="shrink-0">
                {" "}
                <TimeAgo at={passage.createdAt} />
              </span>
            </>
          ) : (
            <span className={classNames(cut, "font-serif text-card text-ink")}>{passage.exact}</span>
          )}
        </h3>
        <button
          type="button"
          className={classNames(iconButton, "size-8 pointer-coarse:size-11")}
          aria-label="Go to the words"
          title="Go to the words"
          onClick={() => goToWords(passage.id)}
        >
          <Quote aria-hidden className="size-4" />
        </button>
        <PassageMenu entry={entry} />
        {!isPlain && <CloseButton label="Close the passage" onClick={close} />}
      </header>
      <PassageQuote entry={entry} ref={quote} />
      <WhyReadOnly />
      <KeptHere entry={entry} />
      {state?.state === "failed" && (
        <div role="alert" className="mx-3 mb-3 border-failure border-l-2 bg-failure-tint px-3 py-2 text-card">
          <p>Not saved. {unsaved.get(passage.id)?.message}</p>
          <p className="mt-2 flex gap-2">
            <Button size="small" onClick={() => retry(passage.id)}>
              Try again
            </Button>
            <Button size="small" look="quiet" onClick={() => discard(passage.id)}>
              Discard
            </Button>
          </p>
        </div>
      )}
      <AttributionSection key={passage.id} entry={entry} />
      <ClaimKinds passage={passage} />
      <AssessmentSection key={`${passage.id} verdicts`} entry={entry} />
      <EvidenceSection key={`${passage.id} evidence`} entry={entry} />
      <Threads
        threads={entry.threads}
        subject={{ passageId: passage.id }}
        unsaved={
          state ? { id: passage.id, start: passage.start, end: passage.end, exact: passage.exact } : null
        }
      />
    </section>
  );
}

/** Why there is nothing to press here for whoever may only read, and who can change it. */
function WhyReadOnly() {
  const { viewer, workspace, isArchived } = useRoom().surroundings;
  if (can(viewer, "passage.create", { workspaceId: workspace.id })) return null;
  return (
    <p className="mx-3 mb-3 text-label text-muted">
      {isArchived
        ? "This article is archived: it can be read, not written in."
        : "As a viewer you can read. An owner can change your role."}
    </p>
  );
}

/** The threads about the article as a whole. */
export function ArticlePanel({ focusRequest, isPlain }: PanelProps) {
  const { articleThreads, close } = useRoom();
  const heading = useFocus(focusRequest);
  return (
    <section aria-label="About the whole article" className={isPlain ? "" : frame}>
      <header className="flex items-center gap-1 py-1 pr-1 pl-3">
        <h3 ref={heading} tabIndex={-1} className="min-w-0 flex-1 font-semibold text-label text-ink">
          About the whole article
        </h3>
        {!isPlain && <CloseButton label="Close" onClick={close} />}
      </header>
      <Threads threads={articleThreads} subject={{}} />
    </section>
  );
}

function PassageMenu({ entry }: { entry: PassageEntry }) {
  const { surroundings, unsaved, reselect, remove } = useRoom();
  const [isAsking, setAsking] = useState(false);
  const { others } = useSaidWords(entry);
  const { viewer, workspace, articleId } = surroundings;
  const mayDeleteAny = can(viewer, "passage.delete", { workspaceId: workspace.id });
  const { id, createdBy, exact } = entry.passage;
  const thing = { workspaceId: workspace.id, madeBy: createdBy };
  const isStored = !unsaved.has(id);
  const link = () => new URL(`/articles/${articleId}${passageHref(id)}`, window.location.href).href;
  const items: MenuItem[] = [
    { label: "Copy link", onSelect: () => copyText(link(), "Link copied") },
    { label: "Copy the words", onSelect: () => copyText(exact, "Words copied") },
  ];
  if (isStored && can(viewer, "passage.reselect", thing)) {
    items.push({ label: "Change the words", onSelect: () => reselect(id) });
  }
  if (isStored && can(viewer, "passage.delete", thing)) {
    items.push({
      label: "Delete",
      danger: true,
      onSelect: () =>
        others.length === 0 ? remove(id) : mayDeleteAny ? setAsking(true) : toast(othersWrote),
    });
  }
  return (
    <>
      <Menu
        label="Passage"
        items={items}
        trigger={
          <button
            type="button"
            className={classNames(iconButton, "size-8 pointer-coarse:size-11")}
            aria-label="More about this passage"
          >
            <Ellipsis aria-hidden className="size-4" />
          </button>
        }
      />
      {isAsking && <DeleteDialog entry={entry} open onOpenChange={setAsking} />}
    </>
  );
}

const othersWrote =
  "Colleagues have written about this passage, so deleting it would hide their words. Ask an editor or an owner to delete it.";

type CloseProps = { label: string; onClick: () => void; isLarge?: boolean };

export function CloseButton({ label, onClick, isLarge = false }: CloseProps) {
  return (
    <button
      type="button"
      className={classNames(
        iconButton,
        isLarge ? "size-11 max-magnified:size-8" : "size-8 pointer-coarse:size-11",
      )}
      aria-label={label}
      onClick={onClick}
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}

export const iconButton = classNames(
  "inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink",
  "disabled:opacity-40 aria-disabled:opacity-40",
);

function useFocus(request: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (request > 0) heading.current?.focus({ preventScroll: true });
  }, [request]);
  return heading;
}
