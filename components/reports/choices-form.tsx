"use client";

import { useLayoutEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { choiceNames, choicesIn, choicesQuery } from "@/lib/reports/choices";
import type { ReportChoices } from "@/lib/reports/schema";

const labels: Record<keyof ReportChoices, { label: string; hint: string }> = {
  names: { label: "Names of colleagues", hint: "who resolved, and who sees it differently" },
  discussion: {
    label: "Dissent and open questions",
    hint: "who sees it differently, and what is still discussed; no comments",
  },
  unresolved: { label: "Passages not resolved yet", hint: "shown as open" },
  evidence: { label: "Evidence", hint: "titles, addresses and excerpts" },
};

type Props = {
  address: string;
  chosen: ReportChoices;
  isPending: boolean;
  onChoose: (choices: ReportChoices) => void;
};

/**
 * What the report holds. The choices are in the address, so that they print and can be passed on; a plain form without
 * scripts.
 */
export function ChoicesForm({ address, chosen, isPending, onChoose }: Props) {
  const isHydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);

  // What was ticked before the scripts ran: React neither hears of it nor keeps it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anything else is rendered
  useLayoutEffect(() => {
    if (!form.current) return;
    const early = choicesIn(new FormData(form.current).getAll("show").map(String));
    if (early && choicesQuery(early) !== choicesQuery(chosen)) onChoose(early);
  }, []);

  return (
    <form ref={form} action={address} autoComplete="off" aria-busy={isPending || undefined}>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold text-card">What it holds</legend>
        <input type="hidden" name="show" value="" />
        {choiceNames.map((name) => (
          <label key={name} className="flex min-h-6 items-start gap-3 text-card pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="show"
              value={name}
              checked={chosen[name]}
              onChange={(event) => onChoose({ ...chosen, [name]: event.target.checked })}
              className="mt-0.5 size-4 shrink-0 accent-ink"
            />
            <span>
              {labels[name].label}
              <span className="block text-label text-muted">{labels[name].hint}</span>
            </span>
          </label>
        ))}
        {!isHydrated && (
          <button type="submit" className={buttonClass("plain", "small")}>
            Show
          </button>
        )}
      </fieldset>
    </form>
  );
}
