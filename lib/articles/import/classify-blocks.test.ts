import { describe, expect, it } from "vitest";
import { makeDraft } from "./make-draft";

/** The lines of a text, each with the role that a careful reader gives it: "body | The council votes." */
type Case = { name: string; lines: string[] };

function cut(line: string): [string, string] {
  const at = line.indexOf(" | ");
  return [line.slice(0, at), line.slice(at + 3)];
}

function sorted(lines: string[], format: "text" | "markdown", between = "\n\n"): string[] {
  const result = makeDraft(lines.map((line) => cut(line)[1]).join(between), format);
  if (!result.ok) throw new Error(result.reason);
  return result.draft.blocks.map(({ role, text }) => `${role} | ${text}`);
}

const speech: Case[] = [
  {
    name: "a transcript whose speakers say the same twice",
    lines: [
      "title | Hearing of the harbour committee",
      "body | CHAIR: The committee is in session.",
      "body | MEMBER (Orlo): Who signed the second invoice?",
      "body | WITNESS: I do not recall.",
      "body | MEMBER (Orlo): Who signed the second invoice?",
      "body | WITNESS: I do not recall.",
      "body | [00:12:40] CHAIR: That will do.",
      "boilerplate | Sign up for our weekly newsletter",
    ],
  },
  {
    name: "an interview that asks twice",
    lines: [
      "title | Nine questions for the harbour master",
      "body | Q: Will you resign over the cranes?",
      "body | A: I have been asked that before, and I told them no.",
      "body | Q: What did the auditors find?",
      "body | A: Habits.",
      "body | Q: Will you resign over the cranes?",
      "body | A: No.",
      "body | Q: Thank you.",
      "boilerplate | Read more: The log of a ferry",
    ],
  },
  {
    name: "an interview without labels that asks twice",
    lines: [
      "title | Nine questions for the harbour master",
      "body | And nobody believed you then?",
      "body | My professor said that instruments do not lie, but that students do.",
      "body | And nobody believed you then?",
      "body | Not until last year.",
      "boilerplate | Follow us on Twitter",
    ],
  },
  {
    name: "a refrain of the reporter's",
    lines: [
      "title | The empty chair of Orlo",
      "body | For nine years nobody took minutes in the council, its clerk said.",
      "body | And still the bell was rung.",
      "body | Then came the auditors, who asked for paper and were shown a bell.",
      "body | And still the bell was rung.",
      "body | The clerk retires in June, after thirty years of silence.",
    ],
  },
];

const ends: Case[] = [
  {
    name: "short sentences behind a pointer",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
      "boilerplate | READ MORE: Who owns the Old Mill?",
      "body | Tarn Homes denies any wrongdoing.",
      "body | “None of it is true,” said its lawyer.",
      "body | 'Nor is the rest,' she added",
      "body | Nobody was charged.",
      "body | The council votes on Thursday.",
    ],
  },
  {
    name: "a list behind an advertisement",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
      "body | The council named two conditions:",
      "boilerplate | Advertisement",
      "body | • a ferry at night",
      "body | • a fund for shops",
      "boilerplate | Subscribe to our newsletter",
      "boilerplate | Sign up",
    ],
  },
  {
    name: "headlines that a heading announces",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
      "body | The council votes on Thursday.",
      "boilerplate | Related articles",
      "boilerplate | Mill plans “too tall”, say neighbours",
      "boilerplate | Who owns the Old Mill, and why does nobody at the council know it?",
      "boilerplate | Comments (214)",
    ],
  },
  {
    name: "a page's word about itself that it prints twice",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
      "body | The council votes on Thursday.",
      "boilerplate | Better informed",
      "boilerplate | Tarnpost stands for fairness, whatever the weather on the hill.",
      "boilerplate | Tarnpost stands for fairness, whatever the weather on the hill.",
      "boilerplate | To learn how Tarnpost corrects its errors, click here.",
    ],
  },
  {
    name: "a last sentence that came twice in copying",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
      "body | The council votes on Thursday evening.",
      "body | The council votes on Thursday evening.",
      "boilerplate | Subscribe to our newsletter",
    ],
  },
  {
    name: "a part of an article below a divider",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper. Nobody at the town hall remembers who stamped it, and the stamp itself has been missing since the flood of 2019.",
      "boilerplate | ###",
      "body | It was a wet night when the mill burned, her neighbour said.",
    ],
  },
  {
    name: "a heading about somebody, which is no press release's sender",
    lines: [
      "title | Mill to be sold next spring",
      "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
      "body | About Orlo",
      "body | Orlo has four mills, and three of them stand still since the war.",
      "boilerplate | Subscribe to our newsletter",
    ],
  },
];

describe("keeps what somebody says, however often and however short:", () => {
  it.each([...speech, ...ends])("$name", ({ lines }) => {
    expect(sorted(lines, "text")).toEqual(lines);
  });

  it.each([...speech, ...ends])("$name, one paragraph a line", ({ lines }) => {
    expect(sorted(lines, "text", "\n")).toEqual(lines);
  });
});

it("marks no turn of a speaker as a copy, and the later of two equal paragraphs as one", () => {
  const copies = ({ lines }: Case) => {
    const result = makeDraft(lines.map((line) => cut(line)[1]).join("\n\n"), "text");
    return result.ok ? result.draft.blocks.map(({ duplicateOf }) => duplicateOf) : [];
  };
  const [transcript, , , refrain] = speech.map(copies);
  expect(transcript?.every((one) => one === null)).toBe(true);
  expect(refrain).toEqual([null, null, null, null, 2, null]);
});

it("takes the page's name above its menu for no headline, and a headline above other furniture for one", () => {
  const page = [
    "boilerplate | The Brennington Courier",
    "boilerplate | Home | News | Sport | Subscribe",
    "title | Mill to be sold next spring",
    "byline | By Ines Holm",
    "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
  ];
  expect(sorted(page, "text")).toEqual(page);
  expect(sorted(page, "text", "\n")).toEqual(page);
  const story = [
    "title | Mill to be sold next spring",
    "boilerplate | Home | News | Sport | Subscribe",
    "byline | By Ines Holm",
    "body | The developer had applied for a permit three days earlier, according to documents seen by this paper.",
  ];
  expect(sorted(story, "text")).toEqual(story);
});
