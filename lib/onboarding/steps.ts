import type { Outline } from "@/lib/discussion/schema";

/** What somebody tries in the sample article, in this order. */
export const steps = ["mark", "said", "judge", "reply"] as const;

export type Step = (typeof steps)[number];

/** Which steps this person has taken, from what is in the article under their name. */
export function stepsTaken(
  { passages, attributions, assessments, comments }: Outline,
  userId: string,
): ReadonlySet<Step> {
  const mine: Record<Step, boolean> = {
    mark: passages.some((one) => one.createdBy === userId),
    said: attributions.some((one) => one.by === userId),
    judge: assessments.some((one) => one.by === userId && one.verdict !== null),
    reply: comments.some((one) => one.author === userId && one.deletedAt === null),
  };
  return new Set(steps.filter((step) => mine[step]));
}

type Given = Pick<Outline, "passages" | "attributions" | "threads" | "judged">;

/** The passage on which a step is best tried: one that colleagues left for it. Null where one looks for oneself. */
export function exampleFor(step: Step, { passages, attributions, threads, judged }: Given): string | null {
  const isIn = (list: readonly { passageId: string | null }[]) => (passage: { id: string }) =>
    list.some((one) => one.passageId === passage.id);
  const unsaid = passages.filter((one) => !isIn(attributions)(one));
  const found: Record<Step, { id: string } | undefined> = {
    mark: undefined,
    said: unsaid.find((one) => one.claimKinds.includes("quote")) ?? unsaid[0],
    judge: passages.find(isIn(judged)),
    reply: passages.find(isIn(threads)),
  };
  return found[step]?.id ?? null;
}
