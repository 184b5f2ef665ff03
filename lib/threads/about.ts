import type { About } from "./schema";

/** What a thread is about, as the reader is asked it. */
export const aboutLabels: Record<About, string> = {
  attribution: "Who said it?",
  accuracy: "Is it so?",
  other: "Comment",
};

/** What to write into a thread of this kind. */
export const aboutHints: Record<About, string> = {
  attribution: "Whose words are these, and how do you know?",
  accuracy: "What supports or contradicts this?",
  other: "What should the others know?",
};
