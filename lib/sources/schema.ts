import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { id, lastChange, line, moment, version, webAddress, wordsOrNull } from "@/lib/http/fields";

export const sourceKind = z.enum(
  ["person", "organisation", "document", "anonymousPerson", "anonymousGroup", "unknown"],
  { error: "This is not a kind of source." },
);

export type SourceKind = z.output<typeof sourceKind>;

/** The longest name of a source, in UTF-16 units. */
export const longestName = 200;
const sourceName = line(longestName, "The name");
const role = line(200, "The role").nullable();
const note = wordsOrNull(2000, "The note");

export const sourceAlias = z.strictObject({
  id,
  text: z.string(),
  /** Null: everywhere. */
  articleId: id.nullable(),
});

export type SourceAlias = z.output<typeof sourceAlias>;

export const sourceView = z
  .strictObject({
    id,
    workspaceId: id,
    kind: sourceKind,
    name: z.string(),
    role: z.string().nullable(),
    isParty: z.boolean(),
    note: z.string().nullable(),
    /** Where it speaks for itself, and whose site that is (lib/text/site-of). */
    url: z.string().nullable(),
    site: z.string().nullable(),
    /** The source that this one speaks as; null when it speaks for itself. */
    mergedInto: id.nullable(),
    aliases: z.array(sourceAlias),
    /** Sources of which somebody said that they are not this one. */
    distinctFrom: z.array(id),
    createdBy: id,
    createdAt: moment,
    version,
  })
  .meta({ id: "Source" });

export type SourceView = z.output<typeof sourceView>;

/** What a colleague, or one's own other window, has made of a source meanwhile. */
export const sourceMeanwhile = z.strictObject({ ...sourceView.shape, changed: lastChange });

export type SourceMeanwhile = z.output<typeof sourceMeanwhile>;

/** A new source. The id is made by the browser, so that a retry makes no second one. */
export const newSource = z
  .strictObject({ id, kind: sourceKind, name: sourceName, role: role.optional() })
  .meta({ id: "NewSource" });

export type NewSource = z.output<typeof newSource>;

const inWorkspace = z.strictObject({ workspaceId: id });
const onSource = z.strictObject({ sourceId: id });

export const searchSources = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/sources",
  summary:
    "Find sources by any part of a name or alias, at most 20; what was merged is found as the source it speaks as, and what only the sample article names is left out. Without words, the latest.",
  action: "source.read",
  params: inWorkspace,
  query: z.strictObject({ q: z.string().trim().max(longestName).optional() }),
  answer: z.strictObject({ sources: z.array(sourceView) }),
});

/** What to search for where this is typed; null where no name can be as long. */
export function searchFor(typed: string): { q?: string } | null {
  const q = typed.trim();
  if (q.length > longestName) return null;
  return q ? { q } : {};
}

export const createSource = endpoint({
  method: "POST",
  path: "/api/workspaces/[workspaceId]/sources",
  summary: "Add a source. Sending the same id again answers with the source that exists.",
  action: "source.create",
  params: inWorkspace,
  body: newSource,
  answer: sourceView,
  status: 201,
});

export const getSource = endpoint({
  method: "GET",
  path: "/api/sources/[sourceId]",
  summary: "A source, with those that were merged into it.",
  action: "source.read",
  params: onSource,
  answer: z.strictObject({ source: sourceView, merged: z.array(sourceView) }),
});

export const editSource = endpoint({
  method: "PATCH",
  path: "/api/sources/[sourceId]",
  summary:
    "Change what is known of a source. 409 with the current source when it has moved on; 409 at a name that another source has, unless it is said that both are called so.",
  action: "source.edit",
  params: onSource,
  body: z.strictObject({
    version,
    kind: sourceKind.optional(),
    name: sourceName.optional(),
    role: role.optional(),
    isParty: z.boolean().optional(),
    note: note.optional(),
    url: webAddress.nullable().optional(),
    /** Another source may have the name: both are called so. */
    isNamesake: z.boolean().optional(),
  }),
  answer: sourceView,
});

export type SourceChange = z.output<typeof editSource.body>;

export const mergeSource = endpoint({
  method: "PUT",
  path: "/api/sources/[sourceId]/merge",
  summary:
    "Let a source speak as another from now on. Nothing is rewritten. 409 with the current source when it was merged elsewhere meanwhile.",
  action: "source.merge",
  params: onSource,
  body: z.strictObject({ into: id }),
  answer: sourceView,
});

export const unmergeSource = endpoint({
  method: "DELETE",
  path: "/api/sources/[sourceId]/merge",
  summary: "Undo a merge: the source counts as one of its own again.",
  action: "source.merge",
  params: onSource,
  answer: sourceView,
});

export const addAlias = endpoint({
  method: "POST",
  path: "/api/sources/[sourceId]/aliases",
  summary: "Add another name of a source, in one article or (without one) everywhere.",
  action: "source.edit",
  params: onSource,
  body: z.strictObject({ id, text: sourceName, articleId: id.nullable() }),
  answer: sourceView,
  status: 201,
});

export type NewAlias = z.output<typeof addAlias.body>;

export const removeAlias = endpoint({
  method: "DELETE",
  path: "/api/sources/[sourceId]/aliases/[aliasId]",
  summary: "Take a name of a source away.",
  action: "source.edit",
  params: z.strictObject({ sourceId: id, aliasId: id }),
  answer: sourceView,
});

const pair = z.strictObject({ sourceId: id, otherId: id });
const bothSources = z.strictObject({ sources: z.array(sourceView) });

export const distinguishSources = endpoint({
  method: "PUT",
  path: "/api/sources/[sourceId]/distinct/[otherId]",
  summary: "Say that two sources are not the same, so that their merge is not proposed again.",
  action: "source.merge",
  params: pair,
  answer: bothSources,
});

export const undistinguishSources = endpoint({
  method: "DELETE",
  path: "/api/sources/[sourceId]/distinct/[otherId]",
  summary: "Take back that two sources are not the same.",
  action: "source.merge",
  params: pair,
  answer: bothSources,
});

/** Why two sources may be one; the words for the screen are in merge-words.ts. */
const mergeReason = z.enum(["sameName", "acronym", "surname", "longerName", "sameState"]);

export type MergeReason = z.output<typeof mergeReason>;

const mergeProposal = z.strictObject({
  source: sourceView,
  into: sourceView,
  reason: mergeReason,
});

export type MergeProposal = z.output<typeof mergeProposal>;

export const listMergeProposals = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/sources/proposals",
  summary: "Sources of a workspace that may be one, the likeliest first, at most 20.",
  action: "source.read",
  params: inWorkspace,
  answer: z.strictObject({ proposals: z.array(mergeProposal) }),
});

const sourceThread = z.strictObject({
  id,
  articleId: id,
  articleTitle: z.string(),
  state: z.enum(["open", "resolved"]),
  comments: z.number().int(),
  /** The beginning of its first comment. */
  opening: z.string(),
  createdAt: moment,
});

export type SourceThread = z.output<typeof sourceThread>;

export const listSourceThreads = endpoint({
  method: "GET",
  path: "/api/sources/[sourceId]/threads",
  summary: "The threads about a source over all articles, the latest first, at most 50.",
  action: "source.read",
  params: onSource,
  answer: z.strictObject({ threads: z.array(sourceThread) }),
});
