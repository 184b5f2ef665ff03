import { describe, expect, it } from "vitest";
import { findMail } from "./recognise-mail";

describe("findMail", () => {
  it.each([
    [
      [
        "From: Ann <ann@example.org>",
        "Date: Tue, 17 Nov 2026 10:00:00 +0100",
        "Subject: Fwd: Re: Storm",
        "See below.",
      ],
      [0, 1, 2],
      "Storm",
    ],
    [
      [
        "Look at this!",
        "---------- Forwarded message ---------",
        "Von: Ann <ann@example.org>",
        "Gesendet: Dienstag, 17. November 2026 10:00",
        "Betreff: WG: Sturm",
        "Ein Sturm kam.",
      ],
      [1, 2, 3, 4],
      "Sturm",
    ],
    [
      [
        "From: A <a@b.c>",
        "Subject: Fwd: Storm",
        "> From: D <d@e.f>",
        "> Subject: The storm itself",
        "> It came.",
      ],
      [0, 1, 2, 3],
      "The storm itself",
    ],
    [["To: sender", "A: Yes.", "De: rien."], [], null],
    [["Subject: the storm", "It came."], [], null],
    [["Q: Why?", "A: Because.", "A: Again."], [], null],
  ])("%j", (texts, lines, subject) => {
    const found = findMail(texts);
    expect([Array.from(found.lines), found.subject]).toEqual([lines, subject]);
  });
});
