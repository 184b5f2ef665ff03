import { inQuotes } from "@/lib/text/in-quotes";

type Detail = Record<string, unknown>;

const word = (detail: Detail, key: string): string => {
  const value = detail[key];
  return typeof value === "string" && value ? value : "?";
};

const a = (role: string) => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`);

/** Every kind of entry in a workspace's history, and the rest of the sentence that begins with the actor's name. */
const sentences = {
  "workspace.created": (detail: Detail) => `made the workspace ${inQuotes(word(detail, "name"))}`,
  "workspace.renamed": (detail: Detail) =>
    `renamed the workspace from ${inQuotes(word(detail, "from"))} to ${inQuotes(word(detail, "to"))}`,
  "account.signed-in": (detail: Detail) =>
    detail.way === "credentials" ? "signed in" : `signed in through ${word(detail, "way")}`,
  "account.signed-out": () => "signed out",
  "account.renamed": (detail: Detail) => `is called ${word(detail, "to")} now`,
  "account.password-changed": () => "changed their password",
  "account.password-reset": () => "got a new password from whoever runs the server",
  "account.sessions-ended": () => "signed out everywhere else",
  "account.session-ended": () => "signed out in another browser",
  "account.deleted": () => "deleted their account",
  "member.joined": (detail: Detail) => `joined as ${a(word(detail, "role"))}`,
  "member.changed": (detail: Detail) =>
    `changed ${word(detail, "name")} from ${word(detail, "from")} to ${word(detail, "to")}`,
  "member.removed": (detail: Detail) => `removed ${word(detail, "name")}, who was ${a(word(detail, "role"))}`,
  "member.left": (detail: Detail) => `left; they were ${a(word(detail, "role"))}`,
  "invitation.created": (detail: Detail) =>
    `invited ${detail.email ? word(detail, "email") : "somebody by link"} as ${a(word(detail, "role"))}`,
  "invitation.withdrawn": (detail: Detail) =>
    `withdrew the invitation ${detail.email ? `for ${word(detail, "email")}` : "by link"} as ${a(word(detail, "role"))}`,
  "article.imported": (detail: Detail) => `imported ${inQuotes(word(detail, "title"))}`,
  "article.sampled": (detail: Detail) => `got the sample article ${inQuotes(word(detail, "title"))}`,
  "article.edited": (detail: Detail) => `edited the details of ${inQuotes(word(detail, "title"))}`,
  "article.archived": (detail: Detail) => `archived ${inQuotes(word(detail, "title"))}`,
  "article.restored": (detail: Detail) => `restored ${inQuotes(word(detail, "title"))}`,
  "passage.deleted": (detail: Detail) => `deleted a passage in ${inQuotes(word(detail, "title"))}`,
  "passage.restored": (detail: Detail) => `restored a passage in ${inQuotes(word(detail, "title"))}`,
  "comment.deleted": (detail: Detail) => `deleted a comment in ${inQuotes(word(detail, "title"))}`,
  "source.merged": (detail: Detail) =>
    `merged the source ${inQuotes(word(detail, "name"))} into ${inQuotes(word(detail, "into"))}`,
  "source.unmerged": (detail: Detail) =>
    `took the source ${inQuotes(word(detail, "name"))} out of ${inQuotes(word(detail, "from"))} again`,
  "sources.exported": (detail: Detail) =>
    `exported the sources of ${detail.title ? inQuotes(word(detail, "title")) : "the workspace"}`,
  "report.published": (detail: Detail) => `published the report on ${inQuotes(word(detail, "title"))}`,
  "report.exported": (detail: Detail) => `exported the report on ${inQuotes(word(detail, "title"))}`,
  "report.withdrawn": (detail: Detail) => `withdrew the report on ${inQuotes(word(detail, "title"))}`,
  "claims.exported": (detail: Detail) => `exported the claims of ${inQuotes(word(detail, "title"))}`,
  "comment.restored": (detail: Detail) => `restored a comment in ${inQuotes(word(detail, "title"))}`,
} satisfies Record<string, (detail: Detail) => string>;

export type AuditAction = keyof typeof sentences;

function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(sentences, action);
}

/** One sentence without its full stop: who did what. An action of a later version is shown by its name. */
export function describeAudit(entry: { actor: string; action: string; detail: Detail }): string {
  if (!isAuditAction(entry.action)) return `${entry.actor}: ${entry.action}`;
  return `${entry.actor} ${sentences[entry.action](entry.detail)}`;
}
