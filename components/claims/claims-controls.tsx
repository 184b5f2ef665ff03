"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { filterWords, voiceWords } from "@/lib/claims/claim-words";
import { addressOfClaims, readClaimsAddress } from "@/lib/claims/read-claims-address";
import { claimState } from "@/lib/claims/row-schema";
import { claimKindWords } from "@/lib/passages/kind-words";
import { claimKind } from "@/lib/passages/schema";
import { useGo } from "./go-link";
import type { TableProps } from "./table-view";

const orders = [
  ["text", "Text order"],
  ["agreement", "Split first"],
  ["so", "Is it so: worst first"],
  ["said", "Did they say so: worst first"],
  ["evidence", "Most evidence"],
  ["updated", "Latest change"],
] as const;

/** Narrows and orders the table: a plain form whose choices are in the address; with scripts each choice counts at once. */
export function ClaimsControls({ articleId, asked, answer }: TableProps) {
  const form = useRef<HTMLFormElement>(null);
  const [go, isGoing] = useGo();
  const { counts, sources } = answer;
  const apply = () => {
    if (!form.current) return;
    const given = Object.fromEntries(
      [...new FormData(form.current)].map(([key, value]) => [key, String(value)]),
    );
    const next = readClaimsAddress(given);
    if (next) go(addressOfClaims(articleId, next));
  };
  // What was chosen before the scripts ran.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    const selects = Array.from(form.current?.querySelectorAll("select") ?? []);
    if (selects.some((one) => one.value !== (one.dataset.asked ?? ""))) apply();
  }, []);
  const select = (name: "state" | "source" | "kind" | "mine" | "sort", label: string, options: ReactNode) => (
    <label className="flex min-w-0 flex-1 basis-36 flex-col gap-1 text-label font-semibold max-phone:shrink-0">
      {label}
      <select
        // The address may change under it: a link to a cell, the way back.
        key={asked[name] ?? ""}
        name={name}
        className={classNames(inputClass, "font-normal")}
        defaultValue={asked[name] ?? ""}
        data-asked={asked[name] ?? ""}
        onChange={apply}
      >
        {options}
      </select>
    </label>
  );
  return (
    <search className="mb-4 block print:hidden">
      <form
        ref={form}
        action={`/articles/${articleId}/claims`}
        aria-busy={isGoing || undefined}
        // On a phone one row, which fades at the edge over which it goes on: five fields would push the claims away.
        className="-mx-4 flex items-end gap-3 overflow-x-auto py-1 scroll-pr-12 pr-12 pl-4 mask-r-from-88% phone:mx-0 phone:flex-wrap phone:overflow-visible phone:p-0 phone:mask-none"
      >
        {asked.cell && <input type="hidden" name="cell" value={asked.cell} />}
        {select(
          "state",
          "State",
          <>
            <option value="">All</option>
            {claimState.options.map((state) => (
              <option key={state} value={state}>
                {filterWords[state]} ({counts[state]})
              </option>
            ))}
          </>,
        )}
        {select(
          "source",
          "Source",
          <>
            <option value="">All</option>
            <option value="reporter">{voiceWords.reporter}</option>
            <option value="differing">{voiceWords.differing}</option>
            <option value="none">{voiceWords.none}</option>
            {sources.map(({ id, name, passages }) => (
              <option key={id} value={id}>
                {name} ({passages})
              </option>
            ))}
          </>,
        )}
        {select(
          "kind",
          "Kind of claim",
          <>
            <option value="">All</option>
            {claimKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {claimKindWords[kind]}
              </option>
            ))}
          </>,
        )}
        {select(
          "mine",
          "Whose",
          <>
            <option value="">Everybody’s</option>
            <option value="mine">Mine</option>
            <option value="assigned">Assigned to me</option>
          </>,
        )}
        {select(
          "sort",
          "Order",
          <>
            {orders.map(([order, label]) => (
              <option key={order} value={order === "text" ? "" : order}>
                {label}
              </option>
            ))}
            {asked.sort?.startsWith("-") && <option value={asked.sort}>The other way round</option>}
          </>,
        )}
        <noscript>
          <Button type="submit">Show</Button>
        </noscript>
      </form>
    </search>
  );
}
