import { expect, it } from "vitest";
import { endWaitingScript } from "./show-whole";

it("ends the waiting and leaves the link where React looks for it", () => {
  const done: string[] = [];
  const link = { removeAttribute: (name: string) => done.push(name), remove: () => done.push("gone") };
  const page = { querySelectorAll: () => [link] };
  new Function("document", "setTimeout", endWaitingScript)(page, (run: () => void) => run());
  expect(done).toEqual(["blocking"]);
});
