import type { WatchLevel } from "./schema";

/** Levels as they are offered, the loudest first. Not read from the schema, whose checks need not reach the browser. */
export const levels: readonly WatchLevel[] = ["everything", "participating", "mentions", "muted"];

/** What each is called. */
export const levelWords: Record<WatchLevel, string> = {
  everything: "Everything",
  participating: "Taking part and mentions",
  mentions: "Mentions",
  muted: "Muted",
};

/** What each lets through. */
export const levelHints: Record<WatchLevel, string> = {
  everything: "Every comment, verdict and decision",
  participating: "What happens where you take part, and what names you",
  mentions: "Only when somebody mentions you or gives you something to do",
  muted: "Nothing; what is new is still marked in the article",
};
