import type { Axis } from "@/lib/assessments/schema";
import { judgedWords } from "@/lib/discussion/judged-words";
import type { PassageEntry } from "@/lib/discussion/list-passages";

type Props = { axis: Axis; entry: Pick<PassageEntry, "speaker" | "stance"> };

/** Says what a verdict is about where the words are not claimed by their speaker; nothing otherwise. */
export function WhatIsJudged({ axis, entry }: Props) {
  const words = judgedWords(axis, entry);
  return words && <p className="wrap-anywhere text-label text-muted">{words}</p>;
}
