import { describe, expect, it } from "vitest";
import { describeAudit } from "./audit-sentence";

const cases = [
  [
    "workspace.renamed",
    { from: "Desk", to: "Harbour Desk" },
    "Ida renamed the workspace from “Desk” to “Harbour Desk”",
  ],
  ["member.joined", { role: "editor" }, "Ida joined as an editor"],
  ["member.changed", { name: "Sam", from: "owner", to: "viewer" }, "Ida changed Sam from owner to viewer"],
  ["member.removed", { name: "Sam", role: "member" }, "Ida removed Sam, who was a member"],
  ["invitation.created", { role: "viewer", email: "" }, "Ida invited somebody by link as a viewer"],
  [
    "invitation.created",
    { role: "owner", email: "sam@example.org" },
    "Ida invited sam@example.org as an owner",
  ],
  ["sources.exported", {}, "Ida exported the sources of the workspace"],
  ["sources.exported", { title: "Ferry" }, "Ida exported the sources of “Ferry”"],
  ["claims.exported", { title: "Ferry" }, "Ida exported the claims of “Ferry”"],
  ["member.joined", {}, "Ida joined as a ?"],
  ["moon.landed", { at: "sea" }, "Ida: moon.landed"],
  ["constructor", {}, "Ida: constructor"],
] as const;

describe("describeAudit", () => {
  it.each(cases)("tells %s with %j", (action, detail, sentence) => {
    expect(describeAudit({ actor: "Ida", action, detail })).toBe(sentence);
  });
});
