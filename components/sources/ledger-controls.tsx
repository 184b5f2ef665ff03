"use client";

import { Search } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { flagWords } from "@/lib/attributions/flag-words";
import type { LedgerFlag } from "@/lib/attributions/ledger";
import { sourceKind } from "@/lib/sources/schema";
import { KindOptions } from "./kind-options";
import type { LedgerView } from "./sort-ledger";

type Props = { view: LedgerView; onView: (view: LedgerView) => void };

const flags = Object.keys(flagWords) as LedgerFlag[];

/** Narrows a ledger by name, kind and flag. */
export function LedgerControls({ view, onView }: Props) {
  const find = (words: string) => onView({ ...view, words });
  const field = useEarlyInput<HTMLInputElement>(view.words, find);
  return (
    <search className="mb-4 flex flex-wrap gap-2">
      <span className="relative flex-1 basis-64">
        <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3 size-4 text-muted" />
        <input
          ref={field}
          type="search"
          aria-label="Find a source by name"
          placeholder="Find a source by name"
          maxLength={200}
          className={classNames(inputClass, "pl-9")}
          value={view.words}
          onChange={({ target }) => find(target.value)}
        />
      </span>
      <span className="flex-1 basis-36 phone:max-w-48">
        <select
          aria-label="Kind"
          className={inputClass}
          value={view.kind ?? ""}
          onChange={({ target }) =>
            onView({ ...view, kind: sourceKind.safeParse(target.value).data ?? null })
          }
        >
          <option value="">All kinds</option>
          <KindOptions />
        </select>
      </span>
      <span className="flex-1 basis-36 phone:max-w-56">
        <select
          aria-label="Flag"
          className={inputClass}
          value={view.flag ?? ""}
          onChange={({ target }) =>
            onView({ ...view, flag: flags.find((one) => one === target.value) ?? null })
          }
        >
          <option value="">All flags</option>
          {flags.map((flag) => (
            <option key={flag} value={flag}>
              {flagWords[flag]}
            </option>
          ))}
        </select>
      </span>
    </search>
  );
}
