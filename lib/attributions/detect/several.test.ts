import { type Case, tryCases } from "./test-found";

// Who speaks where several are named beside each other. Each case is a text and what must come out: source > words, "?" for
// somebody unnamed.

const several: Case[] = [
  ["It was Holm, not Berg, who said the dam was cracked.", "Holm > the dam was cracked"],
  ["Anna Berg and Ida Holm said the dam was cracked.", "Anna Berg and Ida Holm > the dam was cracked"],
  [
    "Anna Berg, Ida Holm and Tom Reed said the dam was cracked.",
    "Anna Berg, Ida Holm and Tom Reed > the dam was cracked",
  ],
  [
    "Anna Berg, 54, and Tom Reed, 61, said the dam was cracked. Berg said it was old.",
    "Anna Berg and Tom Reed > the dam was cracked",
    "Anna Berg > it was old",
  ],
  [
    "Mayor Anna Berg and council leader Tom Reed said the dam was cracked.",
    "Mayor Anna Berg and council leader Tom Reed > the dam was cracked",
  ],
  [
    "Rep. Anna Berg, D-Calif., and Sen. Ida Holm, R-Texas, said the dam was safe.",
    "Rep. Anna Berg and Sen. Ida Holm > the dam was safe",
  ],
  [
    "Anna Berg, a Democrat, and Ida Holm, a Republican, said the dam was safe.",
    "Anna Berg and Ida Holm > the dam was safe",
  ],
  ["Anna Berg, a lawyer, and Harvard graduate, said it was late.", "Anna Berg > it was late"],
  [
    "House Ways and Means Committee Chairman Anna Berg said that nobody had been asked so far.",
    "Anna Berg > that nobody had been asked so far",
  ],
  [
    "Former CIA and NSA director Tom Reed said that nobody had been asked so far in this matter.",
    "Tom Reed > that nobody had been asked so far in this matter",
  ],
  [
    "The New York and New Jersey governor Anna Berg said that nobody had been asked.",
    "Anna Berg > that nobody had been asked",
  ],
  [
    "Foreign and Commonwealth Office spokesman Tom Reed said that nobody had been asked.",
    "Tom Reed > that nobody had been asked",
  ],
  ["Paris and Berlin said they would act.", "Paris and Berlin > they would act"],
  ["Police and Mayor Anna Berg said it was late.", "Police and Mayor Anna Berg > it was late"],
  ["The Food and Drug Administration said it was late.", "Food and Drug Administration > it was late"],
  [
    "Science and Technology Minister Anna Berg said it was late and that nobody had been asked.",
    "Anna Berg > it was late and that nobody had been asked",
  ],
  ["Prime Minister and Labour leader Keir Lund said it was late.", "Keir Lund > it was late"],
  ["Anna Berg, mayor and founder of Norline, said it was late.", "Anna Berg > it was late"],
  ["Mr Berg said the dam was safe. Mrs Berg said it was not.", "? > the dam was safe", "? > it was not"],
];

tryCases({
  "several names": several,
});
