import type { DemoArticle, DemoVoices } from "./demo-article";

// Written for this project in the manner of agency news. People, places and figures are invented.
const text = `Council to Vote on Water Levy as Reservoir Falls to "Record Low"

BRACKENDALE (Inland Press) - Brackendale's council votes next week on a levy that would add about 9 crowns a month to the average water bill, as officials warn that the town's reservoir has fallen to a third of its capacity.

"We are one dry winter away from tankers in the streets," the mayor, Lucia Ferrand, said in a radio interview on Sunday. She called the levy "the least bad thing on the table".

The reservoir stood at 34 percent on 1 November, figures from Brackendale Water show, against 61 percent a year earlier. The company describes the level as a record low; its own records begin in 1998.

Opponents say the utility is asking households to pay for its leaks. Brackendale Water loses 28 percent of what it pumps, according to the regulator, the second-highest share in the region.

"They lost a quarter of our water and now they send us the bill," said Marek Dolan, who leads the tenants' union and is standing for the council in May.

A person familiar with the company's plans said that a private investor had offered to replace the worst mains in exchange for a twenty-year contract. The company's spokesman, Idris Hall, declined to comment on what he called speculation, but did not deny that talks had taken place.

Hall said that leaks had fallen by a fifth since 2022 and that "every cent" of the levy would go into pipes. The draft by-law, seen by Inland Press, allows up to 15 percent of it to be used for administration.

Farmers upstream, who draw from the same river, fear new limits. The regional farmers' association said its members had already cut their use by 40 percent. It gave no figures to support the claim.

Rainfall in the catchment was 22 percent below the long-term average between April and September, the weather service reported in October. Its forecasters expect a winter that is "slightly wetter than usual".

The vote is on 19 November. Ferrand's party holds nine of the seventeen seats, but two of its councillors have said that they will abstain.

Inland Press is funded by its readers. Support independent reporting from the inland towns.
`;

const tankers = '"We are one dry winter away from tankers in the streets,"';
const bill = "They lost a quarter of our water and now they send us the bill";
const offer =
  "that a private investor had offered to replace the worst mains in exchange for a twenty-year contract";
const leaks =
  'that leaks had fallen by a fifth since 2022 and that "every cent" of the levy would go into pipes';
const cut = "its members had already cut their use by 40 percent";
const rain =
  "Rainfall in the catchment was 22 percent below the long-term average between April and September";

const voices: DemoVoices = {
  sources: [
    {
      name: "Lucia Ferrand",
      kind: "person",
      role: "mayor of Brackendale",
      isParty: true,
      here: ["the mayor"],
    },
    {
      name: "Brackendale Water",
      kind: "organisation",
      isParty: true,
      here: ["the company"],
    },
    {
      name: "Idris Hall",
      kind: "person",
      role: "spokesman of Brackendale Water",
      isParty: true,
    },
    {
      name: "Marek Dolan",
      kind: "person",
      role: "leads the tenants' union; candidate for the council in May",
      isParty: true,
    },
    { name: "Water regulator", kind: "organisation" },
    { name: "Regional farmers' association", kind: "organisation", isParty: true },
    { name: "Weather service", kind: "organisation" },
  ],
  decisions: [
    { by: "ines", hoursAgo: 16.5, accept: offer },
    { by: "tomasz", hoursAgo: 14.5, accept: leaks },
    { by: "amara", hoursAgo: 13.5, accept: rain },
    // Asking is not telling: nobody says anything here.
    { by: "ines", hoursAgo: 16.2, dismiss: "households to pay for its leaks" },
  ],
  said: [
    {
      by: "tomasz",
      hoursAgo: 18.5,
      words: "its own records begin in 1998",
      source: "Brackendale Water",
      mention: "The company",
      cue: "describes",
    },
    {
      by: "ines",
      hoursAgo: 17.5,
      words: tankers,
      suggestion: tankers,
      source: "Lucia Ferrand",
      directness: "direct",
      mention: "Lucia Ferrand",
      cue: "said",
      channel: "interview",
      saidAt: "2026-11-08",
    },
    {
      by: "amara",
      hoursAgo: 17,
      words: bill,
      suggestion: `"${bill},"`,
      source: "Marek Dolan",
      directness: "direct",
      mention: "Marek Dolan",
      cue: "said",
    },
    {
      by: "tomasz",
      hoursAgo: 15.5,
      words: "Brackendale Water loses 28 percent of what it pumps",
      suggestion: "Brackendale Water loses 28 percent of what it pumps",
      source: "Water regulator",
      mention: "the regulator",
      cue: "according to",
    },
    {
      by: "tomasz",
      hoursAgo: 15,
      words: cut,
      suggestion: cut,
      source: "Regional farmers' association",
      mention: "The regional farmers' association",
      cue: "said",
    },
    {
      by: "tomasz",
      hoursAgo: 14.2,
      words: "The vote is on 19 November.",
      suggestion: "The vote is on 19 November.",
    },
  ],
  settlements: [],
  claims: [{ by: "tomasz", hoursAgo: 18.9, words: "its own records begin in 1998", kinds: ["date"] }],
  merges: [],
};

/** A council, a reservoir and a levy: figures with and without a source, and an anonymous one. */
export const waterLevy: DemoArticle = {
  text,
  title: 'Council to Vote on Water Levy as Reservoir Falls to "Record Low"',
  publisher: "Inland Press",
  url: "https://inland.example/water-levy",
  publishedAt: "2026-11-11",
  importedBy: "tomasz",
  hoursAgo: 20,
  voices,
  verdicts: { evidence: [], judgements: [], reveals: [], resolutions: [], assigned: [] },
  passages: [
    {
      quote: "its own records begin in 1998",
      by: "tomasz",
      hoursAgo: 19,
      threads: [
        {
          about: "accuracy",
          by: "tomasz",
          hoursAgo: 19,
          comments: [
            {
              by: "tomasz",
              hoursAgo: 19,
              text: "The headline's “record low” is in quotation marks and rests on this. 1976 was drier by every account; the company simply has no paper from then.",
            },
            {
              by: "ines",
              hoursAgo: 18,
              text: "Then: “the lowest since its records began in 1998”. Good catch.",
              reactions: { tomasz: "🙏" },
            },
          ],
        },
      ],
    },
    {
      quote: "They lost a quarter of our water and now they send us the bill",
      by: "amara",
      hoursAgo: 17,
      threads: [
        {
          about: "attribution",
          by: "amara",
          hoursAgo: 17,
          comments: [
            {
              by: "amara",
              hoursAgo: 17,
              text: "Dolan is a candidate in May. The line says so, but only after the quote. For the ledger: party to the matter.",
            },
          ],
        },
      ],
    },
    {
      quote: "A person familiar with the company's plans",
      by: "ines",
      hoursAgo: 16,
      threads: [
        {
          about: "attribution",
          by: "ines",
          hoursAgo: 16,
          assignee: "ines",
          comments: [
            {
              by: "ines",
              hoursAgo: 16,
              text: "One anonymous source for the biggest claim in the piece. Do we know anyone who can confirm the offer?",
            },
            {
              by: "amara",
              hoursAgo: 12,
              text: "I know somebody at the regulator. Calling tomorrow.",
              mentions: ["ines"],
            },
          ],
        },
      ],
    },
    { quote: "its members had already cut their use by 40 percent", by: "tomasz", hoursAgo: 15, threads: [] },
  ],
  threads: [],
};
