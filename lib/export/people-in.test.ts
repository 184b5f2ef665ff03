import { expect, it } from "vitest";
import { peopleIn } from "./people-in";

it.each([
  ["Helen Askew", ["Helen Askew"]],
  ["Mara Lindqvist and Tom Okafor", ["Mara Lindqvist", "Tom Okafor"]],
  ["Helen Askew, New York", ["Helen Askew, New York"]],
  ["Jane Doe and Agence France-Presse", ["Jane Doe and Agence France-Presse"]],
  ["Ann Lee and BBC Verify", ["Ann Lee and BBC Verify"]],
  ["Mara Lindqvist, Tom Okafor and Ida van der Holm", ["Mara Lindqvist", "Tom Okafor", "Ida van der Holm"]],
  ["Anne O’Leary & J. R. Smith-Jones", ["Anne O’Leary", "J. R. Smith-Jones"]],
  ["Helen Askew, Transport Correspondent", ["Helen Askew, Transport Correspondent"]],
  ["Helen Askew, Reuters", ["Helen Askew, Reuters"]],
  ["Staff and agencies", ["Staff and agencies"]],
  ["Bild, dpa", ["Bild, dpa"]],
])("%s", (byline, people) => {
  expect(peopleIn(byline)).toEqual(people);
});
