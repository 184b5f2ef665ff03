import { describe, expect, it } from "vitest";
import type { AttributionContent } from "@/lib/attributions/schema";
import { ready } from "@/lib/outbox/attempt";
import { heldUp, readyToSend } from "@/lib/outbox/queue";
import { bodyOfText } from "@/lib/threads/comment-schema";
import type { Post } from "@/lib/threads/post";
import {
  groundedLetters,
  hasRefused,
  type Letter,
  letterOrder,
  type Said,
  type Saying,
  strandedLetters,
} from "./outbox";
import type { Discussion } from "./schema";

const now = 1_000_000;
const base = { articleId: "x", at: "2026-11-23T09:00:00.000Z", ...ready };

function saying(id: string, passageId: string, said: Said): Saying {
  return { id, passageId, ...base, ...said };
}

function verdict(id: string, passageId = "p", evidence: string[] = []): Saying {
  const rests = evidence.map((one) => ({ id: one, version: 1 }));
  const given = { axis: "so", verdict: "4", exact: "boats", sourceId: null, replaces: null } as const;
  return saying(id, passageId, { kind: "assessment", given: { ...given, evidence: rests } });
}

function evidence(id: string, passageId = "p"): Saying {
  const content = { url: null, title: "Log", excerpt: "", bearing: "supports", primary: true } as const;
  return saying(id, passageId, { kind: "evidence", content });
}

function attribution(id: string, passageId: string, isAlong: boolean): Saying {
  const ground = isAlong ? { passage: { id: passageId, start: 1, end: 4, exact: "boa" } } : { passageId };
  const content: AttributionContent = {
    ...{ voice: "reporter", source: null, directness: null, mention: null, cue: null, cueClass: null },
    ...{ channel: "unknown", polarity: "positive", saidAt: null, links: [], parentId: null },
  };
  return saying(id, passageId, {
    kind: "attribution",
    ground,
    content,
    draft: null,
  });
}

const comment = (id: string, threadId: string): Post => ({
  id,
  threadId,
  body: bodyOfText(id),
  start: null,
  ...base,
});

const failed = (one: Saying): Saying => ({ ...one, state: "failed" });
const sending = (one: Saying): Saying => ({ ...one, state: "sending" });

const cases: [string, Letter[], string[], string, string][] = [
  ["a verdict goes", [verdict("v")], [], "v", ""],
  ["not before its passage", [verdict("v")], ["p"], "", "v"],
  ["whatever other passages wait", [verdict("v")], ["q"], "v", ""],
  ["an attribution takes its passage along", [attribution("a", "p", true)], ["p"], "a", ""],
  ["or waits for it", [attribution("a", "p", false)], ["p"], "", "a"],
  [
    "what is said of one passage goes one by one",
    [sending(attribution("a", "p", false)), verdict("v")],
    [],
    "",
    "",
  ],
  ["of two, side by side", [attribution("a", "p", false), verdict("v", "q")], [], "a v", ""],
  ["a refusal holds up nothing", [failed(attribution("a", "p", false)), verdict("v")], [], "v", ""],
  ["but what rests on it", [failed(evidence("e")), verdict("v", "p", ["e"])], [], "", "v"],
  ["evidence goes before its verdict", [evidence("e"), verdict("v", "p", ["e"])], [], "e", "v"],
  ["comments stand in no line of a passage", [sending(verdict("v")), comment("c", "p2")], [], "c", ""],
];

describe("letters", () => {
  it.each(cases)("%s", (_, all, unsaved, free, held) => {
    const order = letterOrder(all, new Set(unsaved));
    expect(readyToSend(all, now, order).join(" ")).toBe(free);
    expect([...heldUp(all, order)].join(" ")).toBe(held);
  });
});

const stuck = <One extends Letter>(one: One): One => ({ ...one, state: "failed", message: "Refused." });
const begun = (id: string, threadId: string): Post => ({
  ...comment(id, threadId),
  start: { about: "other", passageId: "gone", passage: null },
});

const strandedCases: [string, Letter[], string][] = [
  ["a verdict on a passage that is gone", [stuck(verdict("v", "gone"))], "v"],
  ["evidence", [stuck(evidence("e", "gone"))], "e"],
  ["who said it", [stuck(attribution("a", "gone", false))], "a"],
  ["a reply in a thread that is gone", [stuck(comment("c", "t gone"))], "c"],
  ["in one on a passage that is gone", [stuck(comment("c", "t on gone"))], "c"],
  ["in one on a source that is gone", [stuck(comment("c", "t on lost source"))], "c"],
  [
    "the start of a thread there, and what waits behind it",
    [stuck(begun("s", "t on gone")), comment("c", "t on gone")],
    "s c",
  ],
  ["a verdict behind its evidence", [stuck(evidence("e", "gone")), verdict("v", "gone", ["e"])], "e v"],
  [
    "one that waits for the connection",
    [{ ...verdict("v", "gone"), state: "waiting", message: "No connection." }],
    "v",
  ],
  ["none that has just been written", [verdict("v", "gone"), comment("c", "t gone")], ""],
  ["none that is stored", [{ ...comment("c", "t gone"), state: "sent", message: "Once." }], ""],
  [
    "none that stands where it belongs",
    [stuck(verdict("v")), stuck(comment("c", "t")), stuck(comment("d", "t on source"))],
    "",
  ],
];

describe("stranded letters", () => {
  const thread = (id: string, on: { passageId?: string; sourceId?: string }) =>
    ({ id, passageId: null, sourceId: null, ...on }) as unknown as Discussion["threads"][number];
  const discussion = {
    passages: [{ id: "p" }] as Discussion["passages"],
    sources: [{ id: "s" }] as Discussion["sources"],
    threads: [
      thread("t", { passageId: "p" }),
      thread("t on source", { sourceId: "s" }),
      thread("t on gone", { passageId: "gone" }),
      thread("t on lost source", { sourceId: "lost" }),
    ],
  };
  it.each(strandedCases)("%s", (_, all, stranded) => {
    const held = heldUp(all, letterOrder(all, new Set()));
    expect(
      strandedLetters(all, held, discussion)
        .map(({ id }) => id)
        .join(" "),
    ).toBe(stranded);
  });
});

it("tells what was refused for its passage, and has that again", () => {
  const groundless = (one: Letter): Letter => ({ ...stuck(one), isGroundless: true });
  const shown = {
    passages: [{ id: "p" }] as Discussion["passages"],
    sources: [],
    threads: [{ id: "t", passageId: "p", sourceId: null } as Discussion["threads"][number]],
  };
  const all = [
    groundless(verdict("back")),
    groundless(comment("back too", "t")),
    groundless(verdict("gone", "gone")),
    groundless(comment("gone too", "t gone")),
    stuck(verdict("refused for something else")),
    { ...groundless(verdict("tried again")), state: "queued" as const },
  ];
  expect(groundedLetters(all, shown).map(({ id }) => id)).toEqual(["back", "back too"]);
});

it("tells the passages on which something was refused", () => {
  const entry = { passage: { id: "p" }, threads: [{ id: "t" }] };
  expect(hasRefused([stuck(comment("c", "t"))], entry)).toBe(true);
  expect(hasRefused([stuck(verdict("v"))], entry)).toBe(true);
  expect(hasRefused([verdict("v"), comment("c", "t")], entry)).toBe(false);
  expect(hasRefused([stuck(verdict("v", "q")), stuck(comment("c", "u"))], entry)).toBe(false);
});
