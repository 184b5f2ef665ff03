import { describe, expect, it } from "vitest";
import { findDate } from "./find-date";
import { guessLanguage } from "./guess-language";

describe("findDate", () => {
  it.each([
    ["Published May 3, 2024 at 10:15", "2024-05-03"],
    ["3 May 2024", "2024-05-03"],
    ["Friday 3rd of May, 2024", "2024-05-03"],
    ["Sept. 12, 2023", "2023-09-12"],
    ["2024-05-03T10:00Z", "2024-05-03"],
    ["Stand: 3. Mai 2024, 10:15 Uhr", "2024-05-03"],
    ["03.05.2024", "2024-05-03"],
    ["Publié le 1er août 2023", "2023-08-01"],
    ["3 de mayo de 2024", "2024-05-03"],
    ["3 maggio 2024", "2024-05-03"],
    ["5 de março de 2024", "2024-03-05"],
    ["3 мая 2024 г.", "2024-05-03"],
    ["12 травня 2024", "2024-05-12"],
    ["31/12/2023", "2023-12-31"],
    ["12/31/2023", "2023-12-31"],
    ["05/05/2024", "2024-05-05"],
    ["05/06/2024", null],
    ["31 February 2024", null],
    ["May 2024", null],
    ["in May 3 people", null],
    ["call 2024-13-40", null],
    ["dismay 3, 2024", null],
  ])("%s", (text, expected) => {
    expect(findDate(text)?.value ?? null).toBe(expected);
  });

  it("tells where", () => {
    const text = "Updated: 3 May 2024, noon";
    const found = findDate(text);
    expect(found && text.slice(found.start, found.end)).toBe("3 May 2024");
  });
});

describe("guessLanguage", () => {
  it.each([
    ["en", "The minister said that the bridge was closed and that it is not safe."],
    ["de", "Der Minister sagte, die Brücke sei nicht sicher und werde für ein Jahr gesperrt."],
    ["fr", "Le ministre a dit que le pont est fermé et que les travaux vont durer plus d'une année."],
    ["es", "El ministro dijo que el puente fue cerrado por las autoridades y que los trabajos siguen."],
    ["it", "Il ministro ha detto che il ponte è chiuso e che la strada non è più sicura."],
    ["pt", "O ministro disse que a ponte foi fechada e que as obras não começaram por mais de um ano."],
    ["nl", "De minister zei dat het de brug van de stad is en dat er niet aan gewerkt werd."],
    ["ru", "Министр сказал, что мост закрыт и что работы продлятся ещё год, это было известно."],
    ["uk", "Міністр сказав, що міст закритий і що роботи триватимуть ще рік, його слова підтвердили."],
    ["ar", "قال الوزير إن الجسر مغلق وإن الأعمال ستستمر سنة"],
    ["ja", "大臣は橋が閉鎖されたと述べ、工事は一年続くと語った。"],
    [null, "Hm."],
    [null, "Lorem ipsum dolor sit amet consectetur adipiscing"],
  ])("%s: %s", (expected, text) => {
    expect(guessLanguage(text)).toBe(expected);
  });
});
