import type { DemoArticle, DemoThread } from "../demo-article";
import { leftPort, sail, traffic, vance } from "./words";

/** What people marked to talk about it. */
export const passages: DemoArticle["passages"] = [
  {
    quote: leftPort,
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
    quote: vance,
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
    quote: sail,
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
    quote: traffic,
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
];

/** Threads about the whole article and about a source. */
export const threads: DemoThread[] = [
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
];
