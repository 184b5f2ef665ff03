import { describe, expect, it } from "vitest";
import { readKept } from "@/components/ui/use-kept";
import { readFilled } from "./use-kept-form";

const at = "2026-03-01T14:02:00.000Z";
const draft = { voice: "source", source: null, links: [] };
const read = (stored: unknown) => readKept(JSON.stringify(stored), readFilled);

describe("a kept attribution", () => {
  it("is read as it is kept today", () => {
    expect(read({ value: { draft, typed: "Ida" }, at })).toEqual({
      value: { draft, typed: "Ida" },
      on: {},
      at,
    });
  });

  it("is read as earlier versions have kept it", () => {
    expect(read({ draft, typed: null, at })).toEqual({ value: { draft, typed: null }, on: {}, at });
  });

  it.each([
    ["nothing", null],
    ["a word", "draft"],
    ["no moment", { value: { draft, typed: null } }],
    ["no draft", { value: { typed: "Ida" }, at }],
    ["no links", { draft: { voice: "source" }, typed: null, at }],
  ])("is nothing when it holds %s", (_, stored) => {
    expect(read(stored)).toBeNull();
  });
});
