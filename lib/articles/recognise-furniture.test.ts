import { describe, expect, it } from "vitest";
import { furnitureReason } from "./recognise-furniture";

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
  ])("%j: %s", (text, why) => {
    expect(furnitureReason(text)).toBe(why);
  });

  it.each([
    "The levy is funded by the town and supported by the farmers.",
    "Two ministers support the reporter's demand for the minutes.",
    "“Support our work or leave,” the mayor told the councillors.",
    "The council will share the costs with the company.",
    "Subscribers of the company lost a quarter of their money, the regulator said.",
  ])("leaves %j in the article", (text) => {
    expect(furnitureReason(text)).toBeNull();
  });
});
