import type { DemoArticle, DemoVerdicts, DemoVoices } from "./demo-article";

// Written for this project in the manner of agency news. People, places and figures are invented.
const text = `Ferry Skipped Checks 41 Times Before Grounding, Inquiry Told

The ferry that ran aground off Saltmarsh in March had left port 41 times without a full steering test, according to documents shown to a public inquiry, as the operator insisted that its crews "never put a passenger at risk".

By Helen Askew
12 October 2026

A passenger ferry that struck a sandbank with 214 people on board had skipped a mandatory steering test before 41 of its 63 crossings this year, lawyers for the passengers told the Saltmarsh inquiry on Monday.

The figure comes from the ship's own log, they said. The operator, Norline Ferries, disputes it. "A blank line in a log is not a skipped test," its managing director, Peter Vance, told the inquiry. "Our crews never put a passenger at risk."

The Merle ran aground at 6:40 a.m. on 3 March in light fog. Nineteen people were treated for cuts and bruises, and one passenger lost two fingers.

The ferry Merle on a sandbank off Saltmarsh, 3 March 2026. Passengers were taken off by lifeboats over three hours. Dana Whitlock/Coastline Pictures

Two former crew members, who asked not to be named because they still work in shipping, said the tests were dropped whenever a crossing was late. "You were told to sign and sail," one of them said.

The Maritime Safety Office had warned Norline about its logs in 2024, according to a letter quoted by the regional newspaper The Saltmarsh Courier. The office did not answer requests for comment. A spokeswoman for the transport ministry said it was "not aware of any warning".

Steering failures cause about one in nine groundings of small ferries, a 2023 study by the Institute for Coastal Transport found. Its author, Professor Ruth Okell, said the share had "barely moved in twenty years", although traffic on the route has doubled since 2015.

Vance said the company had since spent 1.8 million on new steering gear for all six of its ships. He added that an internal review, which Norline has not published, cleared the captain.

"I read the summary of that review, and it does not clear anybody," said Okell, who advised the passengers' lawyers. "It says that the test was not recorded on the day, and that the reason is unknown.

Most passengers interviewed that week said they would not take the ferry again. Bookings have recovered since, Norline says, and are now higher than before the accident.

The inquiry is expected to hear from the captain on Thursday. Three ships of the same class are still in service.

More from this desk

Sign up for our morning letter and never miss a story from the coast.

Sign up for our morning letter and never miss a story from the coast.

About the author

Helen Askew is a reporter who covers transport and the coast. She has written for this desk since 2019.

Related stories
  • Lifeboat crews ask for better radios
  • What the log of a ferry has to hold
  • Fog and the morning timetable
`;

const figure =
  "A passenger ferry that struck a sandbank with 214 people on board had skipped a mandatory steering test before 41 of its 63 crossings this year";
const vance =
  '"A blank line in a log is not a skipped test," its managing director, Peter Vance, told the inquiry.';
const sail = '"You were told to sign and sail," one of them said.';

const voices: DemoVoices = {
  sources: [
    { name: "Norline Ferries", kind: "organisation", isParty: true, everywhere: ["Norline"] },
    { name: "Peter Vance", kind: "person", role: "managing director of Norline Ferries", isParty: true },
    {
      name: "Ruth Okell",
      kind: "person",
      role: "professor; author of the 2023 study",
      note: "Also advised the passengers' lawyers: see the last paragraphs.",
    },
    { name: "The ship's log", kind: "document", here: ["documents"] },
    { name: "Maritime Safety Office", kind: "organisation", everywhere: ["MSO"] },
    { name: "The Saltmarsh Courier", kind: "organisation", role: "regional newspaper" },
    { name: "Letter of 2024 to Norline", kind: "document" },
  ],
  decisions: [
    { by: "tomasz", hoursAgo: 49.5, accept: figure },
    { by: "tomasz", hoursAgo: 49.4, accept: "The figure comes from the ship's own log" },
    { by: "tomasz", hoursAgo: 49.2, accept: 'that its crews "never put a passenger at risk"' },
    { by: "amara", hoursAgo: 45.5, accept: "the tests were dropped whenever a crossing was late" },
    {
      by: "ines",
      hoursAgo: 44.9,
      accept: "Nineteen people were treated for cuts and bruises, and one passenger lost two fingers.",
    },
    { by: "amara", hoursAgo: 25.8, accept: 'the share had "barely moved in twenty years"' },
    // The inquiry was told; it told nobody.
    { by: "tomasz", hoursAgo: 49.6, dismiss: "Ferry Skipped Checks 41 Times Before Grounding" },
  ],
  said: [
    {
      by: "ines",
      hoursAgo: 49.8,
      words: "had left port 41 times without a full steering test",
      source: "The ship's log",
      mention: "documents",
      cue: "according to",
      channel: "document",
    },
    {
      by: "tomasz",
      hoursAgo: 48.5,
      words: "had left port 41 times without a full steering test",
      source: "lawyers for the passengers",
      channel: "testimony",
    },
    {
      by: "amara",
      hoursAgo: 45.8,
      words: vance,
      suggestion: `${vance} "Our crews never put a passenger at risk."`,
      source: "Peter Vance",
      directness: "direct",
      mention: "Peter Vance",
      cue: "told",
      channel: "testimony",
    },
    {
      by: "tomasz",
      hoursAgo: 43.9,
      words: sail,
      suggestion: '"You were told to sign and sail,"',
      source: "Two former crew members",
      directness: "direct",
      mention: "one of them",
      cue: "said",
    },
    {
      by: "ines",
      hoursAgo: 45.1,
      words: "The Merle ran aground at 6:40 a.m. on 3 March in light fog.",
      suggestion: "The Merle ran aground at 6:40 a.m. on 3 March in light fog.",
    },
    {
      by: "tomasz",
      hoursAgo: 26.8,
      words: "The Maritime Safety Office had warned Norline about its logs in 2024",
      suggestion: "The Maritime Safety Office had warned Norline about its logs in 2024",
      source: "Maritime Safety Office",
      via: ["Letter of 2024 to Norline", "The Saltmarsh Courier"],
      cue: "according to",
      channel: "pressReport",
    },
    {
      by: "tomasz",
      hoursAgo: 24.8,
      words: "traffic on the route has doubled since 2015",
      source: "Ruth Okell",
      mention: "Ruth Okell",
      cue: "said",
    },
    { by: "amara", hoursAgo: 24.6, words: "traffic on the route has doubled since 2015" },
    {
      by: "ines",
      hoursAgo: 23.9,
      words: "Most passengers interviewed that week said they would not take the ferry again.",
    },
    {
      by: "ines",
      hoursAgo: 23.8,
      words: "The inquiry is expected to hear from the captain on Thursday.",
      suggestion: "The inquiry is expected to hear from the captain on Thursday.",
    },
  ],
  settlements: [
    {
      by: "ines",
      hoursAgo: 29.5,
      words: "had left port 41 times without a full steering test",
      choice: "tomasz",
      why: "The log shows blank lines. That they are skipped tests is what the lawyers say.",
    },
  ],
  claims: [
    {
      by: "ines",
      hoursAgo: 49.9,
      words: "had left port 41 times without a full steering test",
      kinds: ["quantity", "event"],
    },
    {
      by: "amara",
      hoursAgo: 24.9,
      words: "traffic on the route has doubled since 2015",
      kinds: ["quantity", "date"],
    },
  ],
  merges: [{ by: "amara", hoursAgo: 45.3, source: "operator", into: "Norline Ferries" }],
};

const leftPort = "had left port 41 times without a full steering test";
const atRisk = 'that its crews "never put a passenger at risk"';
const aground = "The Merle ran aground at 6:40 a.m. on 3 March in light fog.";
const traffic = "traffic on the route has doubled since 2015";

const verdicts: DemoVerdicts = {
  evidence: [
    {
      by: "tomasz",
      hoursAgo: 40,
      words: leftPort,
      url: "https://inquiry.example.org/exhibits/14-log-of-the-merle",
      title: "Exhibit 14: log of the Merle, January to March",
      excerpt: "41 of 63 departures have no entry under “steering test”.",
      bearing: "supports",
      primary: true,
    },
    {
      by: "amara",
      hoursAgo: 39,
      words: aground,
      url: "https://safety.example.org/reports/merle-preliminary",
      title: "Preliminary report of the Maritime Safety Office",
      excerpt: "Grounded 06:40 on 3 March 2026; visibility 1.2 nautical miles, light fog.",
      bearing: "supports",
      primary: true,
    },
    {
      by: "ines",
      hoursAgo: 38,
      words: atRisk,
      url: "https://safety.example.org/reports/merle-preliminary",
      title: "Preliminary report of the Maritime Safety Office",
      excerpt: "Nineteen injured; one crew member told us that the drill was signed off undone.",
      bearing: "refutes",
      primary: true,
    },
    {
      by: "ines",
      hoursAgo: 37.9,
      words: atRisk,
      url: "https://news.example/ferry-inquiry-day-one",
      title: "Coastline News: the inquiry's first day",
      excerpt: "Norline repeated that its crews never put a passenger at risk.",
      bearing: "context",
      primary: false,
    },
    {
      by: "amara",
      hoursAgo: 23,
      words: traffic,
      url: "https://ports.example.net/saltmarsh/passengers-2015-2025",
      title: "Port of Saltmarsh: passengers 2015 to 2025",
      excerpt: "2015: 412,000. 2025: 569,000 (+38 %).",
      bearing: "refutes",
      primary: true,
    },
  ],
  judgements: [
    {
      by: "tomasz",
      hoursAgo: 39.8,
      words: leftPort,
      axis: "so",
      verdict: "4",
      why: "The log is in evidence, and the count is right.",
      evidence: ["Exhibit 14: log of the Merle, January to March"],
    },
    {
      by: "amara",
      hoursAgo: 39.2,
      words: leftPort,
      axis: "so",
      verdict: "2",
      why: "A test that was not written down is not a test that was not done.",
      reasons: ["overstated", "missingContext"],
      evidence: ["Exhibit 14: log of the Merle, January to March"],
    },
    {
      by: "amara",
      hoursAgo: 38.9,
      words: aground,
      axis: "so",
      verdict: "4",
      evidence: ["Preliminary report of the Maritime Safety Office"],
    },
    {
      by: "tomasz",
      hoursAgo: 38.5,
      words: aground,
      axis: "so",
      verdict: "4",
      evidence: ["Preliminary report of the Maritime Safety Office"],
    },
    {
      by: "ines",
      hoursAgo: 37.8,
      words: atRisk,
      axis: "so",
      verdict: "1",
      why: "Nineteen people were hurt, and a test was signed for that nobody had made.",
      evidence: ["Preliminary report of the Maritime Safety Office"],
    },
    {
      by: "ines",
      hoursAgo: 37.7,
      words: atRisk,
      axis: "said",
      verdict: "3",
      why: "Vance said “our crews”, in his testimony; the standfirst makes it the operator's.",
    },
    {
      by: "tomasz",
      hoursAgo: 36,
      words: atRisk,
      axis: "so",
      verdict: "1",
      evidence: ["Preliminary report of the Maritime Safety Office"],
    },
    { by: "tomasz", hoursAgo: 35.9, words: atRisk, axis: "said", verdict: "3" },
    { by: "tomasz", hoursAgo: 24.5, words: traffic, axis: "so", verdict: "U", why: "No figure is given." },
    {
      by: "amara",
      hoursAgo: 22.9,
      words: traffic,
      axis: "so",
      verdict: "1",
      why: "The port counts 38 per cent more passengers, not twice as many.",
      reasons: ["wrongNumber"],
      confidence: "high",
      evidence: ["Port of Saltmarsh: passengers 2015 to 2025"],
    },
    {
      by: "tomasz",
      hoursAgo: 22.5,
      words: traffic,
      axis: "so",
      verdict: "1",
      why: "The port's own count settles it.",
      reasons: ["wrongNumber"],
      evidence: ["Port of Saltmarsh: passengers 2015 to 2025"],
      changeNote: "Amara found the port's figures",
    },
    {
      by: "tomasz",
      hoursAgo: 21.5,
      words: figure,
      axis: "so",
      verdict: "3",
      why: "“Skipped” is the lawyers' word.",
    },
    { by: "amara", hoursAgo: 21, words: figure, axis: "so", verdict: "3" },
  ],
  reveals: [
    { by: "ines", hoursAgo: 30, words: leftPort, axis: "so" },
    { by: "ines", hoursAgo: 22, words: traffic, axis: "so" },
  ],
  resolutions: [
    {
      by: "ines",
      hoursAgo: 34,
      words: atRisk,
      axis: "so",
      verdict: "1",
      why: "The preliminary report names nineteen injured and a drill that was not held.",
    },
    {
      by: "ines",
      hoursAgo: 21.8,
      words: traffic,
      axis: "so",
      verdict: "1",
      why: "Up by 38 per cent. The reporter has been told.",
    },
    {
      by: "ines",
      hoursAgo: 21.6,
      words: aground,
      axis: "so",
      verdict: "4",
      why: "Time, day and fog are as in the preliminary report.",
    },
  ],
  assigned: [
    {
      by: "tomasz",
      hoursAgo: 20.5,
      words: "Most passengers interviewed that week said they would not take the ferry again.",
      to: "ines",
    },
  ],
};

/** A ferry, a log with gaps, and who says what about them. */
export const ferryInquiry: DemoArticle = {
  text,
  title: "Ferry Skipped Checks 41 Times Before Grounding, Inquiry Told",
  author: "Helen Askew",
  publisher: "Coastline News",
  url: "https://news.example/ferry-inquiry",
  publishedAt: "2026-10-12",
  importedBy: "ines",
  hoursAgo: 52,
  voices,
  verdicts,
  passages: [
    {
      quote: "had left port 41 times without a full steering test",
      by: "ines",
      hoursAgo: 50,
      threads: [
        {
          about: "accuracy",
          by: "ines",
          hoursAgo: 50,
          assignee: "amara",
          comments: [
            {
              by: "ines",
              hoursAgo: 50,
              text: "Headline and standfirst say 41 times. Paragraph two says before 41 of 63 crossings, from the log. Does a blank line in the log prove that the test was skipped?",
            },
            {
              by: "tomasz",
              hoursAgo: 48,
              text: "It proves that nothing was written down. The operator's point is fair: “not recorded” is what the paper shows, “skipped” is what the lawyers say it means.",
              reactions: { ines: "👍", amara: "👍" },
            },
            {
              by: "amara",
              hoursAgo: 30,
              text: "I have asked the inquiry's clerk for the pages of the log. She promised them for Wednesday.",
              mentions: ["ines"],
            },
          ],
        },
      ],
    },
    {
      quote: "lawyers for the passengers told the Saltmarsh inquiry on Monday",
      by: "tomasz",
      hoursAgo: 47,
      threads: [
        {
          about: "attribution",
          by: "tomasz",
          hoursAgo: 47,
          comments: [
            {
              by: "tomasz",
              hoursAgo: 47,
              text: "So the voice is the passengers' lawyers, and the log is their source. In the headline both are gone: “Inquiry Told” could be anybody.",
            },
            {
              by: "amara",
              hoursAgo: 29,
              text: "Agreed. The chain is article, lawyers, log. Nobody here has seen the log.",
            },
          ],
        },
      ],
    },
    {
      quote:
        '"A blank line in a log is not a skipped test," its managing director, Peter Vance, told the inquiry.',
      by: "amara",
      hoursAgo: 46,
      threads: [
        {
          about: "attribution",
          by: "amara",
          hoursAgo: 46,
          resolved: {
            by: "amara",
            hoursAgo: 28,
            why: "The stream of the hearing has it at 1:12:40, word for word.",
          },
          comments: [
            {
              by: "amara",
              hoursAgo: 46,
              text: "Is this Vance's wording, or a summary with quotation marks around it?",
            },
            {
              by: "ines",
              hoursAgo: 40,
              text: "The hearing was streamed. Worth a listen before we print it again.",
            },
          ],
        },
      ],
    },
    {
      quote: "Nineteen people were treated for cuts and bruises, and one passenger lost two fingers.",
      by: "ines",
      hoursAgo: 45,
      threads: [
        {
          about: "attribution",
          by: "ines",
          hoursAgo: 45,
          comments: [
            {
              by: "ines",
              hoursAgo: 45,
              text: "No source at all. Hospital, operator, or the inquiry's own file?",
            },
          ],
        },
      ],
    },
    {
      quote: '"You were told to sign and sail," one of them said.',
      by: "tomasz",
      hoursAgo: 44,
      threads: [],
    },
    {
      quote: "according to a letter quoted by the regional newspaper The Saltmarsh Courier",
      by: "tomasz",
      hoursAgo: 27,
      threads: [
        {
          about: "attribution",
          by: "tomasz",
          hoursAgo: 27,
          comments: [
            {
              by: "tomasz",
              hoursAgo: 27,
              text: "Third hand: we quote the Courier, the Courier quotes a letter, the letter quotes the office. The office says nothing and the ministry says it knows of no warning.",
            },
            {
              by: "ines",
              hoursAgo: 26,
              text: "Then it should say “the Courier reported”, not “had warned”.",
              reactions: { tomasz: "💯" },
            },
          ],
        },
      ],
    },
    {
      quote: "traffic on the route has doubled since 2015",
      by: "amara",
      hoursAgo: 25,
      threads: [
        {
          about: "accuracy",
          by: "amara",
          hoursAgo: 25,
          assignee: "tomasz",
          comments: [
            {
              by: "amara",
              hoursAgo: 25,
              text: "The sentence leans on Okell, but this half is not hers. The port's yearly reports give 402,000 passengers in 2015 and 611,000 last year. That is half as many again, not double.",
            },
          ],
        },
        {
          about: "attribution",
          by: "tomasz",
          hoursAgo: 24.7,
          comments: [
            {
              by: "tomasz",
              hoursAgo: 24.7,
              text: "The sentence begins with Okell, and nothing tells a reader that she stops half-way. I put it down as hers.",
            },
            {
              by: "amara",
              hoursAgo: 24.5,
              text: "Her study counts groundings, not passengers. I hold it for the reporter's own. Whoever is right: the sentence needs a full stop in the middle.",
              mentions: ["tomasz"],
            },
          ],
        },
      ],
    },
    {
      quote: "Most passengers interviewed that week said they would not take the ferry again.",
      by: "ines",
      hoursAgo: 24,
      threads: [
        {
          about: "other",
          by: "ines",
          hoursAgo: 24,
          comments: [
            {
              by: "ines",
              hoursAgo: 24,
              text: "Interviewed by whom, and how many? As it stands it is a vox pop in the clothes of a survey.",
            },
            { by: "amara", hoursAgo: 22, text: "I will ask the reporter." },
          ],
        },
      ],
    },
  ],
  threads: [
    {
      about: "other",
      by: "ines",
      hoursAgo: 51,
      comments: [
        {
          by: "ines",
          hoursAgo: 51,
          text: "We run our own piece on the inquiry on Thursday. Let us settle who said what in this one first, then what holds.",
        },
        {
          by: "tomasz",
          hoursAgo: 49,
          text: "I take the figures, paragraphs two to four.",
          reactions: { ines: "👍" },
        },
      ],
    },
    {
      source: "Peter Vance",
      about: "other",
      by: "amara",
      hoursAgo: 23.5,
      comments: [
        {
          by: "amara",
          hoursAgo: 23.5,
          text: "Vance and Norline are one voice. When we write that the figure is disputed, that is one party, not two.",
          reactions: { ines: "👍" },
        },
      ],
    },
  ],
};
