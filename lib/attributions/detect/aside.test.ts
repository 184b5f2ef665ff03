import { type Case, tryCases } from "./test-found";

// What is said aside takes nothing from what was said, and gives nothing to it. Each case is a text and what must come
// out: source > words, "?" for somebody unnamed, "-" for nobody. A case without expectations: nothing may be suggested.

const whole: Case[] = [
  "masked men attacked the bank, killing three",
  "armed men entered the bank, took the money and fled",
  "displaced families crossed the river, most of them on foot",
  "planned works started late, costing the city 3 million",
  "masked gunmen kidnapped the mayor, her husband and two aides",
  "increased demand, rising prices and falling donations have emptied its stores",
  "driving rain, strong winds and snow closed the road",
  "leading economists, including Ida Holm, agreed on the plan",
  "rising seas, driven by heat, will flood the town",
  "elected members of the council, the mayor and aides met on Monday",
  "burning Russian tanks, trucks and guns blocked the road",
  "armed and masked men entered the bank, took the money and fled",
  "tired, hungry men crossed the river",
  "working from home, staff lost touch",
  "what happened on Monday, when the dam broke, was an accident",
  "injured on Monday were three nurses, a driver and his son",
].map((words): Case => [`According to officials, ${words}.`, `officials > ${words}`]);

const aside: Case[] = [
  "citing the audit",
  "quoting unnamed officials",
  "citing Anna Berg, Ida Holm and Tom Reed",
  "seen by the Courier",
  "seen by the Courier, the Times and the Post",
  "dated 2019 and signed by Tom Reed",
  "dated May 2019",
  "published last week",
  "published in May by Oxford",
  "filed Monday",
  "commissioned by the council",
  "owned and published by the state",
  "which nobody had seen",
  "which names the mayor, her husband and two aides",
].map((words): Case => [`According to a report, ${words}, the dam was safe.`, "report > the dam was safe"]);

const speaking: Case[] = [
  "speaking on Monday",
  "speaking Monday",
  "speaking anonymously",
  "speaking to the Courier",
  "speaking as the votes were counted",
  "writing in the Courier",
  "fired on Monday",
  "wounded in the attack",
  "asked whether it was old",
  "who was fired on Monday",
].map((words): Case => [`According to Reed, ${words}, the dam was safe.`, "Reed > the dam was safe"]);

/** "Reed left when the police came, and said": who goes on behind a clause of time. */
const behindClauses: Case[] = [
  ["Reed refused to go when the police came, and said he was innocent.", "Reed > he was innocent"],
  [
    "Reed declined to comment while the inquiry was under way, but said he was innocent.",
    "Reed > he was innocent",
  ],
  [
    "Lena Moss declined to comment until the trial was over, but said she was ill.",
    "Lena Moss > she was ill",
  ],
  ["Reed left because the dam broke, and said it was unsafe.", "Reed > it was unsafe"],
  ["Officials left after Holm came, but said it was safe.", "Officials > it was safe"],
  ["Reed stayed until the trial was over and said he was innocent.", "Reed > he was innocent"],
  // Either may have.
  ["Holm waited until the police came in and said it was safe."],
  // Theirs all the same.
  ["The row began when Anna Berg stood up and said it was safe.", "Anna Berg > it was safe"],
  ["It was late when Anna Berg came, and said it was safe.", "Anna Berg > it was safe"],
  ["After the police came, Tom Reed left and said he was innocent.", "Tom Reed > he was innocent"],
  ["When Tom Reed left and said he was innocent, Holm wept.", "Tom Reed > he was innocent"],
  ["Holm left, but when Tom Reed fell, and said he was ill.", "Tom Reed > he was ill"],
];

/** "police said on Monday, and the road was open": what stands before is theirs. */
const bothSides: Case[] = [
  [
    "No one was hurt, police said on Monday, and the road was open.",
    "police > No one was hurt … and the road was open",
  ],
  [
    "No one was hurt, police said in a statement on Monday, and the road was open.",
    "police > No one was hurt … and the road was open",
  ],
  ["No one was hurt, police said on Monday, but the road was shut.", "police > No one was hurt"],
  [
    "Police said on Monday the road was open, and no one was hurt.",
    "Police > the road was open, and no one was hurt",
  ],
];

/** "the dam, according to Holm, was cracked": Holm's are the words around, and nobody's where nobody says them. */
const inside: Case[] = [
  ["Berg did not say that the dam, according to Holm, was cracked."],
  ["Berg never said the dam, according to Holm, was cracked."],
  ["If Berg says that the old dam, according to Holm, was cracked, she will resign."],
  [
    "Berg did not say that the dam was cracked, according to Holm.",
    "Holm > Berg did not say that the dam was cracked",
  ],
  ["Berg did not say that the dam that burst, according to Holm, was cracked."],
  ["It is not true that the dam, according to Holm, was cracked."],
  ["If Berg says the dam, according to Holm, was cracked, she will resign."],
  [
    "Reed, who said it was old, according to Holm, was ill.",
    "Holm > Reed, who said it was old … was ill",
    "Reed > it was old",
  ],
  [
    "Anna Berg said that the dam, according to Holm, was cracked.",
    "Anna Berg > that the dam",
    "Holm > the dam … was cracked",
  ],
  ["The old dam, according to Holm, was cracked.", "Holm > The old dam … was cracked"],
  [
    "According to the ministry, based in Oslo, more than 40 people were hurt.",
    "ministry > more than 40 people were hurt",
  ],
  ["The dam that burst, according to Holm, was cracked.", "Holm > The dam that burst … was cracked"],
  ["The dam was cracked, according to Holm.", "Holm > The dam was cracked"],
];

/** "a lawyer hired to defend Berg said": who is hired, and not whom they defend. */
const purposes: Case[] = [
  ["A lawyer hired to defend Berg said that she was ill.", "lawyer hired to defend Berg > that she was ill"],
  ["The man sent to inspect the dam said it was safe.", "man sent to inspect the dam > it was safe"],
  ["Police sent to guard the dam said it was safe.", "Police sent to guard the dam > it was safe"],
  [
    "A lawyer hired by Berg to defend Holm said she was ill.",
    "lawyer hired by Berg to defend Holm > she was ill",
  ],
  ["A group set up to protect whales said they were ill.", "group set up to protect whales > they were ill"],
  [
    "A nurse trained to help Berg and Holm said they were ill.",
    "nurse trained to help Berg and Holm > they were ill",
  ],
  [
    "Officials asked to help with the plan said it was late.",
    "Officials asked to help with the plan > it was late",
  ],
  ["A campaign to save the dam said it was safe.", "campaign to save the dam > it was safe"],
  [
    "Holm said a lawyer hired to defend Berg said she was ill.",
    "Holm > a lawyer hired to defend Berg said she was ill",
    "lawyer hired to defend Berg > she was ill",
  ],
  [
    "A lawyer who was hired to defend Berg said that she was ill.",
    "lawyer who was hired to defend Berg > that she was ill",
  ],
  [
    "A woman accused of trying to kill Berg said she was ill.",
    "woman accused of trying to kill Berg > she was ill",
  ],
  [
    "Three men arrested on charges of plotting to kill Berg said they were ill.",
    "Three men arrested on charges of plotting to kill Berg > they were ill",
  ],
  // Whoever stands before the verb of saying says it.
  ["Tom Reed tried to call Anna Berg, who said it was late.", "Anna Berg > it was late"],
  ["When the nurse tried to call Berg, Ida Holm said it was late.", "Ida Holm > it was late"],
  ["Reed went to court to prove Anna Berg said it was safe.", "Anna Berg > it was safe"],
  ["The mayor asked to see the dam, and Ida Holm said it was late.", "Ida Holm > it was late"],
];

/** Only the clause that "until", "before" or "when" hangs on leaves open that it came to be said. */
const hanging: Case[] = [
  [
    "Reed, who could not be reached for comment, left before the judge said he was free.",
    "judge > he was free",
  ],
  [
    "The road, which could carry 4,000 cars a day, stayed closed until police said it was safe.",
    "police > it was safe",
  ],
  [
    "Residents, who might lose their homes, waited until the mayor said the dam was sound.",
    "mayor > the dam was sound",
  ],
  ["Residents who might lose their homes waited until the mayor said it was sound.", "mayor > it was sound"],
  [
    "The case could take years, lawyers said, before the court said it would decide in May.",
    "lawyers > The case could take years",
    "court > it would decide in May",
  ],
  [
    "The strike will go ahead on Friday, when unions say 4,000 nurses will walk out.",
    "unions > 4,000 nurses will walk out",
  ],
  [
    "The club will meet fans on Monday, when Reed says he will explain himself.",
    "Reed > he will explain himself",
  ],
  ["Those who can leave are happy when Berg says it is safe.", "Berg > it is safe"],
  ["The road was shut until police said it was safe, but it will be closed again.", "police > it was safe"],
  ["Nobody left until police said it was safe.", "police > it was safe"],
  // Still open.
  ["Residents, who waited for news, could not leave until police said it was safe."],
  ["Nobody would leave the house that stood there until police said it was safe."],
  ["Residents would stay inside and wait until police said it was safe."],
  ["Nobody would leave, Holm said, until police said it was safe.", "Holm > Nobody would leave"],
  ["It would take an hour, Holm said, before police said it was safe.", "Holm > It would take an hour"],
  ["Residents will leave their homes when Berg says it is safe."],
  [
    "Ida Holm knows that, when Berg says it is safe, people will leave.",
    "Ida Holm > that, when Berg says it is safe, people will leave",
  ],
  ["The vote, which will take place on Friday, when Berg says it is safe, is late."],
  ["The dam, when Berg says it is safe, will open."],
];

/** What somebody feels about it, or how it was said, takes nothing back. */
const felt: Case[] = [
  ["Few were surprised that Anna Berg said it was safe.", "Anna Berg > it was safe"],
  ["Nobody was shocked that Anna Berg said it was safe.", "Anna Berg > it was safe"],
  ["It is not surprising that Anna Berg said it was safe.", "Anna Berg > it was safe"],
  ["Nobody would be surprised that Anna Berg said it was safe."],
  ["Few believed that Anna Berg said it was safe."],
  ["Rarely has Anna Berg said so clearly that the dam was safe.", "Anna Berg > that the dam was safe"],
  ["Never before had Anna Berg said so openly that the dam was safe.", "Anna Berg > that the dam was safe"],
  ["Rarely has Anna Berg said that the dam was safe."],
  ["Never has Anna Berg said that the dam was safe."],
  ["Tom Reed got in touch to say the dam was safe.", "Tom Reed > the dam was safe"],
  ["Tom Reed got in touch with Anna Berg to say the dam was safe.", "Tom Reed > the dam was safe"],
  ["Tom Reed got up to say the dam was safe.", "Tom Reed > the dam was safe"],
  ["Tom Reed got Anna Berg to say the dam was safe."],
  ["The people who Reed said had lied said they had not.", "people > they had not"],
  [
    "The officials who never said it was safe said they were sorry.",
    "officials who never said it was safe > they were sorry",
  ],
  ["Imagine Dragons said the show was over.", "Imagine Dragons > the show was over"],
  ["Imagine Communications said the show was over.", "Imagine Communications > the show was over"],
  ["Imagine Anna Berg said the show was over."],
  ["Imagine Berg said the show was over."],
];

/** Who is named behind "according to", with what tells of them; the rest of the sentence is what they say. */
const spokenBy: Case[] = (
  [
    ["Berg's lawyer, Ida Holm", "Ida Holm"],
    ["her sister, Anna Holm", "Anna Holm"],
    ["Ida Holm, Berg's lawyer", "Ida Holm"],
    ["Ida Holm, 41", "Ida Holm"],
    ["Ida Holm, director of the institute", "Ida Holm"],
    ["Ida Holm, a professor who led the study", "Ida Holm"],
    ["Ida Holm, director of the institute, and Tom Reed, its chairman", "Ida Holm and Tom Reed"],
    ["Ida Holm, Tom Reed and Lars Dahl", "Ida Holm, Tom Reed and Lars Dahl"],
    ["the mayor and the engineer", "mayor and the engineer"],
    ["the mayor, Ida Holm, and the engineer", "Ida Holm and the engineer"],
    ["police and the Courier", "police and the Courier"],
  ] satisfies [string, string][]
).flatMap(([speaker, source]): Case[] => [
  [`According to ${speaker}, the road was wet.`, `${source} > the road was wet`],
  [`The road was wet, according to ${speaker}.`, `${source} > The road was wet`],
]);

/** What is said begins right behind who says it. */
const spokenOf: Case[] = [
  "Ida Holm, 41, and Tom Reed, 44, were in the car",
  "Ida Holm, Tom Reed and Lars Dahl were in the car",
  "Ida Holm, a nurse, was in the car",
  "a nurse, a driver and two children, all from Oslo, were hurt",
  "cars, vans and lorries were burnt",
].map((words): Case => [`According to police, ${words}.`, `police > ${words}`]);

const outerVerbs: Case[] = [
  [
    "A man who says he saw the crash told police that the car was red.",
    "man > he saw the crash",
    "man who says he saw the crash > that the car was red",
  ],
  ["A man who said he was a doctor was arrested.", "man > he was a doctor"],
  ["A report saying the drug was safe has been withdrawn.", "report > the drug was safe"],
  ["A study suggesting that coffee is good was published.", "study > that coffee is good"],
  ["A sign saying “keep out” hung from the window.", "sign > “keep out”"],
  // Nobody stands behind what is false.
  ["A post claiming that Berg said the drug was safe is fake.", "post > that Berg said the drug was safe"],
  ["Holm, after Berg said it was old, left.", "Berg > it was old"],
  [
    "Holm, who left because Berg said it was old, said she was ill.",
    "Berg > it was old",
    "Holm > she was ill",
  ],
  ["The day after Berg said it was old, 300 people left.", "Berg > it was old"],
  ["Two weeks after Berg said it was old, the bridge fell.", "Berg > it was old"],
  ["The offer, said Dahl, was fair.", "Dahl > The offer … was fair"],
  ["The offer was fair, Dahl said on Monday, a day after the bank made it.", "Dahl > The offer was fair"],
  ["What Berg said was that it was old.", "Berg > that it was old"],
  ["All Berg said was “no comment”.", "Berg > “no comment”"],
  ["What Berg said next shocked the court: “I did it.”"],
  ["“I am,” Berg began, before Holm interrupted: “Are you?”", "Berg > “I am,”", "Holm > “Are you?”"],
];

const groups = {
  "where the sentence goes on with its verb": outerVerbs,
  "according to: who it is, in all": spokenBy,
  "according to: who is told of": [
    ...spokenOf,
    ["According to police Ida Holm was in the car."],
    ["According to Holm, Reed and Dahl, both 41, were hurt.", "Holm > Reed and Dahl, both 41, were hurt"],
    ["According to Ida Holm, the mayor, “it is wet”.", "Ida Holm > “it is wet”"],
    ["It was wet, according to Reed, and the mayor agreed.", "Reed > It was wet"],
  ] satisfies Case[],
  "what “until” and “when” hang on": hanging,
  "what takes nothing back": felt,
  "who is hired to do something": purposes,
  "who goes on behind a clause of time": behindClauses,
  "words on both sides of who says them": bothSides,
  "according to, inside the words": inside,
  "according to: the words are whole": whole,
  "according to: a text and what is told of it": aside,
  "according to: somebody and what is told of them": speaking,
};

tryCases(groups);
