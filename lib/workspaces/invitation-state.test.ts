import { describe, expect, it } from "vitest";
import { hintAtAddress, stateOfInvitation } from "./invitation-state";

const now = new Date("2026-11-23T12:00:00Z");
const before = new Date("2026-11-23T11:59:59.999Z");
const after = new Date("2026-11-23T12:00:00.001Z");

const cases = [
  ["open", { acceptedAt: null, withdrawnAt: null, expiresAt: after }],
  ["expired", { acceptedAt: null, withdrawnAt: null, expiresAt: before }],
  ["expired", { acceptedAt: null, withdrawnAt: null, expiresAt: now }],
  ["withdrawn", { acceptedAt: null, withdrawnAt: before, expiresAt: after }],
  ["withdrawn", { acceptedAt: null, withdrawnAt: before, expiresAt: before }],
  ["accepted", { acceptedAt: before, withdrawnAt: null, expiresAt: before }],
] as const;

describe("stateOfInvitation", () => {
  it.each(cases)("is %s for %j", (state, given) => {
    expect(stateOfInvitation(given, now)).toBe(state);
  });
});

describe("hintAtAddress", () => {
  it.each([
    ["ida@example.org", "i…@example.org"],
    ["x@example.org", "x…@example.org"],
  ])("hints at %s", (email, hint) => {
    expect(hintAtAddress(email)).toBe(hint);
  });
});
