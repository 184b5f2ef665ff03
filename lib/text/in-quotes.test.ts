import { expect, it } from "vitest";
import { inQuotes } from "./in-quotes";

it.each([
  ["words without any", "Harbour to reopen", "“Harbour to reopen”"],
  ["curly ones", "Harbour “to reopen” in spring", "“Harbour ‘to reopen’ in spring”"],
  ["straight ones", 'Falls to "Record Low"', "“Falls to ‘Record Low’”"],
  ["straight ones at the beginning", '"Record Low" it is', "“‘Record Low’ it is”"],
  ["straight ones behind a bracket and a dash", 'Low ("record") – "so low"', "“Low (‘record’) – ‘so low’”"],
  ["low ones", "Der „Rekord“ ist da", "“Der ‚Rekord‘ ist da”"],
  ["one that is never closed", 'He said "we go', "“He said ‘we go”"],
  ["one that stands alone", 'A 17" screen', "“A 17’ screen”"],
  ["apostrophes, which stay", "The town’s mayor", "“The town’s mayor”"],
])("puts %s in quotation marks", (_what, words, quoted) => {
  expect(inQuotes(words)).toBe(quoted);
});
