import { describe, expect, it } from "vitest";
import { findCredit, soundsLikeCaption } from "./recognise-credit";

describe("findCredit finds", () => {
  it.each([
    ["A boat leaves. Photo: Ana Ruiz", "Photo: Ana Ruiz"],
    ["A boat leaves (Photo by Ana Ruiz)", "(Photo by Ana Ruiz)"],
    ["A boat leaves on Monday, May 3. (AP Photo/Ana Ruiz)", "(AP Photo/Ana Ruiz)"],
    ["A boat leaves the harbour of Lund. Ana Ruiz/AFP via Getty Images", "Ana Ruiz/AFP via Getty Images"],
    ["A boat leaves the harbour Ana Ruiz/Reuters", "Ana Ruiz/Reuters"],
    ["A boat leaves. REUTERS/Ana Ruiz", "REUTERS/Ana Ruiz"],
    ["Ein Boot legt ab. Foto: Ana Ruiz/dpa", "Foto: Ana Ruiz/dpa"],
    ["Un bateau part. Crédit photo : Ana Ruiz", "Crédit photo : Ana Ruiz"],
    ["Лодка уходит. Фото: Анна Руис / ТАСС", "Фото: Анна Руис / ТАСС"],
    ["A boat leaves the harbour. Ana Ruiz/Harbour Pictures", "Ana Ruiz/Harbour Pictures"],
    ["Photo: A boat leaves the harbour of Lund. (Ana Ruiz/Harbour Pictures)", "(Ana Ruiz/Harbour Pictures)"],
    ["Photo: Ana Ruiz", "Photo: Ana Ruiz"],
    ["Image source, Getty Images", "Image source, Getty Images"],
  ])("in %j", (text, credit) => {
    const at = findCredit(text);
    expect(at === null ? null : text.slice(at)).toBe(credit);
  });
});

describe("findCredit leaves alone", () => {
  it.each([
    "The photo shows a boat, the court heard, and nobody on it.",
    "She took the photo by the harbour and sold it to a newspaper the same day.",
    "BERLIN (AP) - The council met on Monday.",
    "The agency was bought by Getty Images in 2006, she said.",
    "He works for AFP. The pictures were never published.",
    "The paper had two editors. Ana Ruiz/Jan Holm was how they signed their letters.",
    "The two who won share the prize (Ana Ruiz/Jan Holm).",
    "He gave the answer that everybody gives. Profit/Loss",
    "They asked for one thing: a picture of the boat, taken before the storm, with the crew on it and a date.",
    "Source: the ministry would not say. It never does, and nobody expects it to say anything at all.",
  ])("%j", (text) => {
    expect(findCredit(text)).toBeNull();
  });
});

describe("soundsLikeCaption", () => {
  it.each([
    ["The ministry is seen behind a billboard in June.", true],
    ["Women are pictured at the well of Orlo.", true],
    ["Image caption, The first sleeper left", true],
    ["File photo: The bridge at Orlo", true],
    ["He is seen as a moderate by both parties.", false],
    ["The tower is seen from everywhere, the mayor said.", false],
    ["“Nothing is seen in the fog.”", false],
  ])("%j: %s", (text, expected) => {
    expect(soundsLikeCaption(text)).toBe(expected);
  });
});
