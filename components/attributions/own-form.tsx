"use client";

import { useState } from "react";
import { useRoom } from "@/components/discussion/room";
import { recordAct } from "@/components/discussion/told-by-undo";
import { announce } from "@/components/ui/announcer";
import { TimeAgo } from "@/components/ui/time-ago";
import { speakerName, withStanceWithin } from "@/lib/attributions/describe-attribution";
import { type AttributionContent, type AttributionView, attributionView } from "@/lib/attributions/schema";
import { stanceOf } from "@/lib/attributions/stance";
import type { Voices } from "@/lib/attributions/voices";
import { type AttributionDraft, draftOf, guessAttribution } from "@/lib/discussion/draft-attribution";
import type { PassageEntry } from "@/lib/discussion/list-passages";
import { nameOf, nameWithin } from "@/lib/discussion/name-of";
import { beingSent, type SaidAttribution } from "@/lib/discussion/outbox";
import { CallError } from "@/lib/http/client";
import { AttributionForm } from "./attribution-form";
import { AttributionLine } from "./attribution-line";
import { groundOf } from "./ground-of";

type Props = {
  entry: PassageEntry;
  mine: AttributionView | undefined;
  /** What I have recorded and what has not arrived: saving puts what is filled in now in its place. */
  waiting: SaidAttribution | undefined;
  onDone: () => void;
};

/** The form in which I say who said the open passage: as I had it, as a colleague has it, or as the text suggests. */
export function OwnForm({ entry, mine, waiting, onDone }: Props) {
  const { article, discussion, voices, attributing, unsaved, surroundings, leaveMark } = useRoom();
  const { passage } = entry;
  const [seen] = useState(mine);
  // What I know of: the server refuses to overwrite anything newer, until I have been told of it.
  const [base, setBase] = useState(mine);
  const [beaten, setBeaten] = useState<"settled" | "changed" | null>(null);
  const settled = entry.standing?.state === "settled" ? entry.standing.settlement : null;
  // Whoever begins on a settled passage knows it; whoever is filling in is told, and asked again.
  const [knownSettlement, setKnownSettlement] = useState(settled?.id ?? null);
  const [theirs] = useState(() => (seen ? undefined : entry.standing?.standing[0]));
  const [draft] = useState(() => {
    if (waiting?.draft) return waiting.draft;
    if (seen) return draftOf(seen, voices);
    // Whoever sees it differently differs in one thing, mostly. The links of the chain become one's own.
    if (theirs) {
      const other = draftOf(theirs, voices);
      return { ...other, links: other.links.map((link) => ({ ...link, id: crypto.randomUUID() })) };
    }
    const { text, language, blocks } = article;
    const { passages, suggestions } = discussion;
    return guessAttribution(passage, { text, language, blocks, passages, suggestions, voices }, () =>
      crypto.randomUUID(),
    );
  });
  function record(content: AttributionContent, filled: AttributionDraft) {
    const recording = attributing.record(groundOf(entry, unsaved.has(passage.id)), content, filled);
    surroundings.undoing.pass(recordAct, recording);
    return recording;
  }
  async function save(content: AttributionContent, filled: AttributionDraft): Promise<"saved" | "beaten"> {
    if (waiting?.state === "sending")
      throw new CallError({ status: 409, code: "conflict", message: beingSent });
    if (settled && settled.id !== knownSettlement) {
      setKnownSettlement(settled.id);
      setBeaten("settled");
      return "beaten";
    }
    if (waiting) surroundings.outbox.discard(waiting.id);
    try {
      const how = await (base ? attributing.edit(base, content, filled) : record(content, filled));
      announce(`${how === "stored" ? "Recorded" : "Waiting to be sent"}: ${speakerOf(filled, voices)}.`);
    } catch (error) {
      const winner = error instanceof CallError ? attributionView.safeParse(error.details).data : undefined;
      if (!winner) throw error;
      // Whoever saves again after being told means it.
      setBase(winner);
      setBeaten("changed");
      return "beaten";
    }
    onDone();
    return "saved";
  }
  const now = beaten === "settled" ? entry.standing?.standing[0] : mine;
  const line = now && <AttributionLine attribution={now} text={article.text} voices={voices} />;
  return (
    <section aria-label="Who said it" className="border-hairline border-t">
      {settled && beaten !== "settled" && (
        <p className="mx-3 mt-3 border-caution border-l-2 bg-caution-tint px-2 py-1 text-card">
          Settled by {nameWithin(surroundings.people, settled.by)}, <TimeAgo at={settled.at} />. What you save
          opens the question again.
        </p>
      )}
      <AttributionForm
        passage={passage}
        draft={draft}
        isTheirs={theirs !== undefined}
        saveLabel={seen ? "Save" : "Record"}
        onSave={save}
        conflict={
          beaten === "settled" && settled
            ? {
                by: nameOf(surroundings.people, settled.by),
                at: settled.at,
                did: <>settled this on {line}</>,
                theirs: settled.why,
              }
            : beaten === "changed" && mine
              ? { by: null, at: mine.changedAt, did: <>changed this to {line}</> }
              : null
        }
        isPosted
        onLeave={() => {
          onDone();
          leaveMark(passage.id);
        }}
      />
    </section>
  );
}

/** Whom a form names as the speaker, and that they deny it where they do. */
function speakerOf({ voice, source, ...draft }: AttributionDraft, voices: Voices): string {
  const name = source?.name ?? speakerName({ voice, sourceId: source?.id ?? null }, voices);
  return withStanceWithin(name, stanceOf({ voice, ...draft }));
}
