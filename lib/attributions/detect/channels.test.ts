import { describe, expect, it } from "vitest";
import { detect } from "./detect";

describe("channels", () => {
  it.each([
    ["Berg said the bridge was safe.", "unknown"],
    ["Berg said in an interview that the bridge was safe.", "interview"],
    ["Berg told reporters that the bridge was safe.", "interview"],
    ["“The bridge is safe,” Berg told reporters on Monday.", "interview"],
    ["Berg wrote on Telegram that the bridge was safe.", "post"],
    ["Berg tweeted that the bridge was safe.", "post"],
    ["Berg said in a speech that the bridge was safe.", "speech"],
    ["Berg wrote in a letter that the bridge was safe.", "document"],
    ["Berg wrote that the bridge was safe.", "document"],
    ["Berg said in a statement that the bridge was safe.", "statement"],
    ["Berg told the inquiry that the bridge was safe.", "testimony"],
    ["Berg said in court that the bridge was safe.", "court"],
    ["A report by the auditor said the bridge was safe.", "document"],
    ["The bridge is safe, Berg said. She left the interview early.", "unknown"],
    ["Berg said the interview was short.", "unknown"],
  ])("%s", (text, channel) => {
    expect(detect(text)[0]?.cue?.channel).toBe(channel);
  });
});
