import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { type Action, can, matrix, mustBeAble } from "./permissions";
import type { Role, Viewer } from "./viewer";

const home = "11111111-1111-4111-8111-111111111111";
const elsewhere = "22222222-2222-4222-8222-222222222222";
const me = "33333333-3333-4333-8333-333333333333";
const other = "44444444-4444-4444-8444-444444444444";

function viewerWith(role: Role): Viewer {
  return {
    userId: me,
    name: "Mo",
    email: "mo@x.example",
    memberships: [{ workspaceId: home, workspaceName: "Home", role }],
  };
}

function codeOf(work: () => void): string {
  try {
    work();
    return "allowed";
  } catch (error) {
    return error instanceof AppError ? error.code : "fault";
  }
}

const actions = Object.keys(matrix) as Action[];
const roles: Role[] = ["owner", "editor", "member", "viewer"];

describe("can", () => {
  it.each(actions)("%s: nobody and strangers may not", (action) => {
    for (const role of roles) {
      expect(can(null, action, { workspaceId: home, madeBy: me })).toBe(false);
      expect(can(viewerWith(role), action, { workspaceId: elsewhere, madeBy: me })).toBe(false);
    }
  });

  it.each(actions)("%s: owning a thing never takes a right away", (action) => {
    for (const role of roles) {
      const viewer = viewerWith(role);
      const others = can(viewer, action, { workspaceId: home, madeBy: other });
      const own = can(viewer, action, { workspaceId: home, madeBy: me });
      expect(own || !others).toBe(true);
    }
  });

  it.each(actions.filter((action) => action.endsWith(".read") && action !== "audit.read"))(
    "%s: everybody in the workspace may",
    (action) => {
      for (const role of roles) expect(can(viewerWith(role), action, { workspaceId: home })).toBe(true);
    },
  );

  it("lets viewers change nothing but their own membership and what they are told", () => {
    const may = actions.filter((action) =>
      can(viewerWith("viewer"), action, { workspaceId: home, madeBy: me }),
    );
    expect(may.filter((action) => !action.endsWith(".read"))).toEqual(["member.remove", "article.watch"]);
  });

  // Written out by hand from reliability.md chapter 6, so that a slip in the table shows.
  it.each<[Action, Role, boolean, boolean]>([
    ["comment.edit", "owner", true, false],
    ["comment.edit", "member", true, false],
    ["comment.delete", "member", true, false],
    ["comment.delete", "editor", true, true],
    ["comment.create", "viewer", false, false],
    ["passage.create", "viewer", false, false],
    ["passage.reselect", "member", true, false],
    ["article.import", "member", false, false],
    ["article.import", "editor", true, true],
    ["thread.resolve", "member", true, false],
    ["thread.resolve", "editor", true, true],
    ["member.invite", "editor", false, false],
    ["member.remove", "viewer", true, false],
    ["audit.read", "editor", false, false],
    ["article.read", "viewer", true, true],
    ["passage.describe", "member", true, true],
    ["passage.describe", "viewer", false, false],
    ["source.read", "viewer", true, true],
    ["source.create", "member", true, true],
    ["source.create", "viewer", false, false],
    ["source.edit", "member", true, true],
    ["source.edit", "viewer", false, false],
    ["source.merge", "member", true, true],
    ["source.merge", "viewer", false, false],
    ["attribution.create", "member", true, true],
    ["attribution.create", "viewer", false, false],
    ["attribution.edit", "owner", true, false],
    ["attribution.edit", "editor", true, false],
    ["attribution.edit", "member", true, false],
    ["attribution.edit", "viewer", false, false],
    ["attribution.settle", "owner", true, true],
    ["attribution.settle", "editor", true, true],
    ["attribution.settle", "member", false, false],
    ["suggestion.decide", "member", true, true],
    ["suggestion.decide", "viewer", false, false],
    ["suggestion.count", "owner", true, true],
    ["suggestion.count", "editor", false, false],
  ])("%s by %s: own %s, others' %s", (action, role, own, others) => {
    expect(can(viewerWith(role), action, { workspaceId: home, madeBy: me })).toBe(own);
    expect(can(viewerWith(role), action, { workspaceId: home, madeBy: other })).toBe(others);
  });
});

describe("mustBeAble", () => {
  it("answers not-found to strangers and forbidden to members without the right", () => {
    expect(codeOf(() => mustBeAble(viewerWith("owner"), "article.read", { workspaceId: elsewhere }))).toBe(
      "not-found",
    );
    expect(codeOf(() => mustBeAble(viewerWith("viewer"), "comment.create", { workspaceId: home }))).toBe(
      "forbidden",
    );
    expect(codeOf(() => mustBeAble(viewerWith("member"), "comment.create", { workspaceId: home }))).toBe(
      "allowed",
    );
  });
});
