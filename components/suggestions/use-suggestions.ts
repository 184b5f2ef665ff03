"use client";

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { paragraphAt } from "@/components/articles/text-geometry";
import type { AttributionActions } from "@/components/attributions/attribution-actions";
import type { Opened, OpenedBy } from "@/components/discussion/room";
import type { Undoing } from "@/components/discussion/use-undo";
import { afterFrame } from "@/components/ui/after-frame";
import { landFocus } from "@/components/ui/land-focus";
import { toast } from "@/components/ui/toast";
import type { BlockPlace } from "@/lib/articles/document-schema";
import type { AttributionContent } from "@/lib/attributions/schema";
import { CallError, messageOf } from "@/lib/http/client";
import type { Selection } from "@/lib/passages/schema";
import { tellAccepted, tellDecided } from "@/lib/suggestions/accepted-words";
import { isSuggestedFor } from "@/lib/suggestions/languages";
import { type SuggestionView, suggestionView } from "@/lib/suggestions/schema";
import { bearsSharedName } from "@/lib/suggestions/shared-name";
import { reportingOf, takenTogether } from "@/lib/suggestions/take-together";

type Given = {
  all: readonly SuggestionView[];
  /** Also those that are not proposed any more, because somebody has said who said their words. */
  undecided: readonly SuggestionView[];
  /** By whom one was decided, as a sentence begins with them; null where that is not known. */
  deciderOf: (suggestionId: string) => string | null;
  /** Whether my accepting it would record anything. */
  mayAccept: (suggestion: SuggestionView) => boolean;
  mayDecide: boolean;
  /** Of the article, as a language tag. */
  language: string;
  blocks: readonly BlockPlace[];
  attributing: AttributionActions;
  undoing: Undoing;
  opened: Opened | null;
  open: (opened: Partial<Opened>, by: OpenedBy) => void;
  close: () => void;
  /** Where in the text the reader is. */
  from: () => number;
};

export type SuggestionControl = {
  /** Those to be drawn and stepped through, in text order; none while they are switched off. */
  list: SuggestionView[];
  /** The one that is open. While its form is filled in it stays, though a colleague has decided meanwhile. */
  here: SuggestionView | null;
  /** How many nobody has decided about, shown or not. */
  all: number;
  mayDecide: boolean;
  isOn: boolean;
  toggle: () => void;
  /** The same for whoever does not see the switch, which then says what it has done, or why nothing. */
  toggleAloud: () => void;
  step: (by: 1 | -1, how: OpenedBy) => void;
  /** Accepts these; where one of them bears a name that several have, its form asks first who is meant. */
  accept: (suggestions: readonly SuggestionView[]) => Promise<void>;
  /** Whether accepting it would record anything: what I have said of its words stands. */
  mayAccept: (suggestion: SuggestionView) => boolean;
  /** All that are accepted along with one, as its source's. */
  together: (suggestion: SuggestionView) => SuggestionView[];
  /** Those that report these, and are accepted with them. */
  reporting: (suggestions: readonly SuggestionView[]) => SuggestionView[];
  dismiss: (suggestion: SuggestionView) => Promise<void>;
  /** Accepts it as another attribution; throws what the form has to tell. */
  change: (suggestion: SuggestionView, passage: Selection, content: AttributionContent) => Promise<void>;
};

const storageKey = "sayso:suggestions";
const none: SuggestionView[] = [];

/** The machine's proposals as a layer of their own: on or off, stepped through, decided about, undone. */
export function useSuggestions(given: Given): SuggestionControl {
  const { all, undecided, mayAccept, mayDecide, language } = given;
  const { attributing, undoing, opened, open, close, from, deciderOf } = given;
  const [isOn, setOn] = useStoredSwitch();
  const isBusy = useRef(false);
  const list = useMemo(() => (isOn && mayDecide ? [...all] : none), [isOn, mayDecide, all]);
  const openId = opened?.suggestionId ?? null;
  const isFormOpen = opened?.starting === "attribute";
  // One that is not proposed any more stays open until it is decided: a colleague may have said who said its words.
  const found = list.find((one) => one.id === openId) ?? (list === none ? null : undecidedOf(openId));
  const latest = useRef(found);
  if (found) latest.current = found;
  const here = isFormOpen && latest.current?.id === openId ? latest.current : found;

  function undecidedOf(id: string | null): SuggestionView | null {
    return undecided.find((one) => one.id === id) ?? null;
  }

  function neighbour(
    of: Pick<SuggestionView, "start" | "id"> | null,
    by: 1 | -1,
  ): SuggestionView | undefined {
    const at = list.findIndex((one) => one.id === of?.id);
    if (at >= 0) return list[at + by] ?? list.at(by === 1 ? 0 : -1);
    const place = from();
    const next =
      by === 1 ? list.find((one) => one.start >= place) : list.findLast((one) => one.start < place);
    return next ?? list.at(by === 1 ? 0 : -1);
  }

  function step(by: 1 | -1, how: OpenedBy): void {
    const next = neighbour(here, by);
    if (next) open({ suggestionId: next.id }, how);
    else toast(whyNone());
  }

  function toggleAloud(): void {
    if (!mayDecide || all.length === 0) return void toast(whyNone());
    setOn(!isOn);
    toast(isOn ? "Suggestions are hidden." : "Suggestions are shown.", { id: "suggestion" });
  }

  function whyNone(): string {
    if (!mayDecide) return "As a viewer you see no suggestions: members decide about them.";
    if (!isSuggestedFor(language)) return "Suggestions are made for texts in English only.";
    return isOn || all.length === 0
      ? "There are no suggestions left."
      : "Suggestions are hidden. Show them first.";
  }

  /** Decides one at a time, and goes on to the next that is not decided with it. */
  async function decide(
    ids: string[],
    said: (done: readonly string[]) => string,
    work: () => Promise<readonly string[]>,
  ): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    // The one that is open may not be proposed any more.
    const first = here && ids.includes(here.id) ? here : list.find((one) => ids.includes(one.id));
    const left = list.filter((one) => !ids.includes(one.id));
    const next = left.find((one) => one.start >= (first?.start ?? 0)) ?? left[0];
    try {
      const deciding = work();
      noteDone(ids, deciding);
      tellDone(ids, said(await deciding));
      if (next) open({ suggestionId: next.id }, "keyboard");
      else leave(first);
    } catch (error) {
      const theirs = ids.find((id) => decidedIn(error) === id);
      if (theirs) giveWay(theirs);
      else toast.error(messageOf(error));
    } finally {
      isBusy.current = false;
    }
  }

  async function change(suggestion: SuggestionView, passage: Selection, content: AttributionContent) {
    isBusy.current = true;
    try {
      const changing = attributing.change(suggestion.id, passage, content);
      noteDone(
        [suggestion.id],
        changing.then(() => [suggestion.id]),
      );
      const passageId = await changing;
      tellDone([suggestion.id], "Accepted with your changes");
      open({ passageId }, "keyboard");
    } finally {
      isBusy.current = false;
    }
  }

  const reporting = (suggestions: readonly SuggestionView[]) =>
    reportingOf(suggestions, undecided).filter(mayAccept);
  const together = (suggestion: SuggestionView) =>
    takenTogether(suggestion, { proposed: list, undecided }).filter(mayAccept);
  async function accept(given: readonly SuggestionView[]): Promise<void> {
    const suggestions = given.filter(mayAccept);
    if (suggestions.length === 0)
      return void toast("You have said who said these words.", { id: "suggestion" });
    const alongside = reporting(suggestions);
    // The text names somebody, and only a person can tell whom.
    const toAsk = [...suggestions, ...alongside].find(bearsSharedName);
    if (toAsk) return open({ suggestionId: toAsk.id, starting: "attribute" }, "pointer");
    const ids = [...suggestions, ...alongside].map((one) => one.id);
    const said = (done: readonly string[]) => {
      const isDone = (one: SuggestionView) => done.includes(one.id);
      return tellAccepted(suggestions.filter(isDone), alongside.filter(isDone));
    };
    await decide(ids, said, () => attributing.accept(suggestions));
  }

  /** What of it others have decided is theirs, and not undone. */
  function noteDone(ids: string[], deciding: Promise<readonly string[]>): void {
    undoing.note(keyOf(ids), async () => reopen(await deciding), deciding);
  }

  function tellDone(ids: string[], said: string): void {
    undoing.tell(said, keyOf(ids), { id: "suggestion" });
  }

  /** A colleague was faster: it closes, and says so. */
  function giveWay(id: string): void {
    toast(tellDecided(deciderOf(id)), { id: "suggestion" });
    if (openId === id) leave(latest.current);
  }

  /** Closes what is decided. Its words are no suggestion any more, so where the focus went with them, reading goes on there. */
  function leave(decided: SuggestionView | null | undefined): void {
    close();
    if (decided) afterFrame(() => landFocus(paragraphAt(given.blocks, decided.start)));
  }

  // A form that is being filled in stays.
  const isGone = openId !== null && isOn && !undecided.some((one) => one.id === openId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that has gone
  useEffect(() => {
    if (isGone && !isFormOpen && !isBusy.current) giveWay(openId);
  }, [isGone, isFormOpen, openId]);

  async function reopen(ids: readonly string[]): Promise<void> {
    await attributing.reopen(ids);
    open({ suggestionId: ids[0] ?? null }, "keyboard");
  }

  return {
    list,
    here,
    all: all.length,
    mayDecide,
    isOn,
    toggle: () => setOn(!isOn),
    toggleAloud,
    step,
    accept,
    mayAccept,
    together,
    reporting,
    dismiss: (suggestion) =>
      decide(
        [suggestion.id],
        () => "Dismissed",
        async () => {
          await attributing.dismiss(suggestion.id);
          return [suggestion.id];
        },
      ),
    change,
  };
}

/** The suggestion whose decision by somebody else was in the way. */
function decidedIn(error: unknown): string | null {
  const isConflict = error instanceof CallError && error.code === "conflict";
  return isConflict ? (suggestionView.safeParse(error.details).data?.id ?? null) : null;
}

/** The name under which a decision is taken back. */
function keyOf(ids: string[]): string {
  return `suggestion ${ids.join(" ")}`;
}

/** Kept in this browser; on until somebody switches it off. */
function useStoredSwitch(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(false);
  // Before the first paint: the bar said already that they are shown.
  useLayoutEffect(() => {
    try {
      setOn(localStorage.getItem(storageKey) !== "off");
    } catch {
      setOn(true);
    }
  }, []);
  const set = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(storageKey, next ? "on" : "off");
    } catch {
      // Then the choice lasts as long as the page.
    }
  };
  return [isOn, set];
}
