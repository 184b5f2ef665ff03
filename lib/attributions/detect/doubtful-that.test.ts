import { type Case, tryCases } from "./test-found";

// Rumours, reports and evidence that somebody spoke: only what the text itself stands behind was said. Each case is a text
// and what must come out: source > words, "?" for somebody unnamed. A case without expectations: nothing may be suggested.

const takenBack: Case[] = [
  ["Reports that Berg said the dam was safe were false."],
  [
    "Reports that the minister told aides the war was lost are untrue, Holm said.",
    "Holm > Reports that the minister told aides the war was lost are untrue",
  ],
  ["Reports from the front that the general said the war was lost could not be confirmed."],
  ["Reports emerged that Berg said the dam was safe."],
  ["Contrary to reports that Berg said the dam was safe, it broke."],
  ["Despite reports that Berg said the dam was safe, she did not."],
  ["Holm responded to reports that Berg said the dam was safe.", "Holm > that Berg said the dam was safe"],
  ["A hoax report that Berg said the dam was safe spread fast."],
  ["Rumours are circulating that Berg said the dam was safe."],
  ["The allegation is that Berg said the dam was safe."],
  ["Claims on Facebook that Berg said the dam was safe are false."],
  ["Claims made on Facebook that Berg said the dam was safe are false."],
  ["The story that Berg said the dam was safe is untrue."],
  ["That Berg said the dam was safe is untrue."],
  ["A letter in which Berg said the dam was safe turned out to be forged."],
  ["If Holm is right that Berg said the dam was safe, she must go."],
  ["The news that Berg said the dam was safe turned out to be wrong."],
  ["The evidence that Berg said the dam was safe was fabricated."],
  ["The evidence presented in court that Berg said the dam was safe was forged."],
  ["Prosecutors failed to produce evidence that Berg said the dam was safe."],
  ["Police are looking for evidence that Berg said the dam was safe."],
  ["Nobody has found evidence that Berg said the dam was safe."],
  ["Holm offered weak evidence that Berg said the dam was safe."],
  ["He was convicted of forging evidence that Berg said the dam was safe."],
  ["There is insufficient evidence that Berg said the dam was safe."],
  ["There is scant evidence that Berg said the dam was safe."],
  ["There is hardly any evidence that Berg said the dam was safe."],
  ["If there is evidence that Berg said the dam was safe, she must go."],
  ["There is no record that Berg said the dam was safe."],
  ["There is a chance that Berg said the dam was safe."],
  ["There is nothing to show that Berg said the dam was safe."],
  ["It is far from true that Berg said the dam was safe."],
  ["It may be true that Berg said the dam was safe."],
  ["It is only partly true that Berg said the dam was safe."],
  ["It seems to be true that Berg said the dam was safe."],
  ["If it is true that Berg said the dam was safe, she must go."],
  ["Whether it is true that Berg said the dam was safe is unknown."],
  ["Had it been true that Berg said the dam was safe, she would have left."],
  ["It is by no means certain that Berg said the dam was safe."],
  ["It is not known that Berg said the dam was safe."],
  ["It would be wrong to say that Berg said the dam was safe."],
  ["Holm falsely claimed that Berg said the dam was safe.", "Holm > that Berg said the dam was safe"],
  ["Holm is not convinced that Berg said the dam was safe."],
  ["No witness heard that Berg said the dam was safe."],
  ["Holm wished that Berg had said the dam was safe."],
  ["Berg was misquoted as saying that the dam was safe."],
];

const vouchedFor: Case[] = [
  ["It is certainly true that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["It is clear that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["There is clear evidence that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["There is no doubt that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["Police have found new evidence that Berg said the dam was safe.", "Berg > the dam was safe"],
  [
    "Holm confirmed reports that Berg said the dam was safe.",
    "Holm > reports that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  [
    "Holm said in a report that Berg said the dam was safe.",
    "Holm > that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  [
    "Holm told Reed and reporters that Berg said the dam was safe.",
    "Holm > that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  [
    "Holm told the inquiry on Monday that Berg said the dam was safe.",
    "Holm > that Berg said the dam was safe",
    "Berg > the dam was safe",
  ],
  ["It was not until Monday that Berg said the dam was safe.", "Berg > the dam was safe"],
  ["She posted a letter in which Berg said the dam was safe.", "Berg > the dam was safe"],
  ["Voters heard Berg say that the dam is safe.", "Berg > that the dam is safe"],
  ["In the Reed case Berg said the dam was safe.", "Berg > the dam was safe"],
  ["Berg was quoted as saying that the dam was safe.", "Berg > that the dam was safe"],
];

const unseen: Case[] = [
  ["Word is that Berg said it was old."],
  ["Rumour has it that Berg said it was old."],
  ["A video that appears to show Berg saying it is old was made by a computer."],
  ["Holm cannot recall Berg saying it was old."],
  ["Holm does not remember Berg saying it was old."],
  ["Holm remembers Berg saying it was old.", "Berg > it was old"],
];

tryCases({
  "taken back, or left open": takenBack,
  "vouched for": vouchedFor,
  "seen by nobody": unseen,
});
