import { useId } from "react";
import { channelWords, cueClassWords } from "@/lib/attributions/describe-attribution";
import { channel, cueClass } from "@/lib/attributions/schema";
import type { AttributionDraft } from "@/lib/discussion/draft-attribution";

type Props = { draft: AttributionDraft; onChange: (next: Partial<AttributionDraft>) => void };

const field =
  "min-h-9 pointer-coarse:min-h-11 w-full rounded-md border border-control bg-card px-2 text-card text-ink max-phone:text-body";

/** What is seldom needed: what the cue claims, by which way the words came, when, and whether they are denied. */
export function DetailFields({ draft, onChange }: Props) {
  const id = useId();
  const told = [
    draft.cue && draft.cueClass !== "neutral" ? cueClassWords[draft.cueClass] : null,
    draft.channel === "unknown" ? null : channelWords[draft.channel].toLowerCase(),
    draft.saidAt || null,
    draft.polarity === "negative" ? "denied" : null,
  ].filter(Boolean);
  return (
    <details className="text-card">
      <summary className="min-h-8 pointer-coarse:min-h-11 py-1 text-label text-muted">
        More{told.length > 0 && `: ${told.join(", ")}`}
      </summary>
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 pt-2">
        <label htmlFor={`${id}-channel`} className="flex flex-col gap-1 text-label">
          Channel
          <select
            id={`${id}-channel`}
            className={field}
            value={draft.channel}
            onChange={({ target }) => onChange({ channel: channel.parse(target.value) })}
          >
            {channel.options.map((one) => (
              <option key={one} value={one}>
                {channelWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-day`} className="flex flex-col gap-1 text-label">
          Said on
          <input
            id={`${id}-day`}
            type="date"
            className={field}
            value={draft.saidAt}
            onChange={({ target }) => onChange({ saidAt: target.value })}
          />
        </label>
        <label htmlFor={`${id}-class`} className="flex flex-col gap-1 text-label">
          The cue is
          <select
            id={`${id}-class`}
            className={field}
            disabled={!draft.cue}
            value={draft.cueClass}
            onChange={({ target }) => onChange(chosenClass(cueClass.parse(target.value)))}
          >
            {cueClass.options.map((one) => (
              <option key={one} value={one}>
                {cueClassWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label
          htmlFor={`${id}-denied`}
          className="flex min-h-9 pointer-coarse:min-h-11 items-center gap-2 self-end text-label"
        >
          <input
            id={`${id}-denied`}
            type="checkbox"
            className="size-4 accent-ink"
            checked={draft.polarity === "negative"}
            onChange={({ target }) => onChange({ polarity: target.checked ? "negative" : "positive" })}
          />
          They deny it
        </label>
      </div>
    </details>
  );
}

/** Whoever chooses a verb of denial means a denial; “did not deny” is one whose tick is taken away again. */
function chosenClass(chosen: AttributionDraft["cueClass"]): Partial<AttributionDraft> {
  return chosen === "denying" ? { cueClass: chosen, polarity: "negative" } : { cueClass: chosen };
}
