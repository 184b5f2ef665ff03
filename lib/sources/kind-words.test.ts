import { expect, it } from "vitest";
import { saidHeading } from "./kind-words";

it("speaks of people as people", () => {
  expect((["person", "anonymousGroup", "unknown"] as const).map(saidHeading)).toEqual(
    Array(3).fill("What they said"),
  );
  expect((["organisation", "document"] as const).map(saidHeading)).toEqual(Array(2).fill("What it said"));
});
