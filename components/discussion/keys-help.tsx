"use client";

import { Dialog } from "@/components/ui/dialog";

const groups: { title: string; keys: [keys: string[], does: string][] }[] = [
  {
    title: "In the text",
    keys: [
      [["J", "K"], "next, previous paragraph"],
      [["Enter"], "pick its first sentence"],
      [["Tab"], "go through the passages"],
      [["U"], "pick the next words that nobody has examined; Shift U the ones before"],
    ],
  },
  {
    title: "With a picked sentence",
    keys: [
      [["←", "→"], "previous, next sentence"],
      [["↓", "↑"], "take one more in, leave the last out"],
      [["Shift ←", "Shift →"], "move the end by a word"],
      [["Alt Shift ←", "Alt Shift →"], "move the start by a word"],
    ],
  },
  {
    title: "With selected words",
    keys: [
      [["A"], "say who said it"],
      [["O"], "they are the reporter’s own"],
      [["I"], "is it so?"],
      [["C"], "comment"],
      [["H"], "highlight only"],
      [["L"], "copy a link to the words"],
      [["S"], "show the passages that lie here"],
      [["Enter"], "go to the menu"],
      [["Alt"], "held while dragging: these letters, not whole words"],
      [["Esc"], "let go"],
    ],
  },
  {
    title: "Passages",
    keys: [
      [["N", "P"], "next, previous passage"],
      [["Shift N"], "next one with something new"],
      [["A", "O"], "say who said the open passage; it is the reporter’s own"],
      [["V", "S"], "judge it: is it so, did they say so?"],
      [["4", "3", "2", "1", "U", "O"], "then the answer, and Enter"],
      [["E"], "add evidence"],
      [["I", "C"], "start a thread on the open passage"],
      [["R"], "reply, with the selected words as a quotation"],
      [["X"], "resolve or reopen"],
      [["F"], "filter"],
      [["Q"], "hide or show all highlights"],
      [["M"], "list of all passages"],
      [["W"], "whose words: the table"],
      [["Esc"], "close"],
    ],
  },
];

const suggestionKeys: (typeof groups)[number] = {
  title: "Suggestions",
  keys: [
    [["]", "["], "next, previous suggestion"],
    [["Enter"], "accept it"],
    [["Shift Enter"], "accept all of its source"],
    [["A"], "change it, then accept"],
    [["⌫"], "dismiss it"],
    [["Ctrl Z"], "undo the last decision"],
  ],
};

type Props = {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  areLettersOn: boolean;
  onLetters: (on: boolean) => void;
};

/** The keys of this page, and the switch for those who do not want single letters. */
export function KeysHelp({ isOpen, onOpen, areLettersOn, onLetters }: Props) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpen} title="Keys of this page">
      <label className="flex items-center gap-2 text-card">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          checked={areLettersOn}
          onChange={({ target }) => onLetters(target.checked)}
        />
        Use single letters as keys
      </label>
      {[...groups, suggestionKeys].map((group) => (
        <section key={group.title}>
          <h3 className="mb-1 font-semibold text-card">{group.title}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-card">
            {group.keys.map(([keys, does]) => (
              <div key={does} className="contents">
                <dt className="flex flex-wrap gap-1">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="rounded-md border border-hairline bg-sunk px-1.5 font-mono text-label"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd className="text-muted">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
