import { expect, it } from "vitest";
import { judgedWords } from "./judged-words";

const by = (stance: "claims" | "denies", speaker: string | null = "Colin Frayne") => ({ speaker, stance });

it("says of a denial what is judged on either question, and of a claim nothing", () => {
  expect(judgedWords("so", by("denies"))).toBe(
    "The words themselves are judged, which are denied by Colin Frayne.",
  );
  expect(judgedWords("said", by("denies"))).toBe(
    "What is judged is whether the words are denied by Colin Frayne, as the article has it.",
  );
  expect(judgedWords("so", by("claims"))).toBeNull();
  expect(judgedWords("so", by("denies", null))).toBeNull();
});
