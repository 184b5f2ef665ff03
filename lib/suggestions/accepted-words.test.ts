import { expect, it } from "vitest";
import { viewSuggestion } from "@/lib/discussion/test-views";
import { andReporting, tellAccepted, tellProposed, tellReport } from "./accepted-words";

const of = (id: string, name: string | null, span = { start: 0, end: 9 }) =>
  viewSuggestion(id, span, {
    speaker: name === null ? null : { start: 0, end: 3, name, kind: "person", names: [] },
  });
const [okonjo, again] = [of("1", "Samira Okonjo"), of("2", "Samira Okonjo")];
const [dahl, lund] = [of("3", "Henrik Dahl", { start: 5, end: 12 }), of("4", "Peter Lund")];

it("tells what was accepted, and who reports it", () => {
  expect(tellAccepted([okonjo], [])).toBe("Accepted: Samira Okonjo");
  expect(tellAccepted([okonjo], [dahl])).toBe("Accepted: Samira Okonjo, reported by Henrik Dahl");
  expect(tellAccepted([okonjo, again], [])).toBe("Accepted 2 of Samira Okonjo");
  expect(tellAccepted([okonjo, again], [dahl])).toBe("Accepted 2 of Samira Okonjo and 1 of Henrik Dahl");
  expect(tellAccepted([of("5", null)], [])).toBe("Marked as a claim");
  expect(tellAccepted([], [dahl])).toBe("Accepted: Henrik Dahl");
});

it("says of a denial that it is one", () => {
  const cue = { start: 4, end: 9, class: "denying", polarity: "negative", channel: "unknown" } as const;
  const denied = { ...okonjo, cue };
  expect([denied, okonjo, of("5", null)].map(tellProposed)).toEqual([
    "Denied by Samira Okonjo",
    "Samira Okonjo",
    null,
  ]);
  expect(tellAccepted([denied], [])).toBe("Accepted: denied by Samira Okonjo");
});

it("names one who reports, and counts several", () => {
  expect(andReporting([])).toBe("");
  expect(andReporting([dahl])).toBe(" and 1 of Henrik Dahl");
  expect(andReporting([dahl, lund])).toBe(" and 2 of others");
});

it("shows the words of the report", () => {
  const speaker = { start: 0, end: 4, name: "Somebody unnamed", kind: "unknown" as const };
  const oneOfTwo = { ...dahl, speaker: { ...speaker, names: ["Eva Dahl", "Ida Dahl"] } };
  expect(tellReport(oneOfTwo, "Dahl said so to him.").name).toBe("“Dahl”");
  expect(tellReport(dahl, "Dahl said so to him.")).toEqual({ name: "Henrik Dahl", words: "“said so”" });
});
