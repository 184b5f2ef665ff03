import { AppError, notFound } from "@/lib/errors";
import { type Role, roleIn, type Viewer } from "./viewer";

type Right = "any" | "own" | "none";

/**
 * The permission matrix: what each role may do in its own workspace. "own" means things that the person made.
 * Whoever is not a member sees nothing (404), so there is no row for them. Nothing else in the code decides rights;
 * lib/api/matrix.test.ts walks every route against this table, e2e/permissions.spec.ts every page.
 */
export const matrix = {
  "workspace.read": { owner: "any", editor: "any", member: "any", viewer: "any" },
  "workspace.rename": { owner: "any", editor: "none", member: "none", viewer: "none" },
  "member.invite": { owner: "any", editor: "none", member: "none", viewer: "none" },
  "member.change": { owner: "any", editor: "none", member: "none", viewer: "none" },
  // "own" is leaving.
  "member.remove": { owner: "any", editor: "own", member: "own", viewer: "own" },
  "audit.read": { owner: "any", editor: "none", member: "none", viewer: "none" },
  "article.read": { owner: "any", editor: "any", member: "any", viewer: "any" },
  // Of what one wants to hear is one's own affair, whatever one may write.
  "article.watch": { owner: "any", editor: "any", member: "any", viewer: "any" },
  "article.import": { owner: "any", editor: "any", member: "none", viewer: "none" },
  "article.edit": { owner: "any", editor: "any", member: "none", viewer: "none" },
  "passage.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "passage.reselect": { owner: "any", editor: "any", member: "own", viewer: "none" },
  "passage.delete": { owner: "any", editor: "any", member: "own", viewer: "none" },
  "passage.describe": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "source.read": { owner: "any", editor: "any", member: "any", viewer: "any" },
  "source.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "source.edit": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "source.merge": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "attribution.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  // Nobody's word is changed by another: whoever sees it differently records their own, and an editor settles it.
  "attribution.edit": { owner: "own", editor: "own", member: "own", viewer: "none" },
  "attribution.settle": { owner: "any", editor: "any", member: "none", viewer: "none" },
  "assessment.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "evidence.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "evidence.edit": { owner: "own", editor: "own", member: "own", viewer: "none" },
  "evidence.delete": { owner: "any", editor: "any", member: "own", viewer: "none" },
  "resolution.create": { owner: "any", editor: "any", member: "none", viewer: "none" },
  "passage.assign": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "report.publish": { owner: "any", editor: "none", member: "none", viewer: "none" },
  "suggestion.decide": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "suggestion.count": { owner: "any", editor: "none", member: "none", viewer: "none" },
  "thread.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "thread.assign": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "thread.resolve": { owner: "any", editor: "any", member: "own", viewer: "none" },
  "comment.create": { owner: "any", editor: "any", member: "any", viewer: "none" },
  "comment.edit": { owner: "own", editor: "own", member: "own", viewer: "none" },
  "comment.delete": { owner: "any", editor: "any", member: "own", viewer: "none" },
  "comment.react": { owner: "any", editor: "any", member: "any", viewer: "none" },
} as const satisfies Record<string, Record<Role, Right>>;

export type Action = keyof typeof matrix;

/** What the action is done to: its workspace and, where "own" matters, who made it. */
export type Thing = { workspaceId: string; madeBy?: string };

/** May this viewer do this? Asked by the server to refuse and by the screen to hide. */
export function can(viewer: Viewer | null, action: Action, thing: Thing): boolean {
  const role = roleIn(viewer, thing.workspaceId);
  if (!viewer || !role) return false;
  const right: Right = matrix[action][role];
  return right === "any" || (right === "own" && thing.madeBy === viewer.userId);
}

/** Who may do this to whatever is of their workspace, for a statement that asks for the role itself. */
export function rolesThatCan(action: Action): Role[] {
  const rights: Record<Role, Right> = matrix[action];
  return (Object.keys(rights) as Role[]).filter((role) => rights[role] === "any");
}

/**
 * Refuses what the viewer may not do: 404 where they are no member (what one may not see does not exist), 403 where
 * they are a member without the right.
 */
export function mustBeAble(viewer: Viewer, action: Action, thing: Thing): void {
  if (can(viewer, action, thing)) return;
  if (!roleIn(viewer, thing.workspaceId)) throw notFound();
  throw new AppError(
    "forbidden",
    refusals[action] ?? "Your role in this workspace does not allow this. Ask an owner.",
  );
}

const refusals: Partial<Record<Action, string>> = {
  "article.import":
    "Only owners and editors can add articles. Ask one of them, or ask an owner to change your role.",
  "article.edit": "Only owners and editors can change an article. Ask one of them.",
  "passage.create": "As a viewer you can read, but not mark passages. Ask an owner to change your role.",
  "passage.reselect": "Only the person who marked this passage, an editor or an owner can change it.",
  "passage.delete": "Only the person who marked this passage, an editor or an owner can delete it.",
  "source.create": "As a viewer you can read, but not add sources. Ask an owner to change your role.",
  "source.edit": "As a viewer you can read, but not change sources. Ask an owner to change your role.",
  "source.merge": "As a viewer you can read, but not merge sources. Ask an owner to change your role.",
  "attribution.create":
    "As a viewer you can read, but not say who said it. Ask an owner to change your role.",
  "attribution.edit":
    "Only the person who recorded this can change it. If you see it differently, record your own; an editor settles it.",
  "attribution.settle": "Only editors and owners can settle who said it. Ask one of them.",
  "assessment.create": "As a viewer you can read, but not judge. Ask an owner to change your role.",
  "evidence.create": "As a viewer you can read, but not add evidence. Ask an owner to change your role.",
  "evidence.edit": "Only the person who added this evidence can change it. Add your own beside it.",
  "evidence.delete": "Only the person who added this evidence, an editor or an owner can take it away.",
  "resolution.create": "Only editors and owners can resolve a passage. Ask one of them.",
  "passage.assign": "As a viewer you can read, but not assign. Ask an owner to change your role.",
  "report.publish": "Only owners can publish a report or withdraw it. Ask one of them.",
  "suggestion.decide":
    "As a viewer you can read suggestions, but not decide about them. Ask an owner to change your role.",
  "suggestion.count": "Only owners can see how suggestions were taken.",
  "passage.describe":
    "As a viewer you can read, but not describe passages. Ask an owner to change your role.",
  "thread.create": "As a viewer you can read, but not comment. Ask an owner to change your role.",
  "comment.create": "As a viewer you can read, but not comment. Ask an owner to change your role.",
  "thread.resolve":
    "Only the person who started this thread, an editor or an owner can resolve or reopen it.",
  "comment.edit": "Only the author can edit a comment.",
  "comment.delete": "Only the author, an editor or an owner can delete a comment.",
  "member.invite": "Only owners can invite people.",
  "member.change": "Only owners can change roles.",
  "member.remove": "Only owners can remove people.",
  "workspace.rename": "Only owners can rename the workspace.",
};
