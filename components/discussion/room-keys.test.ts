import { describe, expect, it } from "vitest";
import { shortcutIds } from "@/lib/shortcuts/keys";
import { shortcutFor } from "@/lib/shortcuts/press";
import { keysBesideWords, roomKeys } from "./room-keys";

/** What the page's keys do while a verdict on whether it is so is being given, and the focus is elsewhere. */
function keysWhileJudging() {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const table = roomKeys({
    ...{ passageId: "p", suggestion: null, isAnythingOpen: true, isPicking: false, mayRecord: true },
    judging: { axis: "so", answer: (verdict) => done.push(`answer ${verdict}`), focus: note("focus") },
    open: ({ starting }) => done.push(`open ${starting}`),
    ...{ hasSpeaker: true, reply: note("reply"), own: note("own"), undo: note("undo") },
    ...{ toggleState: note("state"), refuse: note("refuse"), explain: note("explain"), close: note("close") },
    ...{ step: note("step"), stepUnread: note("step"), stepSuggestion: note("step"), accept: note("accept") },
    ...{ mayAccept: () => true, sameSource: (one) => [one], dismiss: note("dismiss") },
    ...{ leavePicking: note("leave"), toggleQuiet: note("quiet"), toggleFilter: note("filter") },
    ...{ toggleList: note("list"), toggleCoverage: note("coverage") },
  });
  return { done, table };
}

it.each([
  ["i", undefined],
  ["e", undefined],
  ["s", undefined],
  ["r", "passage.reply"],
  ["n", "text.next"],
])("%s means no passage that is open while other words are selected", (key, expected) => {
  const beside = keysBesideWords(keysWhileJudging().table);
  const live = shortcutIds.filter((id) => beside[id]);
  expect(shortcutFor(key, live, {})).toBe(expected);
});

describe("the page’s keys while a verdict is being given", () => {
  it.each([
    ["v", "focus"],
    ["s", "open said"],
    ["a", "open attribute"],
    ["e", "open evidence"],
    ["i", "open accuracy"],
    ["c", "open other"],
    ["r", "reply"],
    ["4", "answer 4"],
    // An answer, and not that it is the reporter's own.
    ["o", "answer O"],
  ])("%s: %s", (key, expected) => {
    const { done, table } = keysWhileJudging();
    const live = shortcutIds.filter((id) => table[id]);
    const meant = shortcutFor(key, live, {});
    if (meant) table[meant]?.();
    expect(done).toEqual([expected]);
  });

  it.each(["passage.own", "passage.resolve", "text.undo"] as const)("%s does nothing", (id) => {
    expect(keysWhileJudging().table[id]).toBeUndefined();
  });
});
