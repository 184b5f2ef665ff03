import { describe, expect, it } from "vitest";
import { furnitureReason, talksOfPage } from "./recognise-furniture";

describe("furnitureReason", () => {
  it.each([
    [
      "Inland Press is funded by its readers. Support independent reporting from the inland towns.",
      "It asks for support.",
    ],
    ["Support our journalism from 2 a month", "It offers a newsletter, a subscription or a channel."],
    ["Read more: The log of a ferry", "A pointer to other articles."],
    ["We use cookies to make this site work.", "A notice about cookies or privacy."],
    ["© 2026 Coastline News", "A copyright line."],
    ["Share on Facebook", "Buttons for sharing."],
    [
      "Sign up for our weekly newsletter and never miss a story",
      "It offers a newsletter, a subscription or a channel.",
    ],
    [
      "Sign up for our morning letter and never miss a story from the coast.",
      "It offers a newsletter, a subscription or a channel.",
    ],
    ["Already a subscriber? Log in", "It offers a newsletter, a subscription or a channel."],
    ["READ MORE: “Nobody asked us,” say neighbours", "A pointer to other articles."],
    ["Related stories", "A pointer to other articles."],
    ["Lire aussi : Les salles obscures", "A pointer to other articles."],
    ["To read how the Ledger uses AI, click here.", "It asks the reader to click."],
    ["Tags: gardens, seeds", "A list of topics."],
    ["+12", "The way to more pictures."],
    ["View gallery", "The way to more pictures."],
    ["Zur Bilderstrecke", "The way to more pictures."],
    ["Temps de lecture : 3 min.", "How long the page takes to read."],
    ["Lesezeit: ca. 4 Minuten", "How long the page takes to read."],
    ["5 min read", "How long the page takes to read."],
    ["[Article réservé aux abonnés]", "It says who may read the page."],
    ["This article is for subscribers only", "It says who may read the page."],
    ["Media contact: Fay Lindqvist, press@acorn.example", "The end of a press release."],
  ])("%j: %s", (text, why) => {
    expect(furnitureReason(text)).toBe(why);
  });

  it.each([
    "The levy is funded by the town and supported by the farmers.",
    "Two ministers support the reporter's demand for the minutes.",
    "“Support our work or leave,” the mayor told the councillors.",
    "The council will share the costs with the company.",
    "Subscribers of the company lost a quarter of their money, the regulator said.",
    "For more than three hours the trial was delayed.",
    "For more than a year the member of parliament has said nothing.",
    "Try as he might, the mayor could not account for the money.",
    "Copyright law will change on Monday, the minister said.",
    "We use the name of the village to protect her privacy, the court said.",
    "The button that says click here was fake, police said.",
    "Get all the updates or lose the house, the bank wrote to her.",
    "Support for the app fell after the trial.",
    "Support us or resign, the union told the member.",
    "Enjoying the sun was all the members of the club had in mind.",
    "Register of members shows three names, the auditor said.",
    "Download speeds fell after the update, subscribers said.",
    "Join us, the leader told a member of the party.",
    "Accept the terms or lose your privacy, the firm told users.",
    "Manage your privacy, the agency told citizens, or others will.",
    "By clicking the link she lost her privacy and her savings.",
    "Live aid arrived. The end of the trial is near.",
    "Related: two men were arrested.",
    "Trending topics do not decide elections, she said.",
    "Most read the letter; few answered.",
    "Most popular of all was the soup.",
    "See also the report of 2011, which nobody signed.",
    "More from the budget will go to schools, the council said.",
    "More on the night of the fire came out on Tuesday.",
    "Read: the minister did not open the letter.",
    "Don't miss the point, she told the council.",
    "Topics: none were allowed at the meeting.",
    "Ends justify means, he said.",
    "Have a tip, the waiter said, and kept the change.",
    "You can reach the village only by boat.",
    "You can contact the dead, he told them, for a fee.",
    "Our standards: none, the former editor said.",
    "Jump to the side, the driver shouted.",
    "If you liked this mayor, you will love the next, said a voter.",
    "Back to top form, the team won 3-0.",
    "This story was first published in a church leaflet, the historian said.",
    "Comments by the minister angered the union.",
    "3 comments were enough to end his career.",
    "Reporting by the regulator was late.",
    "Supported by its members, the union went to court.",
    "The hospital is funded by its donors and by the state.",
    "The strike is supported by our readers, the paper wrote.",
    "Back reporting of the fire with photographs, the editor told them.",
    "Fund our work or close us, the nurses said.",
    "All rights reserved for the heirs were sold in 1970, the court found.",
    "Ads were removed. Publicité is a French word for it.",
    "Sponsored content: the ministry paid for 40 articles, the audit says.",
    "Become a member or pay the fine, residents were told.",
    "Follow us, the ferryman shouted to the members of the crew.",
    "Sign up or leave, the recruits were told; most had no account.",
    "Sign up for our cause, the rebels told the boys.",
    "Tags: the tailor sews them himself, he said.",
    "Abonnieren wollte er nie, sagte der Minister.",
    "Newsletter der Partei enthielten Drohungen, sagte sie.",
    "Werbung: das ist sein Geschäft.",
    "Anzeige erstattete der Bürgermeister am Montag.",
    "Anzeige: die Polizei ermittelt gegen zwei Männer.",
  ])("leaves %j in the article", (text) => {
    expect(furnitureReason(text)).toBeNull();
  });
});

describe("talksOfPage", () => {
  it.each([
    ["This live page is updated every few minutes by our newsroom.", true],
    ["Sign up now", true],
    ["Read more…", true],
    ["The council votes on Thursday.", false],
    ["Our newsroom was searched on Monday, the editor said.", false],
    ["“Our newsroom is closed.”", false],
    ["Listen to me, please.", false],
  ])("%j: %s", (text, expected) => {
    expect(talksOfPage(text)).toBe(expected);
  });
});
