import { type Case, tryCases } from "./test-found";

// What nobody has said, by the kinds of sentence in which the rules once heard it, and beside them what was said all the
// same. Each case is a text and what must come out: source > words, "?" for somebody unnamed, "-" for nobody. A case
// without expectations: nothing may be suggested.

const asked: Case[] = [
  ["Is it true that Anna Berg said the dam was cracked?"],
  ["Is there any proof that Berg said the dam was safe?"],
  ["Did you hear that Berg said the dam was safe?"],
  ["Can it be that Berg said the dam was safe?"],
  ["Who believes that Berg said the dam was safe?"],
  ["Whose idea was it that Berg said the dam was safe?"],
  ["Are we to believe that Berg said the dam was safe?"],
  ["Did Berg tell you that Holm said the dam was safe?"],
  ["How do we know that Berg said the dam was safe?"],
  ["To whom has Berg said that the dam was safe?"],
  ["What if Berg said the dam was safe?"],
  ["Did Holm, when Anna Berg said the dam was cracked, say it was safe?", "Anna Berg > the dam was cracked"],
  ["Did Holm resign because Berg said the dam was safe?", "Berg > the dam was safe"],
  ["What happened when Berg said the dam was safe?", "Berg > the dam was safe"],
];

const notYet: Case[] = [
  ["Nobody may leave until the court has ruled that the law is void."],
  ["Nobody could leave until the court ruled that the law was void."],
  ["The deal will not be signed until Berg has confirmed that the funds exist."],
  ["The deal would not be signed until Berg had confirmed that the funds existed."],
  ["Residents must wait until the ministry has announced that the dam is safe."],
  ["Until police said it was safe, nobody returned."],
  ["Not until Berg said the dam was safe did people return."],
  ["Only when Berg has said that the dam is safe will people return."],
  ["Once the mayor has said that the dam is safe, people will return."],
  ["Before Berg says that the dam is safe, nobody returns."],
  ["As soon as the ministry has announced that the dam is safe, people will return."],
  ["People will return when the ministry announces that the dam is safe."],
  ["When the mayor has said that the dam is safe, people will return."],
  ["By the time Berg says the dam is safe, it will be too late."],
  ["The moment Berg says the dam is safe, people will return."],
  // What was, all the same.
  ["The road was shut until police had said that it was safe.", "police > that it was safe"],
  ["Nobody returned until police said that it was safe.", "police > that it was safe"],
  ["Once Berg said the dam was safe, people returned.", "Berg > the dam was safe"],
  ["The dam broke before Berg said it was safe.", "Berg > it was safe"],
  ["When critics say that the dam is unsafe, they mean the wall.", "critics > that the dam is unsafe"],
  ["At that moment Berg said the dam was safe.", "Berg > the dam was safe"],
];

const unable: Case[] = [
  ["The BBC is not able to confirm that the strike killed ten people."],
  ["The BBC has not been able to confirm that the strike killed ten people."],
  ["The paper has not yet been able to confirm that the strike killed ten people."],
  ["The BBC was not immediately able to confirm that the strike killed ten people."],
  ["Police were not able to verify or confirm that the strike killed ten people."],
  ["Officials were not able to say whether the dam was safe."],
  ["Berg may be able to say whether the dam was safe."],
  ["Berg hopes to be able to say that the dam is safe."],
  ["Berg will be able to say whether the dam is safe."],
  [
    "Police said they were not able to confirm that the man had fled.",
    "Police > they were not able to confirm that the man had fled",
  ],
  // Able, and did.
  [
    "The BBC was able to confirm that the strike killed ten people.",
    "BBC > that the strike killed ten people",
  ],
  [
    "The paper has been able to confirm that the strike killed ten people.",
    "paper > that the strike killed ten people",
  ],
];

const denied: Case[] = [
  ["Berg never said the dam was safe, or that Holm said it was."],
  ["Berg never claimed that the dam was safe, that it was new, or that Holm said it would hold."],
  ["The ministry did not say that the dam was cracked, nor that Holm said it was."],
  [
    "Berg denied that she took bribes, that Holm said she did, or that anyone knew.",
    "Berg > that she took bribes, that Holm said she did, or that anyone knew",
  ],
  ["Berg never said that the dam, which was old, was safe, or that Holm said it was."],
  ["Nobody said that Holm said the dam was safe."],
  ["No one said the dam was safe, or that Holm said it was."],
  // Told beside it.
  ["Berg did not say that the dam was cracked, but that Holm said it was safe.", "Holm > it was safe"],
  ["Berg never said the dam was safe, but Holm said it was.", "Holm > it was"],
  ["Nobody moved when Holm said the dam was cracked.", "Holm > the dam was cracked"],
];

const supposed: Case[] = [
  ["Never had Berg said that the dam was safe."],
  ["At no point had Berg said that the dam was safe."],
  ["In none of her letters had Berg claimed that the dam was safe."],
  ["Assuming that Berg said that the dam was safe, she must go."],
  ["Suppose Berg said the dam was safe."],
  ["Holm acted as though Berg had said that the dam was safe."],
  ["In case Berg says that the dam is safe, people will return."],
  ["On condition that Berg says the dam is safe, people will return."],
  ["People would have fled had the mayor said that the dam was cracked."],
  ["No doubt officials will say the dam was safe."],
  // Said all the same.
  ["Not only had Berg said that the dam was safe, but she lived there.", "Berg > that the dam was safe"],
  ["No doubt Anna Berg said it was safe.", "Anna Berg > it was safe"],
];

const corrected: Case[] = [
  ["The post claims that Ek said “let them drown”. She did not.", "post > that Ek said “let them drown”"],
  ["The post claims that Ek said she would go. Ek never said that.", "post > that Ek said she would go"],
  ["Holm said she was late. She did not say why.", "Holm > she was late"],
  [
    "The paper reported that Bob Marsh had said they were “vermin”. He did not say this.",
    "paper > that Bob Marsh had said they were “vermin”",
  ],
];

const taken: Case[] = [
  ["The road, which is narrow, has claimed nine lives since 2010."],
  ["City claimed the title on Saturday."],
  ["Holm claimed responsibility for the fire.", "Holm > responsibility for the fire"],
];

const readOut: Case[] = [
  ["Holm read aloud from one email: “Nobody must know.”"],
  ["“Nobody must know,” he read."],
  ["“Nobody must know,” Anna Berg read from the letter."],
  ["The judge read: “Nobody must know.”"],
  ["The letter read: “Nobody must know.”", "letter > “Nobody must know.”"],
  ["A sign in Ohio read: “Keep out.”", "sign in Ohio > “Keep out.”"],
];

const tooEarly: Case[] = [
  [
    "The service said it was too early to say what had caused the fire.",
    "service > it was too early to say what had caused the fire",
  ],
  ["It is hard to say whether the dam will hold."],
  ["The engineers found it difficult to predict what would happen."],
  ["It is premature to announce that the dam is safe."],
];

const yetToCome: Case[] = [
  ["Holm will say the dam is safe."],
  ["The dam is safe, Holm will say on Monday."],
  ["Holm will tell the council on Monday that the dam is safe."],
  ["The report will show that the dam is safe."],
  ["The court will rule that the dam is safe."],
  ["Any farmer will tell you that the dam is safe."],
  [
    "The minister will announce that fares will rise, her office said.",
    "her office > The minister will announce that fares will rise",
  ],
  ["Holm said the dam would be safe and will say so again.", "Holm > the dam would be safe"],
  // Given out before it is said.
  ["“We will not be silenced,” Holm will tell delegates.", "Holm > “We will not be silenced,”"],
];

tryCases({
  asked,
  "not said yet": notYet,
  "not able to say": unable,
  "more of what is denied": denied,
  "never said, or only supposed": supposed,
  "told of somebody, and taken back": corrected,
  "claimed, and not by words": taken,
  "read out by one, and written by another": readOut,
  "too early to say": tooEarly,
  "yet to come": yetToCome,
});
