"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import type { Mark } from "@/components/discussion/use-mark";
import type { KeyTable } from "@/components/shortcuts/use-keys";
import { announce } from "@/components/ui/announcer";
import { toast } from "@/components/ui/toast";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { type PickStep, stepPick } from "@/lib/passages/pick-sentence";
import { longestPassage } from "@/lib/passages/schema";
import type { ShortcutId } from "@/lib/shortcuts/keys";
import type { Span } from "@/lib/text/offsets";
import type { Picking } from "./picking";
import type { SelectionAction } from "./selection-menu";
import { copyWordsLink } from "./use-marking";
import type { SelectionControl } from "./use-selection";

type Given = {
  article: { text: string; language: string };
  selection: SelectionControl;
  /** Picks a span, and takes the reader there. */
  pickAt: (span: Span) => void;
  /** Passages under the selection. */
  here: PassageEntry[];
  mayMark: boolean;
  picking: Picking | null;
  onPicked: () => void;
  mark: Mark;
  onMarked: (id: string) => void;
  /** Records that these words are the reporter's own. */
  onOwn: (id: string, span: Span) => void;
  choose: (ids: string[]) => void;
};

type KeyedSteps = Partial<Record<ShortcutId, PickStep>>;

const steps = {
  "picked.next": "next",
  "picked.previous": "previous",
  "picked.widen": "widen",
  "picked.narrow": "narrow",
  "picked.end-forward": "end-forward",
  "picked.end-back": "end-back",
  "picked.start-forward": "start-forward",
  "picked.start-back": "start-back",
} as const satisfies KeyedSteps;

/** What can be done with the selected words, and the keys that do it. */
export function useSelectionKeys(given: Given) {
  const { article, selection, here, mayMark, picking } = given;
  const { open } = useRoom();
  const [focusRequest, setFocusRequest] = useState(0);
  const { selected } = selection;
  // What was asked of one menu is not asked of the next.
  if (!selected && focusRequest > 0) setFocusRequest(0);
  const focusMenu = () => setFocusRequest((before) => before + 1);

  function passageOn(span: Span, isForForm: boolean): string {
    const same = here.find(({ passage }) => passage.start === span.start && passage.end === span.end);
    return same?.passage.id ?? given.mark(span, article.text.slice(span.start, span.end), isForForm);
  }

  function act(action: SelectionAction): void {
    if (!selected) return;
    if (action === "leave" || action === "pick") {
      if (action === "pick") takePicked(selected);
      given.onPicked();
      selection.clear();
    } else if (action === "link") {
      void copyWordsLink(article.text, selected);
    } else if (action === "show") {
      given.choose(byLength(here));
    } else if (mayMark && selected.end - selected.start > longestPassage) {
      toast.error("This is too long for one passage. Select a shorter stretch.");
    } else if (mayMark) {
      const id = passageOn(selected, action !== "highlight" && action !== "own");
      selection.clear();
      if (action === "highlight") given.onMarked(id);
      else if (action === "own") given.onOwn(id, selected);
      else open({ passageId: id, starting: action }, "pointer");
    }
  }

  function takePicked(span: Span): void {
    const now = picking?.now;
    if (now?.start === span.start && now.end === span.end)
      toast("Nothing changed: these are the same words.");
    else picking?.onPick(span);
  }

  function step(by: PickStep): void {
    if (!selected) return;
    const next = stepPick(article.text, selected, by, article.language);
    if (next === selected) {
      announce(by.startsWith("end") || by.startsWith("start") ? "No further." : "No more sentences.");
      return;
    }
    given.pickAt(next);
    announce(article.text.slice(next.start, Math.min(next.end, next.start + 300)));
  }

  const table: KeyTable = selected ? keysFor(selected.by === "picked") : {};
  function keysFor(isPicked: boolean): KeyTable {
    const arrows = isPicked
      ? Object.fromEntries(Object.entries(steps).map(([key, by]) => [key, () => step(by)]))
      : {};
    if (picking)
      return { ...arrows, "selection.menu": () => act("pick"), "selection.leave": () => act("leave") };
    const letters: KeyTable = {
      "selection.attribute": () => act("attribute"),
      "selection.own": () => act("own"),
      "selection.so": () => act("so"),
      "selection.comment": () => act("other"),
      "selection.highlight": () => act("highlight"),
    };
    return {
      ...arrows,
      ...(mayMark ? letters : {}),
      "selection.link": () => act("link"),
      ...(here.length > 0 ? { "selection.show": () => act("show") } : {}),
      "selection.menu": focusMenu,
      "selection.leave": selection.clear,
    };
  }

  return { act, table, focusRequest, focusMenu, mayMark };
}

/** The shortest first, as where a click meets several. */
function byLength(entries: PassageEntry[]): string[] {
  return entries
    .toSorted((a, b) => a.passage.end - a.passage.start - (b.passage.end - b.passage.start))
    .map((entry) => entry.passage.id);
}
