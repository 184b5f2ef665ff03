import { expect, it } from "vitest";
import { readLedgerAddress } from "./read-ledger-address";

const workspace = "0d9f4a52-7f8c-4a0e-9d43-0a7a1c2b3c4d";

it.each([
  [{}, {}],
  [{ q: "", kind: "", order: "" }, {}],
  [
    { q: " holm ", kind: "person", order: "name", workspace },
    { q: "holm", kind: "person", order: "name", workspace },
  ],
  [{ unknown: "x" }, {}],
])("reads %j", (address, expected) => {
  expect(readLedgerAddress(address)).toEqual(expected);
});

it.each([
  [{ kind: "robot" }],
  [{ order: "size" }],
  [{ workspace: "mine" }],
  [{ q: ["a", "b"] }],
  [{ q: "x".repeat(201) }],
  [{ q: "\u0000" }],
  [{ cursor: "nonsense" }],
])("takes nothing from %j", (address) => {
  expect(readLedgerAddress(address)).toBeNull();
});
