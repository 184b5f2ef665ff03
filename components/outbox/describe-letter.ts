import { axisQuestions, verdictWords } from "@/lib/assessments/scale";
import { reporterWords, withStanceWithin } from "@/lib/attributions/describe-attribution";
import { stanceOf } from "@/lib/attributions/stance";
import { isPost, type Letter, type Saying } from "@/lib/discussion/outbox";
import { inQuotes } from "@/lib/text/in-quotes";
import { plainTextOf } from "@/lib/threads/comment-schema";

/** What I wrote, in plain words, to be read or copied where what it is about is not. */
export function describeLetter(letter: Letter): string {
  return isPost(letter) ? plainTextOf(letter.body) : describeSaying(letter);
}

/** What it is, at the beginning of a sentence. */
export function nameLetter(letter: Letter): string {
  if (isPost(letter)) return "Your comment";
  return { ...sayingNames, attributionChange: sayingNames.attribution }[letter.kind];
}

const sayingNames = {
  assessment: "Your verdict",
  evidence: "Your evidence",
  attribution: "What you recorded of who said it",
};

function describeSaying(saying: Saying): string {
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
      const told = withStanceWithin(name ?? "a source", stanceOf(content));
      return `Who said it:${quote} ${content.voice === "reporter" ? reporterWords : told}`;
    }
  }
}
