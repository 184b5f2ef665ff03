"use client";

import { useRoom } from "@/components/discussion/room";
import { OnItsWay } from "@/components/outbox/on-its-way";
import {
  directnessWords,
  reporterWords,
  unnamedWords,
  withStance,
} from "@/lib/attributions/describe-attribution";
import type { SourceChoice } from "@/lib/attributions/schema";
import { stanceOf } from "@/lib/attributions/stance";
import type { Voices } from "@/lib/attributions/voices";
import type { SaidAttribution } from "@/lib/discussion/outbox";
import { rootOf } from "@/lib/sources/merged";
import { inQuotes } from "@/lib/text/in-quotes";

type Props = { saying: SaidAttribution; quote: string; onChange: () => void };

/** Who said it, as I have recorded it and the server does not know yet. */
export function WaitingAttribution({ saying, quote, onChange }: Props) {
  const { voices } = useRoom();
  const { directness } = saying.content;
  const name = withStance(nameIn(saying, voices), stanceOf(saying.content));
  return (
    <OnItsWay saying={saying} label="Who said it" copy={`${name}: ${inQuotes(quote)}`} onChange={onChange}>
      <p>
        <span className="font-semibold">{name}</span>
        {directness && `, ${directnessWords[directness]}`}
        <span className="text-muted"> · you</span>
      </p>
    </OnItsWay>
  );
}

function nameIn({ content, draft }: SaidAttribution, { sources }: Pick<Voices, "sources">): string {
  if (content.voice === "reporter") return reporterWords;
  // One that this article does not know yet is named in the form alone.
  return nameOfSource(content.source, sources) ?? draft?.source?.name ?? unnamedWords;
}

function nameOfSource(source: SourceChoice, sources: Voices["sources"]): string | undefined {
  if (!source) return undefined;
  if ("newSource" in source) return source.newSource.name;
  return sources.get(rootOf(source.sourceId, sources))?.name;
}
