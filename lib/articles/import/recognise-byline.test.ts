import { describe, expect, it } from "vitest";
import { isBylineLine } from "./recognise-byline";
import { isPerson, readByline } from "./recognise-names";

describe("readByline", () => {
  it.each([
    ["By Ana Ruiz", "Ana Ruiz", null],
    ["By Ana Ruiz and Tom Hall | Politics | 4 min read", "Ana Ruiz, Tom Hall", null],
    ["BY ANA RUIZ", "ANA RUIZ", null],
    ["Von Katrin Öztürk, Berlin", "Katrin Öztürk", null],
    ["By Ana Ruiz, Tom Hall and Li Wei, New York", "Ana Ruiz, Tom Hall, Li Wei", null],
    ["By Ana Ruiz in Berlin", "Ana Ruiz", null],
    ["By Ana Ruiz For The Harbour Post", "Ana Ruiz", "The Harbour Post"],
    ["By Ana Ruiz for the Harbour Post", "Ana Ruiz", "Harbour Post"],
    ["By Ana Ruiz, Harbour Post", "Ana Ruiz", "Harbour Post"],
    ["By Emily Post", "Emily Post", null],
    ["By J. R. Smith Jr.", "J. R. Smith Jr.", null],
    ["By STAFF REPORTER", "", null],
    ["By Our Foreign Correspondent", "", null],
    ["By Reuters Staff", "", null],
    ["By The Associated Press", "", null],
    ["Par Élodie Morin (avec AFP)", "Élodie Morin", null],
    ["Texte: Jana Keller, Fotos: Uwe Brandt", "Jana Keller", null],
    ["Interview: Tom Hessel", "Tom Hessel", null],
    ["Interview: Tom Hessel und Jana Keller", "Tom Hessel, Jana Keller", null],
    ["Photographs by Lise Holm. Words by Kit Marlow", "Kit Marlow", null],
    ["Words by Kit Marlow. Photographs by Lise Holm", "Kit Marlow", null],
    ["Written by Solveig Aas", "Solveig Aas", null],
    ["Автор: Иван Петров", "Иван Петров", null],
  ])("%s: %s, of %s", (line, names, house) => {
    expect(readByline(line)).toEqual({ names, house });
  });

  it.each([
    "Photographs by Lise Holm",
    "Interview: The Mayor",
    "Interview: Why the mayor left",
    "By the river, nothing moved",
    "Analysis: what comes next",
    "Ana Ruiz",
  ])("is null for %j", (line) => {
    expect(readByline(line)).toBeNull();
  });
});

describe("isBylineLine", () => {
  it.each([
    ["18. November 2026", true],
    ["Berlin, 18. November 2026", true],
    ["Tuesday, 17 November 2026", true],
    ["20. November 2026, 14:05 Uhr", true],
    ["2026年11月18日", true],
    ["Posted on 3 March 2026 in Household, Science", true],
    ["Publié le 12 août 2026 à 18h45, mis à jour à 20h10", true],
    ["Published", true],
    ["Special to the Harbour Post", true],
    ["Ferry line closes on 3 March 2026", false],
    ["18. November 2026 war ein Tag wie keiner", false],
    ["It closed on 3 March 2026.", false],
    ["Updated figures show a rise, the ministry said.", false],
    ["Stand heute sind vierzig Häuser zerstört.", false],
    ["By Monday nobody had answered.", false],
  ])("%j: %s", (line, expected) => {
    expect(isBylineLine(line)).toBe(expected);
  });
});

it.each([
  ["Ana Ruiz", true],
  ["Press Secretary Jane Roe", true],
  ["Harbour Post Staff", false],
  ["AFP", false],
  ["Redaktion", false],
])("isPerson(%j): %s", (name, expected) => {
  expect(isPerson(name)).toBe(expected);
});
