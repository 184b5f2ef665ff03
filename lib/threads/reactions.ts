/** The reactions there are, in the order in which they are offered, each with its name for those who do not see it. */
export const reactions = [
  { emoji: "👍", name: "agree" },
  { emoji: "👎", name: "disagree" },
  { emoji: "✅", name: "checked" },
  { emoji: "👀", name: "looking into it" },
  { emoji: "🤔", name: "not sure" },
  { emoji: "🎯", name: "to the point" },
  { emoji: "😄", name: "funny" },
  { emoji: "❤️", name: "thank you" },
] as const;

export const reactionEmoji = reactions.map((one) => one.emoji);

export type ReactionEmoji = (typeof reactions)[number]["emoji"];
