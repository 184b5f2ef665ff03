import { describe, expect, it } from "vitest";
import { detect } from "./detect";
import { type Case, tryCases } from "./test-found";

// What is recorded as somebody's words must have been said, and by them. Each case is a text and what must come out:
// source > words, "?" for somebody unnamed, "-" for nobody. A case without expectations: nothing may be suggested.

const unsaid: Case[] = [
  // Denied to have been said, which is no denial of theirs.
  ["Berg did not say that the dam was cracked."],
  ["Berg never said the dam was cracked."],
  ["Berg has not confirmed that the dam was cracked."],
  ["“The dam is safe,” Berg never actually said."],
  ["It was not Anna Berg who said the dam was safe."],
  ["No official said the dam was safe."],
  ["None of the officials said the dam was safe."],
  ["Not even Berg said the dam was safe."],
  ["Few experts say the dam is safe."],
  ["Neither Berg nor Holm said the dam was safe."],
  ["Berg denied that she had said the dam was safe.", "Berg > that she had said the dam was safe"],
  ["Berg denied saying the dam was safe.", "Berg > saying the dam was safe"],
  ["Berg insists she did not say the dam was safe.", "Berg > she did not say the dam was safe"],
  // Not yet, or only if.
  ["If Berg says the dam is cracked, Holm will resign."],
  ["Unless Berg says the dam is safe, nobody returns."],
  ["Until Berg says the dam is safe, nobody returns."],
  ["Once Berg says the dam is safe, people will return."],
  ["Berg could say the dam is cracked."],
  ["Berg might have said that the dam was safe."],
  ["Berg should have said the dam was cracked."],
  ["Berg must have known that the dam was cracked."],
  ["Berg is expected to say the dam is safe."],
  ["Berg plans to tell parliament that the dam is safe."],
  ["Berg wanted to say the dam was safe."],
  ["Berg was about to say that the dam was safe."],
  ["Holm wanted Berg to say the dam was safe."],
  ["Holm told Berg to say the dam was safe.", "Holm > Berg to say the dam was safe"],
  ["Had Hartwig claimed that the gate was open, she would have lied."],
  ["Should Berg say that it is safe, people will return."],
  // Asked, and in doubt.
  ["Did Berg say the dam was safe?"],
  ["Why did Berg claim that the dam was safe?"],
  ["There is no evidence that Berg said the dam was safe."],
  ["It is not true that Berg said the dam was safe."],
  ["It is false that Berg called Holm a liar."],
  ["A rumour that Berg said the dam was safe spread fast."],
  ["Claims that Berg said the dam was safe are false."],
];

const said: Case[] = [
  ["A few experts say the dam is safe.", "few experts > the dam is safe"],
  ["The Courier can reveal that the dam was cracked.", "Courier > that the dam was cracked"],
  ["Berg does not believe the dam is safe.", "Berg > the dam is safe"],
  ["Berg took to Twitter to say the dam was safe.", "Berg > the dam was safe"],
  ["Berg used the speech to say the dam was safe.", "Berg > the dam was safe"],
  ["Berg went on to say the dam was safe.", "Berg > the dam was safe"],
  ["Berg would later say that the dam was safe.", "Berg > that the dam was safe"],
  ["Berg asked: “Is the dam safe?”", "Berg > “Is the dam safe?”"],
  ["“Is the dam safe?” asked Berg.", "Berg > “Is the dam safe?”"],
  [
    "Berg admitted saying that the dam was safe.",
    "Berg > saying that the dam was safe",
    "Berg > that the dam was safe",
  ],
];

/** Beside something denied, asked or open, and said all the same. */
const besides: Case[] = [
  [
    "Anna Berg denied wrongdoing after prosecutors said she had lied.",
    "Anna Berg > wrongdoing after prosecutors said she had lied",
    "prosecutors > she had lied",
  ],
  [
    "Although he declined to comment on the case, Berg said the bridge was safe.",
    "Berg > the bridge was safe",
  ],
  ["Although they could not say how many, officials said people had died.", "officials > people had died"],
  ["Berg may not have said so, but Ida Holm said it was safe.", "Ida Holm > it was safe"],
  ["Asked if she could confirm the report, Anna Berg said it was wrong.", "Anna Berg > it was wrong"],
  ["Berg has never said it was safe, and on Monday Ida Holm said it was not.", "Ida Holm > it was not"],
  [
    "The paper reports that Anna Berg said the dam was safe.",
    "paper > that Anna Berg said the dam was safe",
    "Anna Berg > the dam was safe",
  ],
  ["It is true that Anna Berg said the dam was safe.", "Anna Berg > the dam was safe"],
  ["There is evidence that Anna Berg said the dam was safe.", "Anna Berg > the dam was safe"],
  ["Anna Berg called Ida Holm to say the dam was safe.", "Anna Berg > the dam was safe"],
  ["The minister visited Rome to announce that it was safe.", "minister > that it was safe"],
  ["The road was open until police said that it was unsafe.", "police > that it was unsafe"],
  ["No doubt Anna Berg said it was safe.", "Anna Berg > it was safe"],
  ["Why did Ida Holm resign after Anna Berg said it was safe?", "Anna Berg > it was safe"],
  [
    "Anna Berg said “Jeopardy!” would return in the fall.",
    "Anna Berg > “Jeopardy!” would return in the fall",
  ],
];

const clauses: Case[] = [
  [
    "The headline read: “Bridge unsafe” and “mayor lied,” Anna Berg said.",
    "Anna Berg > The headline read: “Bridge unsafe” and “mayor lied,”",
    "headline > “Bridge unsafe” and “mayor lied,”",
  ],
  [
    "Berg declined to say whether she thought that the dam, which officials have said was safe, was cracked.",
    "officials > was safe",
  ],
  [
    "While Berg said the dam was cracked, Holm said it was not.",
    "Berg > the dam was cracked",
    "Holm > it was not",
  ],
  ["Although Berg said the dam was safe, it broke.", "Berg > the dam was safe"],
  ["When Berg said that the dam was safe, Holm laughed.", "Berg > that the dam was safe"],
  ["While Berg called it “safe,” Holm left.", "Berg > it “safe,”"],
  [
    "After Reed said “it is over”, Berg replied that it was not.",
    "Reed > “it is over”",
    "Berg > that it was not",
  ],
  ["Protesters shouted “Resign!” at Berg and her party.", "Protesters > “Resign!”"],
  ["Told that Reed had resigned, Berg said: “Good.” Shown the report, she left.", "Berg > “Good.”"],
  ["Kyiv denied it, saying Russia was to blame.", "Kyiv > Russia was to blame"],
  [
    "A spokeswoman said: “We are looking into it” — “Not fast enough,” shouted Lund.",
    "spokeswoman > “We are looking into it”",
    "Lund > “Not fast enough,”",
  ],
  [
    "The military said, citing Hamas, that three were dead.",
    "military > that three were dead",
    "Hamas > that three were dead",
  ],
  ["CNN reports that, according to Ida Holm, Berg lied.", "Ida Holm > Berg lied"],
];

const ends: Case[] = [
  [
    "Berg told colleagues the plan was “dead in the water”, two people briefed on the matter said.",
    "two people briefed on the matter > Berg told colleagues the plan was “dead in the water”",
    "Berg > the plan was “dead in the water”",
  ],
  ["My boss told me “the cranes are fine” and sent me home.", "My boss > “the cranes are fine”"],
  ["The union said I would lose everything, and I did.", "union > I would lose everything"],
  ["Berg said prices rose, and they fell later.", "Berg > prices rose, and they fell later"],
  [
    "According to a report by the Transport Institute, seen by the Courier, three cranes failed.",
    "report by the Transport Institute > three cranes failed",
  ],
];

const tellers: Case[] = [
  [
    "“We had no choice,” Smith said, according to the Courier. “The river was rising.”",
    "Smith > “We had no choice,”",
    "Courier > “We had no choice,” Smith said",
    "Smith > “The river was rising.”",
  ],
  [
    "Tom Reed said that when he called Anna Smith, she said: “Leave me alone.”",
    "Tom Reed > that when he called Anna Smith, she said: “Leave me alone.”",
    "Anna Smith > “Leave me alone.”",
  ],
  [
    "“Leave me alone,” Reed recalled Smith saying. “I am not going.”",
    "Reed > “Leave me alone,” … Smith saying",
    "Smith > “Leave me alone,” … “I am not going.”",
  ],
  ["“I want to go,” Anna Berg told reporters asking about it.", "Anna Berg > “I want to go,”"],
  ["“I want to go,” Anna Berg said Monday announcing the plan.", "Anna Berg > “I want to go,”"],
  [
    "“I will end you,” Reed claims Berg told him.",
    "Reed > “I will end you,” … Berg told",
    "Berg > “I will end you,”",
  ],
  [
    "Reed said Berg had threatened him. “I will end you,” she told him, according to Reed.",
    "Reed > Berg had threatened him",
    "? > “I will end you,”",
    "Reed > “I will end you,” she told him",
  ],
  [
    "“I will end you,” Berg told Reed, he claimed.",
    "Berg > “I will end you,”",
    "? > “I will end you,” Berg told Reed",
  ],
  [
    "Berg quoted Holm as saying the dam was cracked.",
    "Berg > Holm as saying the dam was cracked",
    "Holm > the dam was cracked",
  ],
];

const described: Case[] = [
  [
    "A man accused of setting fire to a mill told police that voices had told him to do it.",
    "man accused of setting fire to a mill > that voices had told him to do it",
  ],
  ["A resident who asked not to be named said it was late.", "resident > it was late"],
  ["Anyone who lied said Berg."],
  ["According to the county, which owns the land, the dam was old.", "county > the dam was old"],
];

const lawyers: Case[] = [
  [
    "Port closed\n\nThe captain, whose name is not known, denied being drunk, his lawyer, Kari Strand, said. She added that her client had been awake. “He is devastated,” she said.",
    "Kari Strand > The captain, whose name is not known, denied being drunk",
    "captain > being drunk",
    "Kari Strand > that her client had been awake",
    "Kari Strand > “He is devastated,”",
  ],
  ["He rejects the claim, Berg told the Post.", "Berg > He rejects the claim"],
];

const names: Case[] = [
  [
    "Mary O’Leary-Jones said it was late. “It is,” O’Leary-Jones said.",
    "Mary O’Leary-Jones > it was late",
    "Mary O’Leary-Jones > “It is,”",
  ],
  ["'It is late,' said Mary O'Leary.", "Mary O'Leary > 'It is late,'"],
  ["The Institute for Fiscal Studies said it was late.", "Institute for Fiscal Studies > it was late"],
];

const according: Case[] = [
  [
    "According to officials, rising waters forced out thousands, but no one died.",
    "officials > rising waters forced out thousands",
  ],
  [
    "According to Holm, starving children, not soldiers, were shot.",
    "Holm > starving children, not soldiers, were shot",
  ],
  ["According to the mayor, fired on Monday, the dam was safe.", "mayor > the dam was safe"],
  ["According to a report, seen by the Courier, the walls were thin.", "report > the walls were thin"],
];

const talk: Case[] = [
  [
    "John Holm met Peter Berg on Monday. “The plan is dead,” Berg said. He responded that taxes were low.",
    "Peter Berg > “The plan is dead,”",
    "? > that taxes were low",
  ],
  [
    "Peter Holm accused Tom Reed of fraud. “You stole it,” Holm said. “I did not steal a cent,” he countered.",
    "Peter Holm > Tom Reed of fraud",
    "Peter Holm > “You stole it,”",
    "? > “I did not steal a cent,”",
  ],
  [
    "“You are fired,” Peter Holm told the nurse. “I quit,” he answered.",
    "Peter Holm > “You are fired,”",
    "? > “I quit,”",
  ],
  [
    "“Is the plan dead? I want to know,” Tom Berg asked. “No,” he replied.",
    "Tom Berg > “Is the plan dead? I want to know,”",
    "? > “No,”",
  ],
  [
    "“Is the plan dead?” Tom Berg asked. He replied that it was not.",
    "Tom Berg > “Is the plan dead?”",
    "? > that it was not",
  ],
  [
    "“Is the plan dead?” Tom Berg asked. “No,” he replied. “Not yet.”",
    "Tom Berg > “Is the plan dead?”",
    "? > “No,” … “Not yet.”",
  ],
  [
    "“They are high,” Tom Berg answered. “They will rise,” he replied to another question.",
    "Tom Berg > “They are high,”",
    "Tom Berg > “They will rise,”",
  ],
  [
    "John Holm saw it. “I love it,” said Peter Berg. He said back in May that it was safe.",
    "Peter Berg > “I love it,”",
    "Peter Berg > that it was safe",
  ],
  [
    "“We lost,” Anna Berg said. “We cried.” “It was bad.”",
    "Anna Berg > “We lost,”",
    "Anna Berg > “We cried.”",
    "Anna Berg > “It was bad.”",
  ],
  ["“Did you lie?” Holm asked Keller. “No,” he replied.", "Holm > “Did you lie?”", "? > “No,”"],
  [
    "“Is it safe?” Anna Berg asked Tom Reed. “No,” he replied. “It never was.”",
    "Anna Berg > “Is it safe?”",
    "Tom Reed > “No,” … “It never was.”",
  ],
  [
    "“I am fine,” Berg said. Asked if she would resign, she replied: “No.”",
    "Berg > “I am fine,”",
    "Berg > “No.”",
  ],
  [
    "“No,” said Keller. “Never in all my life?” “Never in all my life, Sir.”",
    "Keller > “No,”",
    "- > “Never in all my life?”",
    "- > “Never in all my life, Sir.”",
  ],
];

const sought: Case[] = [
  ["Those who took the drug said it was safe.", "Those who took the drug > it was safe"],
  ["Police trying to find the boy said he was seen.", "Police trying to find the boy > he was seen"],
  ["Fans waiting to see the singer said it was cold.", "Fans waiting to see the singer > it was cold"],
  ["A man believed to be the killer said he was ill.", "man believed to be the killer > he was ill"],
];

const plainWays: Case[] = [
  ["The group that organised the march said 4,000 came.", "group that organised the march > 4,000 came"],
  ["Doctors such as Berg say the drug is safe.", "Doctors > the drug is safe"],
  [
    "“It was late,” said one of the drivers, who asked not to be named.",
    "one of the drivers > “It was late,”",
  ],
  ["“It was late,” said Berg in a letter to Holm.", "Berg > “It was late,”"],
  ["Berg told Ida Holm, the judge, that it was icy.", "Berg > that it was icy"],
  ["Berg said in a letter to the mayor, Ida Holm, that it was icy.", "Berg > that it was icy"],
  ["The council said in a report published on Monday that it was icy.", "council > that it was icy"],
  ["About 40 percent of doctors said the dust was toxic.", "40 percent of doctors > the dust was toxic"],
  ["Police: Storm kills three in Larvik\n\nIt rained.", "Police > Storm kills three in Larvik"],
  ["Report: Road to Hell\n\nIt rained."],
  ["Brexit will cost jobs, warns bank\n\nIt rained.", "bank > Brexit will cost jobs"],
  ["He had two problems, claims and debts."],
  ["When Berg was asked if it was safe, he laughed.", "- > if it was safe"],
  // Who holds the lunch does not ask.
  ["Berg was asked during a lunch held by the Courier if it was safe.", "- > if it was safe"],
];

const besideTwo: Case[] = [
  ["A man police said had a knife ran off.", "police > had a knife"],
  ["The bridge Anna Berg said was safe fell on Monday.", "Anna Berg > was safe"],
  ["The plan officials say will save millions was rejected.", "officials > will save millions"],
  ["Reed was asked for comment."],
  ["“I was scared,” came the reply."],
  ["Berg on Holm: ‘I am sorry’\n\nIt rained.", "Berg > ‘I am sorry’"],
  ["Talks to resume on Monday: UN\n\nIt rained.", "UN > Talks to resume on Monday"],
];

tryCases({
  "what nobody has said": unsaid,
  "what was said all the same": said,
  "what was said beside it": besides,
  "clauses of others": clauses,
  "where words end": ends,
  "who tells, and who is told of": tellers,
  "who is told of by what they did": described,
  "who tells that somebody denies it": lawyers,
  "names as they are written": names,
  "according to": according,
  "talk between two": talk,
  "who they are by what they seek or did": sought,
  "plain ways to name who speaks": plainWays,
  "whose words stand beside two names": besideTwo,
});

describe("words that are set apart", () => {
  const paragraphs = [
    "The gate",
    "Tom Berg wrote on Monday: “It is open.”",
    "We asked for bread.",
    "It rained.",
  ];
  const text = paragraphs.join("\n\n");
  const blocks = paragraphs.map((one, id) => {
    const start = text.indexOf(one);
    const role = (["title", "body", "quote", "body"] as const)[id] ?? "body";
    return { id: String(id), role, start, end: start + one.length };
  });

  it("are nobody’s who spoke before", () => {
    const speakers = detect(text, blocks).map((one) => one.speaker?.resolvedTo ?? null);
    expect(speakers).toEqual(["Tom Berg"]);
  });
});

describe("whose words are only likely", () => {
  it.each([
    ["“We lost,” Smith said, according to the Courier. “The river rose fast.”", 0.55],
    ["Berg said the dam was safe, according to Holm. “Nobody needs to leave.”", 0.55],
    ["“It was,” Reed recalled Smith saying.", 0.55],
    ["“Is it safe?” Anna Berg asked Tom Reed. “No,” he replied.", 0.55],
    ["“We lost,” Anna Berg said. “We cried.” “It was bad.”", 0.55],
  ])("%s", (text, most) => {
    expect(detect(text).at(-1)?.confidence).toBeLessThanOrEqual(most);
  });
});
