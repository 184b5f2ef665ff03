import { expect, it } from "vitest";
import { personOfBio } from "./recognise-bio";

it.each([
  ["Ana Ruiz is a reporter based in Bonn.", "Ana Ruiz"],
  ["Lena Fischer writes about institutions for The Quiet Review.", "Lena Fischer"],
  ["Ana Ruiz, a freelance journalist, lives on the coast.", "Ana Ruiz"],
  ["Jana Keller ist Redakteurin im Ressort Wirtschaft.", "Jana Keller"],
  ["Kit Marlow covers the harbour. Her book on ferries appears in May.", "Kit Marlow"],
  ["Ana Ruiz, a writer, was there when the bridge fell.", null],
  ["Ana Ruiz, the editor who wrote the profile of the mayor, praised it.", null],
  ["In Orlo, the mayor would not speak to the press when she left.", null],
  ["Ana Ruiz is a reporter, and she told the court what she saw.", null],
  ["Ana Ruiz, the harbour master, resigned.", null],
])("%j: %s", (text, name) => {
  expect(personOfBio(text)).toBe(name);
});
