import { describe, expect, it } from "vitest";
import { addressOfClaims, readClaimsAddress } from "./read-claims-address";

describe("the address of a page of claims", () => {
  it.each([
    [{}, {}],
    [{ state: "", kind: "", sort: "-so", other: "x" }, { sort: "-so" }],
    [
      { view: "numbers", from: "40" },
      { view: "numbers", from: 40 },
    ],
    [{ cell: "4-1" }, { cell: "4-1" }],
    [{ cell: "5-1" }, null],
    [{ view: "pie" }, null],
    [{ cursor: "nonsense" }, null],
    [{ source: "somebody" }, null],
    [{ state: ["split", "one"] }, null],
    [{ state: "split\u0000" }, null],
  ])("%j is read as %j", (address, expected) => {
    expect(readClaimsAddress(address)).toEqual(expected);
  });

  it("is as short as can be, and comes back as what it was made of", () => {
    expect(addressOfClaims("a", { view: "table", sort: "text", state: undefined })).toBe(
      "/articles/a/claims",
    );
    const asked = { view: "table" as const, state: "split" as const, sort: "-so" as const };
    const address = addressOfClaims("a", asked);
    expect(address).toBe("/articles/a/claims?state=split&sort=-so");
    expect(readClaimsAddress(Object.fromEntries(new URLSearchParams(address.split("?")[1])))).toEqual({
      state: "split",
      sort: "-so",
    });
  });
});
