import { expect, it } from "vitest";
import { type Action, matrix } from "@/lib/auth/permissions";
import { roles, withRole } from "./roles";

/** By which words of its role an action is told; null for what every member of anything may do. */
const words: Record<Action, string | null> = {
  "workspace.read": null,
  "workspace.rename": "rename the workspace",
  "member.invite": "invite",
  "member.change": "change roles",
  "member.remove": null,
  "audit.read": "history",
  "article.read": "Read everything",
  "article.watch": "choose what to hear of",
  "article.import": "import articles",
  "article.edit": "edit their details, archive them",
  "passage.create": "mark passages",
  "passage.reselect": "change or delete what they made",
  "passage.delete": "change or delete what they made",
  "passage.describe": "what kinds of claim",
  "source.read": "Read everything",
  "source.create": "keep and merge the sources",
  "source.edit": "keep and merge the sources",
  "source.merge": "keep and merge the sources",
  "attribution.create": "say who said it",
  "attribution.edit": "change or delete what they made",
  "attribution.settle": "settle who said it",
  "assessment.create": "judge whether it is so",
  "evidence.create": "add evidence",
  "evidence.edit": "change or delete what they made",
  "evidence.delete": "change or delete what they made",
  "resolution.create": "resolve passages with a last word",
  "passage.assign": "ask colleagues to check a passage",
  "report.publish": "publish reports and withdraw them",
  "suggestion.decide": "take or dismiss suggestions",
  "suggestion.count": "how suggestions were taken",
  "thread.create": "discuss",
  "thread.assign": "assign threads",
  "thread.resolve": "resolve the threads they started",
  "comment.create": "discuss",
  "comment.edit": "change or delete what they made",
  "comment.delete": "change or delete what they made",
  "comment.react": "react",
};

const actions = Object.keys(matrix) as Action[];
const fromLeast = roles.toReversed();

it.each(actions)("tells %s where the least role that may do it is told", (action) => {
  const told = words[action];
  if (told === null) return;
  const least = fromLeast.find(({ role }) => matrix[action][role] !== "none");
  expect(least?.can).toContain(told);
  // A role that may do more than its own says so as well.
  for (const other of fromLeast.filter(({ role }) => matrix[action][role] === "none"))
    expect(other.can).not.toContain(told);
});

it("tells what editors may do to what is not theirs", () => {
  const editor = roles.find((one) => one.role === "editor")?.can;
  const others = actions.filter(
    (action) => matrix[action].member === "own" && (matrix[action].editor as string) === "any",
  );
  expect(others).toEqual([
    "passage.reselect",
    "passage.delete",
    "evidence.delete",
    "thread.resolve",
    "comment.delete",
  ]);
  for (const words of ["words of any passage", "any thread", "others’ passages, evidence and comments"])
    expect(editor).toContain(words);
});

it("says what somebody with a role is", () => {
  const said = roles.map(({ role }) => withRole(role));
  expect(said).toEqual(["an owner", "an editor", "a member", "a viewer"]);
});
