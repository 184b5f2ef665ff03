import { expect, it } from "vitest";
import { readWordsAddress, wordsAddress, wordsFragment } from "./words-fragment";

it.each([
  ["a few words", "lost two winters", {}, ":~:text=lost%20two%20winters"],
  ["signs of the directive itself", "first-hand, they said", {}, ":~:text=first%2Dhand%2C%20they%20said"],
  [
    "a figure with what stands beside it",
    "22",
    { before: "The harbour, she said, lost ", after: " boats - and more." },
    ":~:text=she%20said%2C%20lost-,22,-boats%20%2D%20and",
  ],
  ["nothing beside it", "22", { before: " ", after: "" }, ":~:text=22"],
  [
    "a long stretch by its ends",
    "one two three four five six seven eight nine ten eleven twelve thirteen",
    {},
    ":~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
  ],
  ["what crosses paragraphs", "the end.\n\nThe next", {}, ":~:text=the%20end.,The%20next"],
])("%s", (_, exact, beside, fragment) => {
  expect(wordsFragment(exact, beside)).toBe(fragment);
});

it("leads to words by their place and by themselves", () => {
  const text = "Ida said: no.";
  const address = wordsAddress(text, { start: 4, end: 8 });
  expect(address).toBe("?words=4-8#:~:text=said");
  expect(readWordsAddress("?words=4-8", text.length)).toEqual({ start: 4, end: 8 });
});

it.each([
  "",
  "?words=",
  "?words=8-4",
  "?words=4-4",
  "?words=4-80",
  "?words=-1-4",
  "?words=a-b",
  "?passage=4-8",
])("leads nowhere with “%s”", (search) => {
  expect(readWordsAddress(search, 13)).toBeNull();
});
