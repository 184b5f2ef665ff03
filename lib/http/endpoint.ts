import { z } from "zod";
import type { Action } from "@/lib/auth/permissions";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may come to the door at all; what they may do behind it is the matrix' (lib/auth/permissions.ts). */
export type Gate = "public" | "signed-in" | Action;

/** How an answer is sent. A file's answer is its name and text (lib/http/file). */
export type Media = "application/json" | "text/event-stream" | FileMedia;

const fileMedia = ["text/csv", "text/markdown", "application/ld+json"] as const;

export type FileMedia = (typeof fileMedia)[number];

/** True for an answer that is a file to be kept. */
export function isFileMedia(media: Media): media is FileMedia {
  return fileMedia.some((one) => one === media);
}

/** How much a body may hold: bytes as they are sent, and values (objects, lists, texts, numbers). */
export type BodySize = { bytes: number; parts: number };

const megabyte = 1024 * 1024;

/** small: a form, or the words of a passage. comment: the longest comment has 5,000 nodes. article: a text of 2 MB. */
const bodySizes = {
  small: { bytes: megabyte / 4, parts: 5_000 },
  comment: { bytes: megabyte, parts: 80_000 },
  article: { bytes: 5 * megabyte, parts: 400_000 },
} as const satisfies Record<string, BodySize>;

export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** As Next writes it: "/api/articles/[articleId]". */
  path: string;
  summary: string;
  action: Gate;
  params: P;
  query: Q;
  body: B;
  answer: A;
  media: Media;
  /** Status of success. */
  status: number;
  size: BodySize;
  /** Sent by the page itself, not because a person did something: does not keep a session awake. */
  isAutomatic: boolean;
};

const nothing = z.strictObject({});
const noBody = z.undefined();

export type Nothing = typeof nothing;
export type NoBody = typeof noBody;

type Given<P, Q, B, A> = {
  method: Method;
  path: string;
  summary: string;
  action: Gate;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  media?: Media;
  status?: number;
  size?: keyof typeof bodySizes;
  isAutomatic?: boolean;
};

/**
 * Describes one route: where it is, who may use it, what goes in and what comes out. The same value validates the
 * call, types the client, and is printed in /api/openapi.json.
 */
export function endpoint<
  A extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = NoBody,
>(given: Given<P, Q, B, A>): Endpoint<P, Q, B, A> {
  return {
    ...given,
    params: given.params ?? (nothing as unknown as P),
    query: given.query ?? (nothing as unknown as Q),
    body: given.body ?? (noBody as unknown as B),
    media: given.media ?? "application/json",
    status: given.status ?? 200,
    size: bodySizes[given.size ?? "small"],
    isAutomatic: given.isAutomatic ?? given.method === "GET",
  };
}

/** True when the route takes a JSON body. */
export function takesBody(of: Endpoint): boolean {
  return !(of.body instanceof z.ZodUndefined);
}
