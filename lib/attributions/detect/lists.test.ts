import { describe, expect, it } from "vitest";
import { type Case, foundAndSure, tryCases } from "./test-found";

// No name of a list may be lost, for then one of several would say alone what they said together. Each case is a text
// and what must come out: source > words, "?" for somebody unnamed, "~" before what is never accepted along with others.

/** Who says "It is late" in a sentence that begins with them, and what the source must be called. */
const subjects = (...cases: [subject: string, source: string][]): Case[] =>
  cases.map(([subject, source]) => [`${subject} said it was late.`, `${source} > it was late`]);

const ands = subjects(
  ["Anna Berg and Tom Reed and Ida Holm", "Anna Berg and Tom Reed and Ida Holm"],
  ["Marks & Spencer, Tesco and Asda", "Marks & Spencer, Tesco and Asda"],
  ["Tesco, Marks & Spencer and Asda", "Tesco, Marks & Spencer and Asda"],
  ["Tesco, Asda and Marks & Spencer", "Tesco, Asda and Marks & Spencer"],
  ["Johnson & Johnson and Pfizer", "Johnson & Johnson and Pfizer"],
  ["Procter & Gamble, Unilever and Nestle", "Procter & Gamble, Unilever and Nestle"],
  ["Ernst & Young and KPMG", "Ernst & Young and KPMG"],
  ["Bosnia and Herzegovina and Serbia", "Bosnia and Herzegovina and Serbia"],
  ["Trinidad and Tobago, Jamaica and Barbados", "Trinidad and Tobago, Jamaica and Barbados"],
  ["The Health and Safety Executive and Tesco", "Health and Safety Executive and Tesco"],
  [
    "Work and Pensions Secretary Anna Berg and Chancellor Tom Reed",
    "Work and Pensions Secretary Anna Berg and Chancellor Tom Reed",
  ],
  ["The report by Anna Berg and Tom Reed and Ida Holm", "report by Anna Berg and Tom Reed and Ida Holm"],
  ["The mayors of Oslo and Bergen and Tromso", "mayors of Oslo and Bergen and Tromso"],
  ["Officials in France, Germany, and Italy", "Officials in France, Germany, and Italy"],
  ["The leaders of Hungary, Slovakia and Poland", "leaders of Hungary, Slovakia and Poland"],
);

const heads = subjects(
  ["Hungary, Slovakia and Poland", "Hungary, Slovakia and Poland"],
  ["Smith, Jones and Brown", "Smith, Jones and Brown"],
  ["Labour, the Liberal Democrats and the Greens", "Labour, the Liberal Democrats and the Greens"],
  ["France and the Netherlands", "France and the Netherlands"],
  ["Meanwhile, Hungary, Slovakia and Poland", "Hungary, Slovakia and Poland"],
  ["Overnight, Israel and Hamas", "Israel and Hamas"],
  ["Online, Tesco and Asda", "Tesco and Asda"],
  ["Furious, Anna Berg and Tom Reed", "Anna Berg and Tom Reed"],
);

const leads = subjects(
  ["Last year Anna Berg, Tom Reed and Ida Holm", "Anna Berg, Tom Reed and Ida Holm"],
  ["On Monday Anna Berg, Tom Reed and Ida Holm", "Anna Berg, Tom Reed and Ida Holm"],
  ["In March, Anna Berg, Tom Reed and Ida Holm", "Anna Berg, Tom Reed and Ida Holm"],
  ["In Oslo, Anna Berg and Tom Reed", "Anna Berg and Tom Reed"],
  ["At a hearing in Austin, Texas, Anna Berg and Tom Reed", "Anna Berg and Tom Reed"],
  ["In Oslo and Bergen, Tesco and Asda", "Tesco and Asda"],
  ["Unlike Anna Berg, Tom Reed and Ida Holm", "Tom Reed and Ida Holm"],
  ["He thanked Anna Berg, and Ida Holm and Tom Reed", "Ida Holm and Tom Reed"],
  ["He met Anna Berg and Tom Reed, and Ida Holm", "Ida Holm"],
  ["He thanked his wife, Anna Berg, and Tom Reed", "Tom Reed"],
  ["He left his friend in Oslo, and Ida Holm", "Ida Holm"],
  ["He laughed, and Anna Berg and Tom Reed", "Anna Berg and Tom Reed"],
);

const asides = subjects(
  ["Qatar, Egypt and the United States, which mediated the talks,", "Qatar, Egypt and the United States"],
  ["In Oslo, Anna Berg and Tom Reed, both doctors,", "Anna Berg and Tom Reed"],
  ["Lena Holm, the mayor, and Tom Reed, the engineer,", "Lena Holm and Tom Reed"],
  [
    "Mayor Lena Holm, 52, Councillor Tom Reed, 44, and the chief engineer, Ida Strand,",
    "Mayor Lena Holm, Councillor Tom Reed and Ida Strand",
  ],
  ["The mayor, Anna Berg, and the chancellor, Tom Reed,", "Anna Berg and Tom Reed"],
  ["Anna Berg, mayor of Oslo, and her deputy, Tom Reed,", "Anna Berg and Tom Reed"],
  [
    "Then Prime Minister Anna Berg and her successor, Tom Reed,",
    "Prime Minister Anna Berg and her successor",
  ],
  ["The mayor and the engineer, Tom Reed,", "mayor and the engineer"],
  ["The winners, Anna Berg and Tom Reed,", "Anna Berg and Tom Reed"],
  ["The winners, Anna Berg, Tom Reed and Ida Holm,", "Anna Berg, Tom Reed and Ida Holm"],
  ["The authors, Anna Berg of Yale and Tom Reed of Oxford,", "authors"],
  ["The watchdog, the Health and Safety Executive,", "Health and Safety Executive"],
  ["The company, Marks & Spencer,", "Marks & Spencer"],
  // One of them alone, for what stands behind tells of them.
  ["The chief, CIA and NSA director Tom Reed,", "Tom Reed"],
  ["Anna Berg, the mayor of Oslo and Bergen,", "Anna Berg"],
  ["Anna Berg, mayor of Oslo and Bergen,", "Anna Berg"],
  ["Anna Berg, Managing Director and Chief Executive,", "Anna Berg"],
  ["Anna Berg, 52, President and Chief Executive,", "Anna Berg"],
  ["The mayor, standing by Anna Berg and Tom Reed, both aides,", "mayor"],
  ["The lawyers, who defended Anna Berg and Tom Reed,", "lawyers"],
);

const besideNames = subjects(
  ["Reed, and later Holm,", "Reed and later Holm"],
  ["Reed's wife, Ida, and mother, Anna,", "Ida and Anna"],
  ["Norway's leader, Eva Moen, and Sweden's, Lars Dahl,", "Eva Moen and Lars Dahl"],
  // Who stands in what is told of somebody is another.
  ["Reed, with his wife, Ida, at his side,", "Reed"],
  ["Holm, together with her deputy, Tom Reed,", "Holm"],
  ["Reed, accompanied by his wife, Ida,", "Reed"],
  ["Two men, Lars Dahl among them,", "Two men"],
  ["Nordea, led by Lars Dahl,", "Nordea"],
  ["Holm, flanked by Reed,", "Holm"],
  ["Tom Reed, asked by Holm about the plan,", "Tom Reed"],
  ["Nordea, through its chief executive, Lars Dahl,", "Nordea"],
  ["Nordea, Dahl's bank,", "Nordea"],
  ["The minister, flanked by the police chief, Tom Reed,", "minister"],
  // An office names nobody.
  ["The MP for Larvik, Ida Holm,", "Ida Holm"],
  ["Holm, MP,", "Holm"],
  ["Its founder and CEO, Lars Dahl,", "Lars Dahl"],
  ["CEO Lars Dahl", "Lars Dahl"],
);

const nouns = subjects(
  ["The mayor and Holm", "mayor and Holm"],
  ["The council's leader and Tom Reed", "council's leader and Tom Reed"],
  ["Both the mayor and Tom Reed", "mayor and Tom Reed"],
  ["The mayor, Tom Reed, and his deputy", "Tom Reed and his deputy"],
  ["The mayor, Tom Reed, and two engineers", "Tom Reed and two engineers"],
  ["The mayor, Tom Reed, and police", "Tom Reed and police"],
  ["The mayor, Tom Reed, or the engineer", "Tom Reed or the engineer"],
  ["Lena Holm, the mayor, and the engineer", "Lena Holm and the engineer"],
  ["Tom Reed, who is mayor, and the engineer", "Tom Reed and the engineer"],
  ["In a statement, the mayor, Tom Reed, and his deputy", "Tom Reed and his deputy"],
  ["Engineers, police and the mayor", "Engineers, police and the mayor"],
  ["Engineers, police and Tom Reed", "Engineers, police and Tom Reed"],
  ["Reed, police and engineers", "Reed, police and engineers"],
  ["On Monday, police and the mayor", "police and the mayor"],
  ["Police and later the council", "Police and later the council"],
  ["Reed and later Holm", "Reed and later Holm"],
  ["First police and then the council", "police and then the council"],
  ["Lena Holm as well as Tom Reed", "Lena Holm as well as Tom Reed"],
  ["Lena Holm rather than Tom Reed", "Lena Holm"],
  ["Reed and his wife Ida", "Reed and his wife Ida"],
  ["Tom Reed, his wife Ida and their son", "Tom Reed, his wife Ida and their son"],
  ["Mr and Mrs Reed", "Mr and Mrs Reed"],
  ["The mayor of Larvik, Mona Eide, and the county governor, Per Lie,", "Mona Eide and Per Lie"],
  ["Police, fire and ambulance services", "Police, fire and ambulance services"],
  ["Sens. Eva Moen of Ohio and Lars Dahl of Texas", "Sens. Eva Moen of Ohio and Lars Dahl of Texas"],
  ["Judge Anna Dahl, two colleagues and a jury", "Judge Anna Dahl, two colleagues and a jury"],
  ["Norway, Sweden and, to a lesser extent, Denmark", "Norway, Sweden and Denmark"],
  ["The minister, the mayor and the governor", "minister, the mayor and the governor"],
  ["The University of Oslo and the University of Bergen", "University of Oslo and the University of Bergen"],
  ["The Church of England and the mayor", "Church of England and the mayor"],
  ["The King and Queen", "King and Queen"],
  ["Democrats and some Republicans", "Democrats and some Republicans"],
  ["House Democrats and Republican Tom Reed", "House Democrats and Republican Tom Reed"],
  ["Republican leaders and the White House", "Republican leaders and the White House"],
  ["Neighbour Tom Reed, 54, and his wife, Ida, 41,", "Neighbour Tom Reed and Ida"],
  ["The mayor and the council leader Tom Reed", "mayor and the council leader Tom Reed"],
  ["The mayor, Lena Holm, and the engineer, who built it,", "Lena Holm and the engineer"],
  ["On Monday night the mayor and later the engineer", "mayor and later the engineer"],
  ["When the vote was over, the mayor, the engineer and Tom Reed", "mayor, the engineer and Tom Reed"],
  // One person, or one of them alone.
  ["The mayor and council leader Tom Reed", "Tom Reed"],
  ["The singer, songwriter and actor Tom Reed", "Tom Reed"],
  ["The storm hit homes, schools and hospitals and the mayor", "mayor"],
  ["The former minister and bank chief Lars Dahl", "Lars Dahl"],
  ["The lawyer and Labour MP Lars Dahl", "Lars Dahl"],
  ["The bridge swayed, and the engineer", "engineer"],
  ["He thanked the mayor, Tom Reed, and the engineer", "engineer"],
);

const quoted: Case[] = [
  ["The mayor told the engineer and the council that it was late.", "mayor > that it was late"],
  ["The man, police and the mayor said, had lied.", "police and the mayor > The man … had lied"],
  ["The bridge is safe, police and the mayor said.", "police and the mayor > The bridge is safe"],
  [
    "“We will appeal,” Johnson & Johnson and Pfizer said in a joint statement.",
    "Johnson & Johnson and Pfizer > “We will appeal,”",
  ],
  ["“It is late,” said the winners, Anna Berg and Tom Reed.", "Anna Berg and Tom Reed > “It is late,”"],
  ["“It is late,” said the authors, Anna Berg of Yale and Tom Reed of Oxford.", "authors > “It is late,”"],
  ["Companies, Anna Berg and Tom Reed said, should pay.", "Anna Berg and Tom Reed > Companies … should pay"],
];

/** Who says “It is late” in a sentence that names them behind the verb, and what the source must be called. */
const behind = ([subject, source]: [string, string]): Case => [
  `“It is late,” said ${subject}.`,
  `${source} > “It is late,”`,
];

const namedBehind: Case[] = (
  [
    ["the mayor, Tom Reed, and the engineer", "Tom Reed and the engineer"],
    ["the mayor, Tom Reed, and the engineer, Ida Holm", "Tom Reed and Ida Holm"],
    ["Tom Reed, the mayor, and Ida Holm", "Tom Reed and Ida Holm"],
    ["Reed and his deputy, Ida Holm", "Reed and Ida Holm"],
    ["Reed, Holm and Dahl", "Reed, Holm and Dahl"],
    ["Tom Reed, 54, Ida Holm, 41, and Lars Dahl, 38", "Tom Reed, Ida Holm and Lars Dahl"],
    ["Tom Reed, of Oslo, and Ida Holm, of Bergen", "Tom Reed and Ida Holm"],
    ["police and the mayor in a joint statement", "police and the mayor"],
    // One of them alone.
    ["Reed, and Holm nodded", "Reed"],
    ["Reed, a baker, and the crowd in the hall cheered", "Reed"],
    ["Tom Reed, a Labour and Co-operative MP", "Tom Reed"],
    ["Reed, founder and chief executive of the firm", "Reed"],
    ["Reed, whose deputy, Ida Holm, was with him", "Reed"],
  ] satisfies [string, string][]
).map(behind);

/** Who says last "It is late" in a text. */
const last = (...cases: [text: string, source: string][]): [string, string][] =>
  cases.map(([text, source]) => [`${text} said it was late.`, `${source} > it was late`]);

const owners = last(
  ["Musk bought the paper from Tom Reed in May. His lawyer", "His lawyer"],
  ["Tom Reed sued Musk. His lawyer", "His lawyer"],
  ["Starmer sacked Tom Reed on Monday. His office", "His office"],
  ["Prosecutors say the accused killed Tom Reed. His lawyer", "His lawyer"],
  ["Tom Reed sued the 45-year-old. His lawyer", "His lawyer"],
  ["Djokovic beat Carlos Alcaraz. His physio", "His physio"],
  ["The goalkeeper replaced Tom Reed. His coach", "His coach"],
  ["A fan of Tom Reed was killed. His mother", "His mother"],
  ["The Queen received Lena Holm. Her office", "Her office"],
  ["Lena Holm met the Queen. Her office", "Her office"],
  ["Tom Reed left on Monday. His lawyer", "Tom Reed’s lawyer"],
  ["Tom Reed met Lena Holm in Paris. His lawyer", "Tom Reed’s lawyer"],
  ["Lena Holm, the mayor, resigned. Her office", "Lena Holm’s office"],
  ["Lena Holm resigned. It rained all day. Her office", "Lena Holm’s office"],
  ["“It was late,” Lena Holm said. Her office", "Lena Holm’s office"],
);

const answers: Case[] = [
  [
    "“You lied,” said Lena Holm. “I did not,” Tom Reed replied. “You did,” she answered.",
    "Lena Holm > “You lied,”",
    "Tom Reed > “I did not,”",
    "~Lena Holm > “You did,”",
  ],
  [
    "Mayor Lena Holm and MP Tom Reed argued. “The roof leaks,” he said. “It does not,” she replied. “It does,” he answered.",
    "Tom Reed > “The roof leaks,”",
    "~Lena Holm > “It does not,”",
    "~Tom Reed > “It does,”",
  ],
  [
    "“You lied,” Lena Holm told Tom Reed. “I did not,” he replied.",
    "Lena Holm > “You lied,”",
    "~Tom Reed > “I did not,”",
  ],
  // Two of them may be meant.
  [
    "Peter Holm accused Tom Reed of fraud. “You stole it,” Holm said. “I did not,” he countered.",
    "Peter Holm > Tom Reed of fraud",
    "Peter Holm > “You stole it,”",
    "~? > “I did not,”",
  ],
  [
    "“You lied,” said Lena Holm. “I did not,” the judge replied. “You did,” she answered.",
    "Lena Holm > “You lied,”",
    "judge > “I did not,”",
    "~? > “You did,”",
  ],
  // Whoever is told or asked may go on.
  [
    "“Did you take it?” the prosecutor asked Reed. “I did not,” he said.",
    "prosecutor > “Did you take it?”",
    "~? > “I did not,”",
  ],
  [
    "Tom Reed came to court. The judge told him: “You lied.” He said: “I did not.”",
    "judge > “You lied.”",
    "~? > “I did not.”",
  ],
  [
    "Holm told Reed she would leave him. He said she could not.",
    "Holm > she would leave him",
    "~? > she could not",
  ],
  ["Holm told Reuters it was safe. She said it would open.", "Holm > it was safe", "~Holm > it would open"],
  [
    "Ida Holm told the judge it was safe. She said it was new.",
    "Ida Holm > it was safe",
    "Ida Holm > it was new",
  ],
  [
    "Holm said Reed had shot at her, but he said it was an accident.",
    "Holm > Reed had shot at her",
    "~? > it was an accident",
  ],
  [
    "A police officer said the woman had been driving. She said she had not.",
    "police officer > the woman had been driving",
    "~? > she had not",
  ],
  [
    "The government said it would pay. The opposition said it would not. It said it had no money.",
    "government > it would pay",
    "opposition > it would not",
    "opposition > it had no money",
  ],
  // Whoever answers was asked by another.
  [
    "“Where were you?” asked the judge. “At home,” Lena Holm answered. “Alone?” “Yes,” she replied.",
    "judge > “Where were you?”",
    "Lena Holm > “At home,”",
    "Lena Holm > “Yes,”",
  ],
  [
    "“At home,” Lena Holm said. “Were you alone all the time?” “Yes,” she replied.",
    "Lena Holm > “At home,”",
    "~- > “Were you alone all the time?”",
    "Lena Holm > “Yes,”",
  ],
];

/** An article about Tom Reed and Lena Holm, with paragraphs that may be a talk. */
const printed = (...paragraphs: string[]): string =>
  ["The gate", "For many years Tom Reed ran it, and then it was run by Lena Holm.", ...paragraphs].join(
    "\n\n",
  );

const interviews: Case[] = [
  [
    printed("Sen. Holm: Why?", "Dr. Reed: I was wrong.", "Sen. Holm: And then?", "Dr. Reed: I left."),
    "Lena Holm > Why",
    "Tom Reed > I was wrong",
    "Lena Holm > And then",
    "Tom Reed > I left",
  ],
  ...["The Chair", "Interviewer", "Q"].map(
    (host): Case => [
      printed(`${host}: Why did you?`, "Mr Reed: I was wrong.", `${host}: And then?`, "Mr Reed: I left."),
      "Tom Reed > I was wrong",
      "Tom Reed > I left",
    ],
  ),
  [
    printed("Lena Holm (laughs): I left it.", "Reed: Why?", "Lena Holm: I was wrong.", "Reed: And then?"),
    "Lena Holm > I left it",
    "Tom Reed > Why",
    "Lena Holm > I was wrong",
    "Tom Reed > And then",
  ],
  [
    printed("LH: Why did you?", "TR: I was wrong.", "LH: And then?", "TR: I left."),
    "Lena Holm > Why did you",
    "Tom Reed > I was wrong",
    "Lena Holm > And then",
    "Tom Reed > I left",
  ],
  [
    printed(
      "Lars Hansen left them in the spring.",
      "LH: Why did you?",
      "TR: I was wrong.",
      "LH: Oh?",
      "TR: I left.",
    ),
  ],
  [printed("TV: It was on.", "PC: It was off.", "TV: It was on again.", "PC: It was off again.")],
  // "She" in an answer is not who asked, and "my lawyer" not known.
  [
    printed(
      "Lena Holm: Why did you go?",
      "Tom Reed: I was sad. She had told me it was over. My lawyer said it was late.",
      "Lena Holm: And then?",
      "Tom Reed: Ida Strand left. She said it was late.",
    ),
    "Lena Holm > Why did you go",
    "Tom Reed > I was sad. She had told me it was over. My lawyer said it was late",
    "~? > it was over",
    "~My lawyer > it was late",
    "Lena Holm > And then",
    "Tom Reed > Ida Strand left. She said it was late",
    "Ida Strand > it was late",
  ],
  [
    printed(
      "Reed: How many came?",
      "Holm: 41 of them came.",
      "Reed: And the others?",
      "Holm: 300 stayed at home.",
    ),
    "Tom Reed > How many came",
    "Lena Holm > 41 of them came",
    "Tom Reed > And the others",
    "Lena Holm > 300 stayed at home",
  ],
  // Results, ratings and notices are no talk.
  [printed("Reed: 41 per cent.", "Holm: 39 per cent.", "Reed: 42 per cent.", "Holm: 38 per cent.")],
  [printed("Tom Reed: 8. A goal.", "Lena Holm: 7. Off.", "Tom Reed: 9. Two goals.", "Lena Holm: 5. Off.")],
  [printed("Watch: It is open.", "Reed: I was wrong.", "Watch: It is shut.", "Reed: I left it.")],
  [printed("General Motors: Up.", "General Electric: Down.", "General Motors: Up.", "General Electric: Up.")],
];

const together: Case[] = [
  [
    "Narendra Modi and President Anna Berg said it was safe.",
    "Narendra Modi and President Anna Berg > it was safe",
  ],
  ["Xi Jinping and nurse Anna Berg said it was safe.", "Xi Jinping and nurse Anna Berg > it was safe"],
  ["Putin and President Anna Berg said it was safe.", "Putin and President Anna Berg > it was safe"],
  [
    "Anna Berg, an engineer, Ida Holm, a nurse, and Tom Reed, a baker, said it was safe.",
    "Anna Berg, Ida Holm and Tom Reed > it was safe",
  ],
  ["Anna Berg, a Democrat, and Tom Reed said it was safe.", "Anna Berg and Tom Reed > it was safe"],
  [
    "Anna Berg, 41, Tom Reed, 50, and Ida Holm said it was safe.",
    "Anna Berg, Tom Reed and Ida Holm > it was safe",
  ],
  [
    "Rep. Anna Berg, D-Calif., Sen. Ida Holm, R-Texas, and Gov. Tom Reed said it was safe.",
    "Rep. Anna Berg, Sen. Ida Holm and Gov. Tom Reed > it was safe",
  ],
  [
    "Sen. Anna Berg (D-Ohio) and Rep. Tom Reed (R-Iowa) said it was safe.",
    "Sen. Anna Berg and Rep. Tom Reed > it was safe",
  ],
  ["Tennant and the chancellor, Miriam Holt, said it was safe.", "Tennant and the chancellor > it was safe"],
  [
    "Mayor Lena Holm, 52, engineer Tom Reed, 44, and Ida Strand said it was safe.",
    "Mayor Lena Holm, engineer Tom Reed and Ida Strand > it was safe",
  ],
  [
    "Port director Karl Holm, engineer Dina Moe, 38, and diver Sam Aas, 29, said it was safe.",
    "Port director Karl Holm, engineer Dina Moe and diver Sam Aas > it was safe",
  ],
  [
    "Mayor Anna Lindqvist and police chief Tor Dahl said it was safe.",
    "Mayor Anna Lindqvist and police chief Tor Dahl > it was safe",
  ],
  ["Lena Holm, head of the port, and Tom Reed said it was safe.", "Lena Holm and Tom Reed > it was safe"],
  // Both, and not only one of them.
  ["Both Lena Holm and Tom Reed said it was safe.", "Lena Holm and Tom Reed > it was safe"],
  ["Not only Holm but also Reed said it was safe.", "Holm and Reed > it was safe"],
  [
    "Not only Lena Holm, but also the engineers said it was safe.",
    "Lena Holm and the engineers > it was safe",
  ],
  ["Not only Holm said it was safe.", "Holm > it was safe"],
  ["Either Holm or Reed said it was safe.", "~? > it was safe"],
  // Not all of those who are named beside each other speak.
  ["He thanked Anna Berg, and Ida Holm said it was safe.", "Ida Holm > it was safe"],
  ["Unlike Anna Berg, Tom Reed and Ida Holm said it was safe.", "Tom Reed and Ida Holm > it was safe"],
  ["Berg, a former aide to Tom Reed and Ida Holm, said it was safe.", "Berg > it was safe"],
  [
    "A spokesman for the transport secretary, Owen Marsh, said it was safe.",
    "spokesman for the transport secretary > it was safe",
  ],
  ["The head of the council, Anna Berg, said it was safe.", "Anna Berg > it was safe"],
];

const groups = {
  "lists with more than one “and”": ands,
  "names at the head of a sentence": heads,
  "what stands before a list": leads,
  "what is told of those in a list": asides,
  "who is named beside them": besideNames,
  "lists of those whom a noun names": nouns,
  "lists beside words": quoted,
  "lists behind their verb": namedBehind,
  "who answers": answers,
  "titles, ages and parties in a list": together,
  "printed talks": interviews,
};

tryCases(groups, foundAndSure);

describe("whose lawyer it is", () => {
  it.each(owners)("%s", (text, expected) => {
    expect(foundAndSure(text).at(-1)).toBe(expected);
  });
});
