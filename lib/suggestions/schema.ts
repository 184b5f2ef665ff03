import { z } from "zod";
import {
  attributionContent,
  attributionsWritten,
  channel,
  cueClass,
  directness,
  polarity,
} from "@/lib/attributions/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment, eventNumber as number } from "@/lib/http/fields";
import { claimKind, passageView, selection } from "@/lib/passages/schema";
import { sourceKind } from "@/lib/sources/schema";

const suggestionState = z.enum(["open", "accepted", "changed", "dismissed"]);

export type SuggestionState = z.output<typeof suggestionState>;

const place = z.strictObject({ start: z.number().int(), end: z.number().int() });

/** Who is proposed: the words that name them here, and the source that those stand for. */
export const suggestedSpeaker = place.extend({
  name: z.string(),
  kind: sourceKind,
  /**
   * What the text calls this source, most of all around here; older versions of the rules have stored every name. Of
   * somebody unnamed: those whom the text calls by the name that stands here, of whom one is meant.
   */
  names: z.array(z.string()),
});

export type SuggestedSpeaker = z.output<typeof suggestedSpeaker>;

export const suggestedCue = place.extend({ class: cueClass, polarity, channel });

export type SuggestedCue = z.output<typeof suggestedCue>;

export const suggestionView = z
  .strictObject({
    id,
    /** An attribution, or a claim that no source stands behind. */
    kind: z.enum(["attribution", "claim"]),
    /** The passage that it would make, UTF-16 units. */
    start: z.number().int(),
    end: z.number().int(),
    claimKinds: z.array(claimKind),
    directness: directness.nullable(),
    speaker: suggestedSpeaker.nullable(),
    cue: suggestedCue.nullable(),
    /** The suggestion whose words report this one. */
    parentId: id.nullable(),
    /** Why it is suggested, in words. */
    rule: z.string(),
    confidence: z.number(),
    engine: z.string(),
    state: suggestionState,
    decidedBy: id.nullable(),
    decidedAt: moment.nullable(),
    number,
  })
  .meta({ id: "Suggestion" });

export type SuggestionView = z.output<typeof suggestionView>;

/** What a decision about suggestions has changed. */
const suggestionsDecided = z
  .strictObject({
    suggestions: z.array(suggestionView),
    passages: z.array(passageView),
    attributions: attributionsWritten.shape.attributions,
    sources: attributionsWritten.shape.sources,
    /** What an undone decision has taken away. */
    removed: z.strictObject({ passages: z.array(id), attributions: z.array(id), sources: z.array(id) }),
    number,
  })
  .meta({ id: "SuggestionsDecided" });

export type SuggestionsDecided = z.output<typeof suggestionsDecided>;

/** The most suggestions that one decision is about: all of one source. */
const mostAtOnce = 200;

const acceptance = z.strictObject({
  suggestionId: id,
  /** Ids of what is made of it, so that a retry makes no second one. */
  passageId: id,
  attributionId: id,
  /** Of the source, where it is new. */
  sourceId: id,
});

export type Acceptance = z.output<typeof acceptance>;

export const acceptSuggestions = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/suggestions/accept",
  summary:
    "Accept suggestions: each becomes a passage with its attribution, and whatever reports it along with it. All of it is stored, or nothing. What is accepted already is left as it is. 409 with a suggestion when others have decided about all of them, without one when a colleague has just changed who reports it.",
  action: "suggestion.decide",
  params: z.strictObject({ articleId: id }),
  body: z.strictObject({ accept: z.array(acceptance).min(1).max(mostAtOnce) }),
  answer: suggestionsDecided,
});

export const changeSuggestion = endpoint({
  method: "POST",
  path: "/api/suggestions/[suggestionId]/change",
  summary: "Accept a suggestion with changes of one's own: other words, another source, another manner.",
  action: "suggestion.decide",
  params: z.strictObject({ suggestionId: id }),
  body: z.strictObject({ passageId: id, attributionId: id, passage: selection, content: attributionContent }),
  answer: suggestionsDecided,
});

export type SuggestionChange = z.output<typeof changeSuggestion.body>;

export const dismissSuggestion = endpoint({
  method: "POST",
  path: "/api/suggestions/[suggestionId]/dismiss",
  summary: "Dismiss a suggestion. It stays dismissed, also when the text is read again.",
  action: "suggestion.decide",
  params: z.strictObject({ suggestionId: id }),
  answer: suggestionsDecided,
});

export const listDismissedSuggestions = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/suggestions/dismissed",
  summary:
    "The suggestions of an article that I have dismissed and can bring back, the latest first, at most 50.",
  action: "suggestion.decide",
  params: z.strictObject({ articleId: id }),
  answer: z.strictObject({ suggestions: z.array(suggestionView) }),
});

export const reopenSuggestions = endpoint({
  method: "POST",
  path: "/api/articles/[articleId]/suggestions/reopen",
  summary:
    "Undo decisions of mine about suggestions, all of them or none: what was made of them goes away. A passage on which something else stands by now stays, and so does a link in another's chain. 409 when a colleague has decided about one of them.",
  action: "suggestion.decide",
  params: z.strictObject({ articleId: id }),
  body: z.strictObject({ suggestionIds: z.array(id).min(1).max(mostAtOnce) }),
  answer: suggestionsDecided,
});

export const countSuggestions = endpoint({
  method: "GET",
  path: "/api/workspaces/[workspaceId]/suggestions",
  summary: "How suggestions were taken, by rule.",
  action: "suggestion.count",
  params: z.strictObject({ workspaceId: id }),
  answer: z.strictObject({
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        open: z.number().int(),
        accepted: z.number().int(),
        changed: z.number().int(),
        dismissed: z.number().int(),
      }),
    ),
  }),
});

export type SuggestionCounts = z.output<typeof countSuggestions.answer>;
