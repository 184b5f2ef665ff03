"use client";

import { useRoom } from "@/components/discussion/room";
import { verdictWords } from "@/lib/assessments/scale";
import { usePersonName } from "./use-person-name";

/** Over a thread that discusses a verdict: whose, and what it says now. */
export function AboutVerdict({ assessmentId }: { assessmentId: string }) {
  const { discussion, surroundings } = useRoom();
  const personName = usePersonName();
  const one = discussion.assessments.find(({ id }) => id === assessmentId);
  if (!one?.verdict) {
    return <p className="mb-1 text-label text-muted">About a verdict that was changed since</p>;
  }
  const isMine = one.by === surroundings.viewer.userId;
  return (
    <p className="mb-1 text-label text-muted">
      About {isMine ? "your verdict" : `the verdict of ${personName(one.by)}`}: {one.verdict}{" "}
      {verdictWords[one.axis][one.verdict].toLowerCase()}
    </p>
  );
}
