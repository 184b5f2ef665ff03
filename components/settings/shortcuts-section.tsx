"use client";

import { useState } from "react";
import { KeyOf } from "@/components/shortcuts/key-of";
import { useKeySettings } from "@/components/shortcuts/key-settings";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Settings } from "@/lib/settings/schema";
import { type ChosenKeys, type Context, canChange, contextOf, shortcutIds } from "@/lib/shortcuts/keys";
import { contextWords } from "@/lib/shortcuts/words";
import { Section } from "./section";
import { ShortcutRow } from "./shortcut-row";
import { useSaved } from "./use-saved";

const changeable = shortcutIds.filter(canChange);
const contexts = [...new Set(changeable.map(contextOf))];

/** The keys that are single letters: each can be changed, and all of them switched off. The help lists the others too. */
export function ShortcutsSection({ settings }: { settings: Settings }) {
  const { saving, save } = useSaved();
  const here = useKeySettings();
  const { letterKeys, keys } = useHydrated() ? here : settings;
  return (
    <Section id="shortcuts" title="Shortcuts" saving={saving}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <label className="flex min-w-0 flex-1 basis-72 items-start gap-3 text-card">
          <input
            type="checkbox"
            checked={letterKeys}
            onChange={({ target }) => void save({ letterKeys: target.checked })}
            className="mt-0.5 size-4 accent-ink"
          />
          <span>
            <span className="font-semibold">Use single letters as keys</span>
            <span className="block text-muted">
              Switch them off if you speak to the computer, or press keys by accident. Arrows, Enter, Esc and
              what goes with Ctrl stay.
            </span>
          </span>
        </label>
        <Button
          size="small"
          disabled={Object.keys(keys).length === 0}
          onClick={() => void save({ keys: null })}
        >
          Reset all keys
        </Button>
      </div>
      <div className="gap-x-10 desk:columns-2">
        {contexts.map((context) => (
          <ContextTable key={context} context={context} keys={keys} onSave={save} />
        ))}
      </div>
      <p className="text-card text-muted">
        <KeyOf id="everywhere.help" /> lists all keys of a page, also those that stay as they are.
      </p>
    </Section>
  );
}

type TableProps = { context: Context; keys: ChosenKeys; onSave: ReturnType<typeof useSaved>["save"] };

function ContextTable({ context, keys, onSave }: TableProps) {
  const [changing, setChanging] = useState<string | null>(null);
  const ids = changeable.filter((id) => contextOf(id) === context);
  return (
    <div className="mb-6 break-inside-avoid">
      <h3 className="mb-1 font-semibold text-card">{contextWords[context]}</h3>
      <ul className="divide-y divide-hairline border-hairline border-y text-card">
        {ids.map((id) => (
          <ShortcutRow
            key={id}
            id={id}
            keys={keys}
            isChanging={changing === id}
            onChanging={(on) => setChanging(on ? id : null)}
            onKey={(key) => onSave({ keys: { [id]: key } })}
          />
        ))}
      </ul>
    </div>
  );
}
