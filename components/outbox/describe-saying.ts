import { axisQuestions, verdictWords } from "@/lib/assessments/scale";
import { reporterWords } from "@/lib/attributions/describe-attribution";
import type { Saying } from "@/lib/discussion/outbox";
import { inQuotes } from "@/lib/text/in-quotes";
import { plainTextOf } from "@/lib/threads/comment-schema";

/** What I said of a passage, in plain words, to be read or copied where the passage itself is not. */
export function describeSaying(saying: Saying): string {
  switch (saying.kind) {
    case "assessment": {
      const { axis, verdict, rationale, exact } = saying.given;
      const words = verdict ? verdictWords[axis][verdict].toLowerCase() : "taken back";
      const why = rationale ? ` ${plainTextOf(rationale)}` : "";
      return `${inQuotes(exact)} – ${axisQuestions[axis]} ${words}.${why}`;
    }
    case "evidence": {
      const { title, url, excerpt } = saying.content;
      return [title, url, excerpt].filter(Boolean).join(" – ");
    }
    default: {
      const { content, draft } = saying;
      const quote =
        "ground" in saying && "passage" in saying.ground ? ` ${inQuotes(saying.ground.passage.exact)}` : "";
      const { source } = content;
      const name = source && "newSource" in source ? source.newSource.name : draft?.source?.name;
      return `Who said it:${quote} ${content.voice === "reporter" ? reporterWords : (name ?? "a source")}`;
    }
  }
}
