import { expect, it } from "vitest";
import { wordsForWhatStays } from "./what-stays";

const nothing = { passages: 0, attributions: 0, verdicts: 0, evidence: 0, comments: 0 };

it.each([
  [{}, null],
  [{ comments: 1 }, "1 comment"],
  [{ attributions: 1, verdicts: 2 }, "1 attribution and 2 verdicts"],
  [
    { passages: 1200, attributions: 3, verdicts: 1, evidence: 2, comments: 4 },
    "1,200 passages, 3 attributions, 1 verdict, 2 pieces of evidence and 4 comments",
  ],
])("says %j as %j", (some, words) => expect(wordsForWhatStays({ ...nothing, ...some })).toBe(words));
