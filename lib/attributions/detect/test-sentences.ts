// What `detect` is asked. Each case is a text and what must come out: speaker > words, in reading order. "-" stands for no speaker.
// The sentences are ours. A case without expectations says that nothing may be suggested.

type Case = [text: string, ...expected: string[]];

const quotations: Case[] = [
  ["“The bridge is safe,” Anna Berg said.", "Anna Berg > “The bridge is safe,”"],
  ['"The bridge is safe," Anna Berg said.', 'Anna Berg > "The bridge is safe,"'],
  ["‘The bridge is safe,’ Anna Berg said.", "Anna Berg > ‘The bridge is safe,’"],
  ["'The bridge is safe,' Anna Berg said.", "Anna Berg > 'The bridge is safe,'"],
  ["''The bridge is safe,'' Anna Berg said.", "Anna Berg > ''The bridge is safe,''"],
  ["“The voters’ anger won’t fade,” Berg said.", "Berg > “The voters’ anger won’t fade,”"],
  ["‘The farmers’ anger won’t fade,’ Berg said.", "Berg > ‘The farmers’ anger won’t fade,’"],
  ["“He told me ‘never again’ and left,” Berg said.", "Berg > “He told me ‘never again’ and left,”"],
  ["“Is it safe?” asked Berg.", "Berg > “Is it safe?”"],
  ["“Is it safe?” Berg asked the engineer.", "Berg > “Is it safe?”"],
  ["“We won!” shouted the mayor.", "the mayor > “We won!”"],
  ["“We lost,” he said, “and we know why.”", "he > “We lost,” … “and we know why.”"],
  ["“We lost,” Berg said. “We know why.”", "Berg > “We lost,” … “We know why.”"],
  [
    "“We lost,” Berg said, citing Eva Holm. “We know why.”",
    "Berg > “We lost,”",
    "Eva Holm > “We lost,”",
    "Berg > “We know why.”",
  ],
  ["Berg said: “We lost.”", "Berg > “We lost.”"],
  ["Berg said, “We lost.”", "Berg > “We lost.”"],
  ["Berg added: “We lost. It hurts.”", "Berg > “We lost. It hurts.”"],
  ["In a letter to staff, Berg wrote: “We lost.”", "Berg > “We lost.”"],
  ["As Berg put the phone down, she said, “We lost.”", "she > “We lost.”"],
  ["“We lost,” groused Berg.", "Berg > “We lost,”"],
  ["“We lost,” Berg thundered from the stage.", "Berg > “We lost,”"],
  ["“We lost,” Berg said of the vote, “but we will be back.”", "Berg > “We lost,” … “but we will be back.”"],
  ["“We lost,” exhaled Anna Berg.", "Anna Berg > “We lost,”"],
  ["He lives in the U.S. “We lost,” he said.", "he > “We lost,”"],
  ["As Berg reported, “ … the east was lost.”", "Berg > “ … the east was lost.”"],
  ["Berg told reporters: “We lost.”", "Berg > “We lost.”"],
  ["“We lost,” Berg told reporters after the count.", "Berg > “We lost,”"],
  ["“We lost,” Berg said in a statement on Monday.", "Berg > “We lost,”"],
  ["Asked about the count, Berg said, “We lost.”", "Berg > “We lost.”"],
  [
    "“We lost,” Berg said.\n\n“The numbers are all very clear.” That was the verdict.",
    "Berg > “We lost,”",
    "- > “The numbers are all very clear.”",
  ],
  [
    "“We lost,” Berg said.\n\n“The numbers are all very clear.”",
    "Berg > “We lost,”",
    "Berg > “The numbers are all very clear.”",
  ],
  ["Berg spoke for an hour.\n\n“We lost the east,” she said.", "she > “We lost the east,”"],
  [
    "“The mill is sound,” said Mayor Eva Holm. Councillor John Lund shook his head. “The roof leaks.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "Councillor John Lund > “The roof leaks.”",
  ],
  [
    "“The mill is sound,” said Mayor Eva Holm. A man at the back laughed. “The roof leaks.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "A man > “The roof leaks.”",
  ],
  [
    "“The mill is sound,” said Mayor Eva Holm. John Lund disagreed. The clock struck nine. “The roof has leaked for years.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "- > “The roof has leaked for years.”",
  ],
  [
    "“The mill is sound,” said Mayor Eva Holm. John Lund was not so sure. “The roof has leaked for years.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "- > “The roof has leaked for years.”",
  ],
  [
    "“The mill is sound,” said Mayor Eva Holm. John Lund disagreed.\n\n“The roof has leaked for years.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "John Lund > “The roof has leaked for years.”",
  ],
  [
    "Mayor Eva Holm said the mill was sound. John Lund stood up. “The roof leaks.”",
    "Mayor Eva Holm > the mill was sound",
    "John Lund > “The roof leaks.”",
  ],
  [
    "“The mill is sound,” said Mayor Eva Holm. She stood up. “The roof is new.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "Mayor Eva Holm > “The roof is new.”",
  ],
  [
    "“The mill is sound,” said Mayor Eva Holm. It was built in 1950. “The roof is new.”",
    "Mayor Eva Holm > “The mill is sound,”",
    "Mayor Eva Holm > “The roof is new.”",
  ],
  [
    "The mill\n\n“The roof has leaked for years.” Mayor Eva Holm laughed. “The mill is sound,” said John Lund.",
    "- > “The roof has leaked for years.”",
    "John Lund > “The mill is sound,”",
  ],
  [
    "The mayor had one message:\n\n“Stay at home until the water falls.”",
    "The mayor > “Stay at home until the water falls.”",
  ],
];

const unclosed: Case[] = [
  [
    "“We lost the east,” Berg said. “We will be back.\n\nThe hall emptied.",
    "Berg > “We lost the east,” … “We will be back.",
  ],
  [
    "“We lost the east,” Berg said. “It was close.\n\n“We will be back in spring.”\n\nThe hall emptied.",
    "Berg > “We lost the east,” … “It was close. … “We will be back in spring.”",
  ],
  [
    "Berg said: “It was close.\n\n“We were tired.\n\n“We will be back.”\n\nThe hall emptied.",
    "Berg > “It was close. … “We were tired. … “We will be back.”",
  ],
  [
    "The mill\n\n“We lost it,” Berg said.\n\n“The roof fell in at noon. I ran.\n\n“My dog ran after me,” said a weaver.",
    "Berg > “We lost it,”",
    "a weaver > “The roof fell in at noon. I ran. … “My dog ran after me,”",
  ],
  [
    "The mill\n\n“We lost it,” Berg said.\n\n“The roof fell in at noon.\n\n“I ran.\n\n“My dog ran after me,” said Lund. He wept.",
    "Berg > “We lost it,”",
    "Lund > “The roof fell in at noon. … “I ran. … “My dog ran after me,”",
  ],
  [
    "The mill\n\n“We lost it,” Berg said.\n\n“The roof fell in at noon.\n\n“I ran.\n\n“My dog ran after me.”\n\nThe street filled.",
    "Berg > “We lost it,”",
    "Berg > “The roof fell in at noon. … “I ran. … “My dog ran after me.”",
  ],
  [
    "The mill\n\n“The roof fell in at noon.\n\n“I ran and my dog ran after me.”\n\nThe street filled.",
    "- > “The roof fell in at noon. … “I ran and my dog ran after me.”",
  ],
  [
    "“We lost it,” Berg said. “The roof fell in.\n\n“I ran.\n\n“It burned,” said Lund.",
    "Berg > “We lost it,” … “The roof fell in. … “I ran.",
    "Lund > “It burned,”",
  ],
];

// Words that stand beside an attribution and belong to somebody else: a question, or whom the speaker is compared with.
const leads: Case[] = [
  ...["Unlike", "Like", "Contrary to", "Echoing", "Citing"].map(
    (lead): Case => [
      `${lead} John Lund, who said the mill was “rotten”, engineer Eva Holm said it was “tired but standing”.`,
      "John Lund > the mill was “rotten”",
      "engineer Eva Holm > it was “tired but standing”",
    ],
  ),
  [
    "Unlike John Lund, who said the mill was “rotten”, Eva Holm said no.",
    "John Lund > the mill was “rotten”",
  ],
  ["Unlike John Lund, who said the mill was rotten, Eva Holm said no.", "John Lund > the mill was rotten"],
  [
    "Like his words about Lund, Holm said, the letter was unacceptable.",
    "Holm > Like his words about Lund … the letter was unacceptable",
  ],
  ["Quoting John Lund, Eva Holm said the mill was “tired”.", "Eva Holm > the mill was “tired”"],
  [
    "Like a “rotten” tooth, the mill will fall, Eva Holm said.",
    "Eva Holm > Like a “rotten” tooth, the mill will fall",
  ],
  [
    "When asked whether she shared Berg’s fear that the mill “would fall”, Holm said “no”.",
    "- > whether she shared Berg’s fear that the mill “would fall”",
    "Holm > “no”",
  ],
  ["Asked if the mill was “rotten,” Holm said, “No.”", "Holm > “No.”"],
  ["Asked if the mill was “rotten”, Holm said, “not at all.”", "Holm > “not at all.”"],
  ["Asked whether the mill was “rotten”, Holm said no."],
  ["Pressed on why the mill was “rotten,” Holm said it was sound.", "Holm > it was sound"],
  ["Asked by Lund whether the mill was “rotten,” Holm laughed.", "Lund > whether the mill was “rotten,”"],
  [
    "“It is not known,” Holm said when asked whether the mill was “rotten”.",
    "Holm > “It is not known,”",
    "- > whether the mill was “rotten”",
  ],
  [
    "In a letter that called it “rotten,” Holm said the mill was “gone”.",
    "a letter > it “rotten,”",
    "Holm > the mill was “gone”",
  ],
  ["In the north the mill was “rotten,” Holm said.", "Holm > In the north the mill was “rotten,”"],
];

const clauses: Case[] = [
  ["Berg said that the bridge was safe.", "Berg > that the bridge was safe"],
  ["Berg said the bridge was safe.", "Berg > the bridge was safe"],
  ["Berg said Tuesday the bridge was safe.", "Berg > the bridge was safe"],
  ["Berg said on Tuesday that the bridge was safe.", "Berg > that the bridge was safe"],
  ["Berg said in an interview with the Courier that the bridge was safe.", "Berg > that the bridge was safe"],
  ["Berg told the council the bridge was safe.", "Berg > the bridge was safe"],
  ["Berg told the council that the bridge was safe.", "Berg > that the bridge was safe"],
  ["The bridge is safe, Berg said.", "Berg > The bridge is safe"],
  [
    "The bridge is safe, said Anna Berg, the city engineer.",
    "Anna Berg, the city engineer > The bridge is safe",
  ],
  ["The bridge, Berg said, is safe.", "Berg > The bridge … is safe"],
  ["In Oslo, Berg said, rents have doubled.", "Berg > In Oslo … rents have doubled"],
  ["For the old, Berg said, “there is no bus.”", "Berg > For the old … “there is no bus.”"],
  ["On Monday, Berg said, “There is no bus.”", "Berg > “There is no bus.”"],
  ["On Monday, Berg said “no bus” would come.", "Berg > “no bus” would come"],
  ["And, as Berg said, the bridge is safe.", "Berg > the bridge is safe"],
  ["Rents have doubled and, according to Berg, wages fell.", "Berg > wages fell"],
  ["When asked why the bridge was closed, Berg laughed.", "- > why the bridge was closed"],
  ["Berg vowed to “rebuild it.”", "Berg > to “rebuild it.”"],
  ["The vote came late, with Berg promising to resign.", "Berg > to resign"],
  ["The road, which Berg said was safe, is closed.", "Berg > was safe"],
  [
    "Berg praised the crew for coming but warned that more rain would come.",
    "Berg > the crew for coming",
    "Berg > that more rain would come",
  ],
  ["He has said he is sorry.", "He > he is sorry"],
  ["He's said he is sorry.", "He > he is sorry"],
  ["Berg denied that the bridge was unsafe.", "Berg > that the bridge was unsafe"],
  ["Berg asked whether the bridge was safe.", "Berg > whether the bridge was safe"],
  ["Berg explained why the bridge was closed.", "Berg > why the bridge was closed"],
  ["Berg vowed to rebuild the bridge.", "Berg > to rebuild the bridge"],
  ["Berg accused the builder of fraud.", "Berg > the builder of fraud"],
  ["Berg called for a new bridge.", "Berg > a new bridge"],
  ["Berg called the builder a liar.", "Berg > the builder a liar"],
  ["Berg warned of more delays.", "Berg > more delays"],
  ["Berg said prices rose and blamed the builder for it.", "Berg > prices rose", "Berg > the builder for it"],
  ["Berg left early, saying that she was tired.", "Berg > that she was tired"],
  [
    "Berg said the bridge was safe, adding that it was new.",
    "Berg > the bridge was safe",
    "Berg > that it was new",
  ],
  ["As Berg said, the bridge is safe.", "Berg > the bridge is safe"],
  ["The bridge is safe, as Berg noted.", "Berg > The bridge is safe"],
  ["Berg — in a rare mood — said that the bridge was safe.", "Berg > that the bridge was safe"],
  ["Berg has repeatedly said that the bridge is safe.", "Berg > that the bridge is safe"],
  [
    "Old pipes leak in nine of ten small towns, a 2023 study by the Water Institute found.",
    "a 2023 study by the Water Institute > Old pipes leak in nine of ten small towns",
  ],
  [
    "“It is not so,” its managing director, Peter Vance, told the inquiry.",
    "its managing director, Peter Vance > “It is not so,”",
  ],
  ["Some people liked Berg. Another said she was late.", "Another > she was late"],
  [
    "Asked by the Post whether she was sad, Berg said: “No.”",
    "the Post > whether she was sad",
    "Berg > “No.”",
  ],
  ["Berg, who asked not to be named, left."],
  [
    "The dam was closed for 14 days, the authority’s records show.",
    "the authority’s records > The dam was closed for 14 days",
  ],
  ["The dam leaked in 1998, court documents show.", "court documents > The dam leaked in 1998"],
  ["Berg confirmed it on Monday."],
  ["Berg urged drivers to stay at home.", "Berg > drivers to stay at home"],
  ["Berg added in a letter that the bridge was safe.", "Berg > that the bridge was safe"],
  ["Berg reported in March that the bridge was safe.", "Berg > that the bridge was safe"],
  ["Berg wrote that down, with the time."],
  ["Anyone who can confirm the offer should call."],
  ["The report found that the bridge was safe.", "The report > that the bridge was safe"],
  [
    "A survey of drivers by the club showed that few feel safe.",
    "A survey of drivers by the club > that few feel safe",
  ],
];

const accordingTo: Case[] = [
  ["The bridge is safe, according to the ministry.", "the ministry > The bridge is safe"],
  ["According to the ministry, the bridge is safe.", "the ministry > the bridge is safe"],
  ["The bridge, built in 1931, is safe according to Berg.", "Berg > The bridge, built in 1931, is safe"],
];

const speakers: Case[] = [
  [
    "Anna Berg, the head of the roads office, said the bridge was safe.",
    "Anna Berg, the head of the roads office > the bridge was safe",
  ],
  [
    "Anna Berg, 63, an engineer raised in Oslo, said she was tired.",
    "Anna Berg, 63, an engineer raised in Oslo > she was tired",
  ],
  [
    "The head of the roads office, Anna Berg, said the bridge was safe.",
    "The head of the roads office, Anna Berg > the bridge was safe",
  ],
  ["Rep. Anna Berg, D-Ohio, said the bridge was safe.", "Rep. Anna Berg, D-Ohio > the bridge was safe"],
  ["Sen. Anna Berg (R-Ohio) said the bridge was safe.", "Sen. Anna Berg (R-Ohio) > the bridge was safe"],
  [
    "Officials with the roads office said the bridge was safe.",
    "Officials with the roads office > the bridge was safe",
  ],
  ["People who use the bridge say it shakes.", "People who use the bridge > it shakes"],
  ["Anna Berg, who built the bridge, said it was safe.", "Anna Berg > it was safe"],
  ["Anna Berg, who has called the plan “risky,” voted for it.", "Anna Berg > the plan “risky,”"],
  ["On Monday Anna Berg said the bridge was safe.", "Anna Berg > the bridge was safe"],
  ["But the mayor said the bridge was safe.", "the mayor > the bridge was safe"],
  ["He paused and said that the bridge was safe.", "He > that the bridge was safe"],
  ["The plan was called “a disgrace” by the mayor.", "the mayor > “a disgrace”"],
  [
    "“Meet the Bridge” author Anna Berg said it was safe.",
    "“Meet the Bridge” author Anna Berg > it was safe",
  ],
];

const scareQuotes: Case[] = [
  ["Berg said the plan was “risky” and “late.”", "Berg > the plan was “risky” and “late.”"],
  ["The “smart” bridge opened on Monday."],
  ["Berg’s “friends” never came."],
];

const traps: Case[] = [
  ["The army called up reservists in September."],
  ["The army called up “old boys.”"],
  ["Berg agreed with the plan that failed."],
  ["Berg added to the debt that the town has."],
  ["Berg reported to the office that had hired her."],
  ["The court ruled out a new trial."],
  ["Berg called off the march."],
  ["Berg called the police."],
  ["Berg called the police a few minutes later."],
  ...[
    ...["him afterwards", "him twice that night", "us back", "them daily", "me minutes later", "him collect"],
    ...["him again and again", "him first thing in the morning", "him the next day", "him every day"],
  ].map((call): Case => [`Berg called ${call}.`]),
  ...[
    ...["him careless", "him very dangerous", "them traitors", "him so careless that people laughed"],
    ...["it a bad day", "Monday a good day", "him the man of the year", "him crazy last night"],
  ].map((words): Case => [`Berg called ${words}.`, `Berg > ${words}`]),
  ["Berg wrote that, the head of the union."],
  ["Berg wrote that, the head of the union said.", "the head of the union > Berg wrote that"],
  ["Berg said that, in Oslo, rents rose.", "Berg > that, in Oslo, rents rose"],
  ["When a minister says that crime doubled, ask: from what to what?"],
  ["The lock\n\nWhen a minister says that crime doubled, ask: from what to what?"],
  ["The figures added up."],
  ["Berg reported to work on Monday."],
  ["The three states that voted on Monday are small."],
  ["Berg continued to build bridges."],
  ["Berg declined a request for comment."],
  ["The council did not respond to the complaint."],
  ["The alleged plot failed."],
  ["It is too early to say how bad the flood was."],
  ["Berg was known as a builder."],
  ["They have maintained the bridge even though it was old."],
  ["Berg showed up late."],
  ["Berg pointed at the bridge."],
  ["The bill passed after hours of talk."],
];

const silences: Case[] = [
  ["The ferry company declined to comment on the warning."],
  ["Berg declined repeatedly to comment on reports that the bridge was unsafe."],
  ["The mayor refused to say whether the bridge was safe."],
  ["Berg refused to confirm that the bridge was unsafe."],
  ["The owner would not say whether the bridge was safe."],
  ["The owner could not say how old the bridge was."],
  ["Berg did not say why the bridge was shut."],
  ["The builder did not respond to questions about the bridge."],
  ["Berg did not comment on the letter."],
  ["The mayor would neither confirm nor deny that the bridge was unsafe."],
  ["Berg neither confirmed nor denied the plan."],
  ["The engineer could not be reached for comment."],
  ["Asked for comment, the builder did not reply."],
  ["The council was unable to say whether the bridge was safe."],
  ["A spokesman was not available to comment on the plan."],
  ["Berg avoided saying that the bridge was old."],
  ["The mayor had no comment on the report."],
  ["Berg has not responded to a request to comment on the report."],
  ["The council has yet to comment on the report."],
  ["Berg failed to answer a question about the bridge."],
];

const notions: Case[] = [
  ["Berg denied the claim."],
  ["The council disputed the figures."],
  ["Berg dismissed the warning."],
  ["The owner rejected the offer of the town."],
  ["Berg confirmed the delay."],
  ["The mayor criticised the delay."],
  ["The mayor noted the warning."],
  ["Berg praised the crew."],
  [
    "Moe said rain would come. Berg praised the crew. “They were here in an hour.”",
    "Moe > rain would come",
    "Berg > “They were here in an hour.”",
  ],
  ["Berg denied stealing the money.", "Berg > stealing the money"],
  ["Berg denied that the bridge was unsafe.", "Berg > that the bridge was unsafe"],
  ["Berg denied any part in the fire.", "Berg > any part in the fire"],
  ["Berg rejected the accusation that he had lied.", "Berg > the accusation that he had lied"],
  ["Berg dismissed the warning as “childish.”", "Berg > the warning as “childish.”"],
  ["Berg condemned “the madness of the plan.”", "Berg > “the madness of the plan.”"],
  ["Berg accused the council of hiding the letter.", "Berg > the council of hiding the letter"],
  ["Berg blamed the council for the delay.", "Berg > the council for the delay"],
  ["The mayor announced a toll of 20 crowns.", "The mayor > a toll of 20 crowns"],
  ["The owner confirmed the sale of the bridge.", "The owner > the sale of the bridge"],
  ["Berg fears for her job."],
  [
    "A worker fearing for her job said the bridge was shut.",
    "A worker fearing for her job > the bridge was shut",
  ],
  ["Berg, who fears for her job, said the bridge was shut.", "Berg > the bridge was shut"],
];

const inscriptions: Case[] = [
  [
    "A crowd waits behind a banner reading “Bread Not Bombs” in Oslo, June 3, 2023. Per Lund/AFP via Getty Images",
  ],
];

const headlines: Case[] = [
  [
    "Bridge Will Stay Closed for a Year: Ministry\n\nThe bridge stays closed.",
    "Ministry > Bridge Will Stay Closed for a Year",
  ],
  [
    "Anna Berg: ‘We Will Rebuild the Bridge’\n\nThe bridge stays closed.",
    "Anna Berg > ‘We Will Rebuild the Bridge’",
  ],
  ["Bridge Is Safe, Engineer Says\n\nThe bridge stays closed.", "Engineer > Bridge Is Safe"],
];

const signatures: Case[] = [["“We will be back.” — Anna Berg", "Anna Berg > “We will be back.”"]];

const transcripts: Case[] = [
  [
    "Tom Berg and Ida Holm met on Monday.\n\nBERG: We will rebuild the bridge.\n\nHOLM: When?\n\nBERG: In May.",
    "BERG > We will rebuild the bridge",
    "BERG > In May",
  ],
  ["BERG: We will rebuild the bridge."],
  ["UPDATE: The bridge is open.\n\nCORRECTION: It is not.\n\nUPDATE: It is open again."],
];

/** The cases by what they are about. */
export const groups: Record<string, Case[]> = {
  quotations,
  "quotations never closed or over paragraphs": unclosed,
  "words beside it that are another’s": leads,
  clauses,
  "according to": accordingTo,
  speakers,
  "scare quotes": scareQuotes,
  "words that look like saying": traps,
  "those who say nothing": silences,
  "things that are no claims": notions,
  inscriptions,
  headlines,
  signatures,
  transcripts,
};
