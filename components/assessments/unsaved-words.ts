import { verdictWords } from "@/lib/assessments/scale";
import type { Axis, Verdict } from "@/lib/assessments/schema";
import { type CommentBody, plainTextOf } from "@/lib/threads/comment-schema";

/** The answer that is chosen and why, in words; empty where neither is there. */
export function answerWords(
  axis: Axis,
  { verdict, rationale }: { verdict: Verdict | null; rationale: CommentBody | null },
): string {
  const why = rationale ? plainTextOf(rationale).trim() : "";
  return [verdict && verdictWords[axis][verdict], why].filter(Boolean).join(": ");
}

/** What is filled in of some evidence: its title, its address and what it says. */
export function evidenceWords(filled: { title: string; url: string; excerpt: string | null }): string[] {
  return [filled.title, filled.url, filled.excerpt].flatMap((words) => words?.trim() || []);
}
