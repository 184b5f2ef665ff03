import { expect, it } from "vitest";
import { matchPeople } from "./match-people";

const people = ["Ana Weiss", "Sam Adeyemi", "José Anaya", "Brianna Holt", "Ian Ward"].map((name) => ({
  id: name,
  name,
  role: "member" as const,
}));
const gone = { id: "gone", name: "Anatol Gone", role: null };

const cases: [string, string[]][] = [
  ["", ["Ana Weiss", "Brianna Holt", "Ian Ward", "José Anaya"]],
  ["ana", ["Ana Weiss", "José Anaya"]],
  ["an", ["Ana Weiss", "José Anaya", "Brianna Holt", "Ian Ward"]],
  ["JOSE", ["José Anaya"]],
  ["w", ["Ana Weiss", "Ian Ward"]],
  ["adey", []],
  ["zz", []],
];

it.each(cases)("@%s", (query, names) => {
  expect(matchPeople([...people, gone], query, "Sam Adeyemi").map((one) => one.name)).toEqual(names);
});

it("shows at most eight", () => {
  const crowd = Array.from({ length: 50 }, (_, at) => ({
    id: `${at}`,
    name: `P ${at}`,
    role: "viewer" as const,
  }));
  expect(matchPeople(crowd, "", "me")).toHaveLength(8);
});
