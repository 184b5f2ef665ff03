import { describe, expect, it } from "vitest";
import { chosenProblem, keyProblem, meet, takenBy } from "./conflicts";
import { canChange, contextOf, defaultKeys, isSingle, keysOf, shortcutIds } from "./keys";
import { shortcutFor } from "./press";
import { ariaKey, showKey } from "./show-key";
import { shortcutWords } from "./words";

const pairs = shortcutIds.flatMap((a, at) => shortcutIds.slice(at + 1).map((b) => [a, b] as const));
const shared = ([a, b]: (typeof pairs)[number]) => keysOf(a, {}).filter((key) => keysOf(b, {}).includes(key));

describe("the table", () => {
  it("gives no key twice in one place", () => {
    const doubled = pairs.filter(
      (pair) => contextOf(pair[0]) === contextOf(pair[1]) && shared(pair).length > 0,
    );
    expect(doubled).toEqual([]);
  });

  it("gives no letter twice where both can be pressed at the same moment", () => {
    const doubled = pairs.filter(
      (pair) => meet(contextOf(pair[0]), contextOf(pair[1])) && shared(pair).some(isSingle),
    );
    expect(doubled).toEqual([]);
  });

  it("never begins one key after another with a key that means something by itself", () => {
    const leaders = Object.values(defaultKeys).flatMap((keys) =>
      keys.flatMap((key) => (key.includes(" ") ? [key.split(" ")[0]] : [])),
    );
    const all = Object.values(defaultKeys).flat() as string[];
    expect(leaders.length).toBeGreaterThan(0);
    expect(all.filter((key) => leaders.includes(key))).toEqual([]);
  });

  it("says in different words what different keys of one place do", () => {
    const said = shortcutIds.map((id) => `${contextOf(id)}: ${shortcutWords[id]}`);
    expect(new Set(said).size).toBe(said.length);
  });
});

describe("shortcutFor", () => {
  it("takes S for show with a selection, for said on a passage", () => {
    expect(meet("selection", "passage")).toBe(false);
    expect(shortcutFor("s", ["selection.show", "passage.said"], {})).toBe("selection.show");
    expect(shortcutFor("s", ["passage.said", "text.next"], {})).toBe("passage.said");
    expect(shortcutFor("s", ["text.next"], {})).toBeUndefined();
  });

  it("takes U for an answer while a verdict is given, Enter for what is selected first", () => {
    expect(shortcutFor("u", ["text.next-unexamined", "verdict.U"], {})).toBe("verdict.U");
    expect(shortcutFor("u", ["text.next-unexamined"], {})).toBe("text.next-unexamined");
    const enters = ["text.pick", "suggestion.accept", "selection.menu"] as const;
    expect(shortcutFor("enter", enters, {})).toBe("selection.menu");
    expect(shortcutFor("enter", enters.slice(0, 2), {})).toBe("suggestion.accept");
  });

  it("knows a shortcut by the key that was chosen, and no more by its first one", () => {
    expect(shortcutFor("y", ["passage.reply"], { "passage.reply": "y" })).toBe("passage.reply");
    expect(shortcutFor("r", ["passage.reply"], { "passage.reply": "y" })).toBeUndefined();
    expect(shortcutFor("delete", ["suggestion.dismiss"], {})).toBe("suggestion.dismiss");
  });
});

describe("keyProblem", () => {
  it("names in words what has the key already", () => {
    expect(keyProblem("passage.reply", "n", {})).toMatch(/^N is taken: “next passage” \(in the text\)/);
    expect(keyProblem("passage.reply", "y", {})).toBeNull();
    expect(keyProblem("passage.reply", "n", { "text.next": "y" })).toBeNull();
    expect(keyProblem("text.next", "g", {})).toMatch(/^G is taken/);
  });

  it("lets keys of places that never meet be the same", () => {
    expect(takenBy("selection.link", "r", {})).toBeUndefined();
    expect(takenBy("lists.next", "n", {})).toBeUndefined();
    expect(takenBy("selection.link", "n", {})).toBe("text.next");
  });

  it("takes one letter, figure or sign", () => {
    for (const key of ["escape", "mod+b", "alt+x", "ab", "", " "])
      expect(keyProblem("passage.reply", key, {})).toMatch(/^Press one/);
    for (const key of ["shift+r", "7", ";", "é"]) expect(keyProblem("passage.reply", key, {})).toBeNull();
  });

  it("leaves alone what is named after its key, is a sequence, or is no letter", () => {
    const fixed = ["verdict.4", "verdict.U", "everywhere.claims", "picked.next", "composer.send"] as const;
    expect(fixed.filter(canChange)).toEqual([]);
    expect(keyProblem("verdict.U", "y", {})).toMatch(/cannot be changed/);
  });

  it("finds the fault in a whole set, and lets two swap", () => {
    expect(chosenProblem({ "text.next": "p", "text.previous": "n" })).toBeNull();
    expect(chosenProblem({ "text.next": "p" })).toMatch(/^P is taken/);
  });
});

it.each([
  ["shift+n", "Shift N", "Shift+N"],
  ["mod+k", "Ctrl K", "Control+K"],
  ["g ,", "G ,", ""],
  ["?", "?", "?"],
  ["alt+shift+arrowleft", "Alt Shift ←", "Alt+Shift+ArrowLeft"],
])("shows %s as %s and names it %s", (key, shown, named) => {
  expect([showKey(key), ariaKey(key)]).toEqual([shown, named]);
});
