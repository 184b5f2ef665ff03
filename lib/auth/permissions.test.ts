import { readFileSync } from "node:fs";
import { join } from "node:path";
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

/** What each row of the table in README.md is about. Leaving, which everybody may, is no removal there. */
const inReadme: Record<string, readonly Action[]> = {
  "read everything in the workspace": ["workspace.read", "article.read", "source.read"],
  "choose of what to hear in an article": ["article.watch"],
  "mark passages, discuss, react, assign": [
    "passage.create",
    "passage.describe",
    "thread.create",
    "comment.create",
    "comment.react",
    "thread.assign",
  ],
  "say who said it, keep and merge sources": [
    "attribution.create",
    "source.create",
    "source.edit",
    "source.merge",
  ],
  "decide about suggestions": ["suggestion.decide"],
  "change what somebody said of who said it": ["attribution.edit"],
  "settle who said it where colleagues differ": ["attribution.settle"],
  "judge passages, add evidence, assign passages": ["assessment.create", "evidence.create", "passage.assign"],
  "change evidence (until a colleague has judged)": ["evidence.edit"],
  "resolve passages, open them again": ["resolution.create"],
  "publish a report, withdraw it": ["report.publish"],
  "resolve and reopen threads": ["thread.resolve"],
  "edit a comment": ["comment.edit"],
  "change or delete passages, delete comments": ["passage.reselect", "passage.delete", "comment.delete"],
  "import, edit and archive articles": ["article.import", "article.edit"],
  "see how suggestions were taken, by rule": ["suggestion.count"],
  "take evidence away": ["evidence.delete"],
  "rename the workspace": ["workspace.rename"],
  "invite, change roles, remove people, see the history": ["member.invite", "member.change", "audit.read"],
};

describe("the table in README.md", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const section = /## Roles\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? "";
  const rows = [...section.matchAll(/^\| ([a-z][^|]*?) +\|(.*)\|$/gm)].map(
    ([, what = "", cells = ""]) => [what, cells.split("|").map((cell) => cell.trim())] as const,
  );
  const words = { any: "yes", own: "own", none: "no" };

  it.each(rows)("%s", (what, cells) => {
    const said = (inReadme[what] ?? []).map((action) => roles.map((role) => words[matrix[action][role]]));
    expect(said).toEqual((inReadme[what] ?? ["no such row"]).map(() => cells));
  });

  it("leaves no right out", () => {
    const told = Object.values(inReadme).flat();
    const untold = (Object.keys(matrix) as Action[]).filter((action) => !told.includes(action));
    expect(untold).toEqual(["member.remove"]);
    expect(rows.map(([what]) => what).sort()).toEqual(Object.keys(inReadme).sort());
  });
});
