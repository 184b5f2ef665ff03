import { type Case, tryCases } from "./test-found";

// Where somebody's words begin and end, and how long the name of a speaker is. Each case is a text and what must come out:
// source > words. A case without expectations: nothing may be suggested.

const begins: Case[] = [
  [
    "The ministry said in a statement carried by the state news agency that nobody had been arrested.",
    "ministry > that nobody had been arrested",
  ],
  [
    "Writing for the majority, Justice Ellen Marks said the permit was void.",
    "Ellen Marks > the permit was void",
  ],
  ["The minister told me last spring that it was late.", "minister > that it was late"],
  ["The minister said this autumn that it was late.", "minister > that it was late"],
  ["The minister told Berg last winter it was late.", "minister > it was late"],
  ["Writing in the Post, Holm said it was over.", "Holm > it was over"],
];

const besides: Case[] = [
  ["“You are not alone,” he told residents, some of whom shouted at him.", "? > “You are not alone,”"],
  ["The cyclist had complained that it was dark, an inquest heard on Monday.", "cyclist > that it was dark"],
  ["The driver had said it was dark, the court was told.", "driver > it was dark"],
  [
    "Swift denied that it spied on drivers, after a report claimed it did.",
    "Swift > that it spied on drivers",
    "report > it did",
  ],
  ["Holm told the Courier last year it would be hers.", "Holm > it would be hers"],
  ["Holm told Berg this week he was late.", "Holm > he was late"],
];

const mixed: Case[] = [
  [
    "Vik said the data were bad, a view shared by the Swiss glaciologist Urs Frei.",
    "Vik > the data were bad",
  ],
  ["Cole said: “Call us.” Told of this, Holm laughed.", "Cole > “Call us.”"],
  ["But an ally of Berg’s said that Holm was late.", "ally of Berg’s > that Holm was late"],
  ["“Go,” wrote one. “No,” said another.", "? > “Go,”", "? > “No,”"],
  [
    "Residents said it was late. “It is,” said one, Karim. “Very.”",
    "Residents > it was late",
    "Karim > “It is,” … “Very.”",
  ],
  [
    "Hans Meier wept. Ruth Keller asked him where it was. “What?” he replied. Keller then showed him a bill. “Is it yours?” “No.” “It says so.” “Well.”",
    "Ruth Keller > where it was",
    "Hans Meier > “What?”",
    "Ruth Keller > “Is it yours?”",
  ],
];

const outer: Case[] = [
  ["A man who called his neighbour “a toad” must pay for it.", "man > his neighbour “a toad”"],
];

const objects: Case[] = [
  [
    "The bank announced the closure of ten branches, and its chief resigned.",
    "bank > the closure of ten branches",
  ],
  ["Sue Dent proposed the motion, and Hart seconded it."],
  ["Holm announced a plan to cut taxes, but Reed left.", "Holm > a plan to cut taxes"],
];

const tellers: Case[] = [
  ["The dam is old, Leo reminded them.", "Leo > The dam is old"],
  [
    "The report says the dam is old, Leo reminded the council.",
    "Leo > The report says the dam is old",
    "report > the dam is old",
  ],
];

const phrases: Case[] = [
  ["“Go,” said the man in the second row.", "man in the second row > “Go,”"],
  ["“Who is it?” asks the guard in the first scene.", "guard in the first scene > “Who is it?”"],
  [
    "Lena Holm had worked the night shift at Harbour hospital for 20 years. The night shift said it was late.",
    "night shift at Harbour hospital > it was late",
  ],
];

const oneAfterAnother: Case[] = [
  ["“A mistake,” said Berg, and “a crime,” said Holm.", "Berg > “A mistake,”", "Holm > “a crime,”"],
  ["“A mistake,” Berg said, and “a crime,” Holm said.", "Berg > “A mistake,”", "Holm > “a crime,”"],
  [
    "It was “a mistake,” said Anna Berg, but “no crime,” said Tom Holm.",
    "Anna Berg > It was “a mistake,”",
    "Tom Holm > “no crime,”",
  ],
  [
    "“A mistake,” said the mayor, “a crime,” said the judge, and “a farce,” said Holm.",
    "mayor > “A mistake,”",
    "judge > “a crime,”",
    "Holm > “a farce,”",
  ],
  ["“A mistake,” said Berg, while Holm called it “a crime.”", "Berg > “A mistake,”", "Holm > it “a crime.”"],
  ["“A mistake,” said Berg, before Holm shouted “Liar!”", "Berg > “A mistake,”", "Holm > “Liar!”"],
  ["Berg called it “a mistake,” Holm “a crime.”", "Berg > it “a mistake,”"],
  ["Berg said it was “a mistake,” and Holm that it was “a crime.”", "Berg > it was “a mistake,”"],
  // All of it is told by the second.
  [
    "“A mistake,” said Berg, the Courier reported.",
    "Berg > “A mistake,”",
    "Courier > “A mistake,” said Berg",
  ],
  // One goes on.
  ["“It is safe,” Berg said, “and it is new.”", "Berg > “It is safe,” … “and it is new.”"],
];

const asked: Case[] = [
  ["The night shift told me to wait for the doctor.", "night shift > to wait for the doctor"],
  ["Holm urged them to leave.", "Holm > to leave"],
  ["Holm urged drivers to leave.", "Holm > drivers to leave"],
];

const ends: Case[] = [
  ["Berg said she had been asked to run, and she would.", "Berg > she had been asked to run, and she would"],
  ["Berg said the men could stay, and they should.", "Berg > the men could stay, and they should"],
  [
    "The minister said she had promised to resign if the dam broke, and she would.",
    "minister > she had promised to resign if the dam broke, and she would",
    "minister > to resign if the dam broke, and she would",
  ],
  ["Holm said the dam would hold, but it did not.", "Holm > the dam would hold"],
  ["Berg said “Oklahoma!” at the Met would open in May.", "Berg > “Oklahoma!” at the Met would open in May"],
  ["Berg said “Hello, Dolly!” in the park had closed.", "Berg > “Hello, Dolly!” in the park had closed"],
  ["Protesters shouted “Resign!” at Berg when she left.", "Protesters > “Resign!”"],
  [
    "The sign read: “Keep out” and “No dogs,” said Holm.",
    "Holm > The sign read: “Keep out” and “No dogs,”",
    "sign > “Keep out” and “No dogs,”",
  ],
  ["“We lost,” Anna Berg told Tom Reed. “You did.” “I know.”", "Anna Berg > “We lost,”"],
  [
    "“We lost,” Anna Berg told Tom Reed. “We cried and cried all night.” “It was bad for us all.”",
    "Anna Berg > “We lost,”",
    "- > “We cried and cried all night.”",
    "- > “It was bad for us all.”",
  ],
  [
    "“We lost,” said the mayor. “We cried and cried all night.” “It was bad for us all.”",
    "mayor > “We lost,”",
    "mayor > “We cried and cried all night.”",
    "mayor > “It was bad for us all.”",
  ],
];

const things: Case[] = [
  ["The court will rule in May."],
  ["Berg apologised to Holm."],
  ["Berg apologised to Holm for the delay.", "Berg > the delay"],
  ["Berg confessed to police."],
  ["Berg confessed to the murder.", "Berg > the murder"],
  ["Berg, who denies all charges, was in court."],
  ["The Courier, which cited police, said it was safe.", "Courier > it was safe"],
  ["The report cited poor maintenance.", "report > poor maintenance"],
  ["The gunman shouted something in English."],
  ["Berg pointed to Reed's report that it is safe.", "Berg > Reed's report that it is safe"],
];

const nextOnes: Case[] = [
  ["Berg said it was old and Holm said it was new.", "Berg > it was old", "Holm > it was new"],
  ["Berg said it was icy and police said it was closed.", "Berg > it was icy", "police > it was closed"],
  [
    "The report said doctors lied and the ministry knew it.",
    "report > doctors lied and the ministry knew it",
  ],
  [
    "Berg said that she would go, but her deputy, Tom Reed, said he would.",
    "Berg > that she would go",
    "Tom Reed > he would",
  ],
  [
    "Lars Dahl said it was fair, and Ida Holm, an economist at DNB, said it was generous.",
    "Lars Dahl > it was fair",
    "Ida Holm > it was generous",
  ],
  ["It was cold and police said it was closed.", "police > it was closed"],
  ["Berg met Reed and Holm said it was closed.", "Holm > it was closed"],
  ["Half approve of Berg's plan and 60 percent said it was fair.", "60 percent > it was fair"],
  ["The bank confirmed it had made an offer but declined to say more.", "bank > it had made an offer"],
  ["Dahl said the offer was fair, but declined to comment further.", "Dahl > the offer was fair"],
  ["Berg said it was old and Holm called it “new”.", "Berg > it was old", "Holm > it “new”"],
  // What others say to it.
  ["Hamas said it would answer, as did Islamic Jihad.", "Hamas > it would answer"],
  ["Reed said it was safe, and so did Holm.", "Reed > it was safe"],
  ["The report said doctors lied, a claim that the Federation rejected.", "report > doctors lied"],
  ["Berg said Holm had lied, an accusation she denied.", "Berg > Holm had lied"],
  ["The report said doctors lied, which the Federation denies.", "report > doctors lied"],
  ["Berg said it would cost $4 million, a figure disputed by Holm.", "Berg > it would cost $4 million"],
  ["Experts say it is safe, something Berg denies.", "Experts > it is safe"],
  ["Berg said the bank, which rejected his loan, lied.", "Berg > the bank, which rejected his loan, lied"],
  // Where a wire says where it is, no words are.
  ["LARVIK, Norway (AP) — A bus overturned on Tuesday, police said.", "police > A bus overturned on Tuesday"],
  ["WASHINGTON — A bus overturned on Tuesday, police said.", "police > A bus overturned on Tuesday"],
  ["Tom Reed – a baker – was hurt, police said.", "police > Tom Reed – a baker – was hurt"],
  [
    "LARVIK, March 14 (Reuters) - The dam was old, Petra Vance, the engineer, said on Monday.",
    "Petra Vance > The dam was old",
  ],
  ["OSLO — “We are done,” Tom Reed, the mayor, said.", "Tom Reed > “We are done,”"],
  ["NATO - long silent - said it knew.", "NATO > it knew"],
  [
    "The company said it regretted the deaths but its lawyer said it was not liable.",
    "company > it regretted the deaths",
    "its lawyer > it was not liable",
  ],
  [
    "The company said it regretted the deaths and its lawyer, Ola Osei, said it was not liable.",
    "company > it regretted the deaths",
  ],
  ["The council said in a news release that it was icy.", "council > that it was icy"],
];

const oneOfMany: Case[] = [
  ["Berg was one of three doctors who said it was old.", "Berg > it was old"],
  ["One of the doctors who said it was old was Berg.", "One of the doctors > it was old"],
  ["Some claim Berg said it was old.", "? > Berg said it was old", "Berg > it was old"],
  ["Some claims that it is old are false."],
  ["Berg is sure to say it is old."],
  ["“It was late,” Berg said, pointing to the wall.", "Berg > “It was late,”"],
  ["Berg pointed to rising costs.", "Berg > rising costs"],
  ["“It was late,” she wrote in a post that Berg shared.", "? > “It was late,”"],
  ["Reed said he was sorry, before being led away.", "Reed > he was sorry"],
];

const cameLater: Case[] = [
  [
    "The council first said the bridge would close but later said it would not.",
    "council > the bridge would close",
    "council > it would not",
  ],
  [
    "The council said it would close, but on Monday it said it would not.",
    "council > it would close",
    "council > it would not",
  ],
  ["The council said last week it would close.", "council > it would close"],
  ["The council said last week’s storm was the worst.", "council > last week’s storm was the worst"],
  [
    "Dahl said the offer was fair, Reuters reports.",
    "Reuters > Dahl said the offer was fair",
    "Dahl > the offer was fair",
  ],
  ["He wrote books, essays and Courier reports."],
  ["Holm would have said it was old, her lawyer said.", "her lawyer > Holm would have said it was old"],
  ["Holm was overheard saying it was old.", "Holm > it was old"],
  ["On the tape Holm appears to say it is old."],
];

tryCases({
  "where words end, and whose the next are": ends,
  "times, things and those spoken to are no words": things,
  "where the next one says something": nextOnes,
  "one of many, some, and what is pointed to": oneOfMany,
  "what came later": cameLater,
  "one after another": oneAfterAnother,
  "what a mere “me” is told to do": asked,
  "where words begin": begins,
  "the sentence’s own verb behind a judgement": outer,
  "what stands beside them": besides,
  "whose they are who stand beside them": mixed,
  "an object ends where another clause begins": objects,
  "who reminds others of it": tellers,
  "how long the name of a speaker is": phrases,
});
