import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursor, momentCursor, readCursor, writeCursor } from "./cursor";

const id = "0190a5a0-0000-7000-8000-000000000001";

describe("a cursor", () => {
  it.each(["000000012", "", "Éva “Nagy”", "2026-11-23", "👩‍👩‍👧"])("comes back with %j", (key) => {
    const word = writeCursor({ key, id });
    expect(word).toMatch(/^[\w-]+$/);
    expect(readCursor(word)).toEqual({ key, id });
    expect(cursor.parse(word)).toEqual({ key, id });
  });

  const zero = writeCursor({ key: "\u0000", id });
  it.each(["", "x", "🙂", zero, writeCursor({ key: "a", id: "no id" }), btoa("[1,2]"), btoa("null")])(
    "%j is none",
    (word) => {
      expect(readCursor(word)).toBeNull();
      expect(cursor.safeParse(word).success).toBe(false);
    },
  );

  it("comes back whatever names are ordered by, and fits into an address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.uuid(), (key, some) => {
        const word = writeCursor({ key, id: some });
        expect(readCursor(word)).toEqual({ key, id: some });
        expect(encodeURIComponent(word)).toBe(word);
      }),
    );
  });

  it.each(["0000-01-01T00:00:00Z", "Tuesday", "2026-13-01T00:00:00Z", ""])("names no moment by %j", (key) => {
    const refused = momentCursor.safeParse(writeCursor({ key, id })).error?.issues;
    expect(refused).toMatchObject([{ message: "This page of the list does not exist. Start at its top." }]);
  });

  it("of a list by moments is like any other", () => {
    const place = { key: "2026-11-26T10:00:00.123Z", id };
    expect(momentCursor.parse(writeCursor(place))).toEqual(place);
    expect(momentCursor.safeParse("nonsense").error?.issues).toHaveLength(1);
  });

  it("of the longest names is not too long", () => {
    for (const letter of ["Ⱥ", "東", '"', "𝔘"]) {
      const word = writeCursor({ key: letter.repeat(200).slice(0, 200), id });
      expect(cursor.safeParse(word).success).toBe(true);
    }
  });
});
