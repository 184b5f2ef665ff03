import { z } from "zod";
import { assessmentView, evidenceView, judgedView, resolutionView } from "@/lib/assessments/schema";
import { attributionView, settlementView } from "@/lib/attributions/schema";
import { endpoint } from "@/lib/http/endpoint";
import { id, moment, eventNumber as number } from "@/lib/http/fields";
import { type PassageOutline, passageView } from "@/lib/passages/schema";
import { sourceView } from "@/lib/sources/schema";
import { suggestionView } from "@/lib/suggestions/schema";
import { type CommentOutline, commentView, type ThreadOutline, threadView } from "@/lib/threads/schema";

/** Somebody who appears in a discussion. Without a role they are a former member. */
export const person = z
  .strictObject({
    id,
    name: z.string(),
    role: z.enum(["owner", "editor", "member", "viewer"]).nullable(),
  })
  .meta({ id: "Person" });

export type Person = z.output<typeof person>;

/** How far the viewer has read: a comment is new when its number is above both the floor and its thread's number. */
export const seen = z.strictObject({
  /** Everything up to this event counts as read. */
  number,
  /** When the viewer opened the article the time before. */
  at: moment,
  threads: z.record(z.string(), z.strictObject({ number, at: moment })),
  /** The same of what stands at each passage beside its threads; in an answer to `since` there are none. */
  passages: z.record(z.string(), number),
});

export type Seen = z.output<typeof seen>;

/** Everything beside the text that this viewer may see, up to the event `number`. */
export const discussion = z
  .strictObject({
    articleId: id,
    number,
    /** Whose site the article is on (lib/text/site-of). */
    site: z.string().nullable(),
    /** An archived article can be read, not written in. */
    archived: z.boolean(),
    /** The viewer had never opened this article before. */
    firstTime: z.boolean(),
    passages: z.array(passageView),
    threads: z.array(threadView),
    comments: z.array(commentView),
    attributions: z.array(attributionView),
    settlements: z.array(settlementView),
    /** Verdicts that this viewer may see: each person's last word on a passage and axis. */
    assessments: z.array(assessmentView),
    /** How many have judged, also where the viewer does not see what. */
    judged: z.array(judgedView),
    evidence: z.array(evidenceView),
    /** The latest of each passage and axis. */
    resolutions: z.array(resolutionView),
    /** Those that attributions and threads of this article name, and what they were merged into. */
    sources: z.array(sourceView),
    /** Those nobody has decided about; after `since` also those that were decided. */
    suggestions: z.array(suggestionView),
    people: z.array(person),
    /** Another one whenever the workspace's members, their names or roles are others. */
    peopleMark: z.string(),
    /** Only in an answer to `since`: what is to be taken away. With a passage goes everything that stands on it. */
    removed: z
      .strictObject({
        passages: z.array(id),
        attributions: z.array(id),
        evidence: z.array(id),
        sources: z.array(id),
      })
      .optional(),
    seen,
  })
  .meta({ id: "Discussion" });

export type Discussion = z.output<typeof discussion>;

/** The same for who counts and names and shows no comment: what was written is not in it, nor anything to write with. */
export type Outline<
  P extends PassageOutline = PassageOutline,
  T extends ThreadOutline = ThreadOutline,
> = Omit<Discussion, "passages" | "threads" | "comments"> & {
  passages: P[];
  threads: T[];
  comments: CommentOutline[];
};

/** What happened after the event `since` and up to `number`, sent to every reader of the article along the stream. */
export const discussionChange = z.strictObject({
  articleId: id,
  since: number,
  number,
  comments: z.array(commentView),
  /** Those whom the comments name. */
  people: z.array(person),
});

export type DiscussionChange = z.output<typeof discussionChange>;

/** A number in an address: digits only. */
const numberText = z
  .string()
  .regex(/^\d{1,9}$/, { error: "This must be an event number." })
  .transform(Number);

export const getDiscussion = endpoint({
  method: "GET",
  path: "/api/articles/[articleId]/discussion",
  summary:
    "All passages, attributions, sources, suggestions, threads, comments and people of an article; with since=N only what changed after event N. With `peopleMark` of the people that I hold, members are left out while it is so. Without `removed` in the answer it is the whole, whatever was asked.",
  action: "article.read",
  params: z.strictObject({ articleId: id }),
  query: z.strictObject({ since: numberText.optional(), peopleMark: z.string().max(64).optional() }),
  answer: discussion,
});

export const putVisit = endpoint({
  method: "PUT",
  path: "/api/articles/[articleId]/visit",
  summary: "Say that I have seen everything up to an event number. It never goes back.",
  action: "article.read",
  params: z.strictObject({ articleId: id }),
  body: z.strictObject({ number }),
  answer: z.strictObject({ number, at: moment }),
  isAutomatic: true,
});
