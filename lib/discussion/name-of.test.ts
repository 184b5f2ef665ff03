import { expect, it } from "vitest";
import { nameOf, nameWithin } from "./name-of";

const people = [{ id: "ana", name: "Ana Lima" }];

it("calls whoever is not known any more the same everywhere, as it stands in a sentence", () => {
  expect([nameOf(people, "ana"), nameOf(people, "ben")]).toEqual(["Ana Lima", "A former member"]);
  expect([nameOf(people, "ana", "ana"), nameOf(people, "ana", "ben")]).toEqual(["You", "Ana Lima"]);
  expect([nameWithin(people, "ana"), nameWithin(people, "ben")]).toEqual(["Ana Lima", "a former member"]);
});

it("says you to whoever looks, within a sentence", () => {
  expect(nameWithin(people, "ana", "ana")).toBe("you");
});
