"use client";

import { useState } from "react";
import { saveSettings } from "@/components/settings/save-settings";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { type Context, contextOf, isSingle, keysOf, shortcutIds } from "@/lib/shortcuts/keys";
import { contextWords, shortcutWords } from "@/lib/shortcuts/words";
import { KeyCaps } from "./key-caps";
import { useKeySettings } from "./key-settings";
import type { BoxProps } from "./page-key-listener";

const inArticle: Context[] = ["text", "picked", "selection", "passage", "verdict", "suggestion", "composer"];

/** Where keys count on this page. */
function contextsOf(address: string): Context[] {
  if (/^\/articles\/[0-9a-f-]{36}$/.test(address)) return [...inArticle, "everywhere"];
  if (address === "/notifications") return ["lists", "notifications", "everywhere"];
  if (/^\/articles\/[^/]+\/claims$/.test(address)) return ["lists", "claims", "everywhere"];
  const isList = address === "/" || /^(?:\/articles\/[^/]+)?\/sources$/.test(address);
  return isList ? ["lists", "everywhere"] : ["everywhere"];
}

/** The keys of this page as this person has them, and the switch for those who do not want single letters. */
export function KeysHelp({ onClose }: BoxProps) {
  const { letterKeys } = useKeySettings();
  const [problem, setProblem] = useState<string | null>(null);
  const contexts = contextsOf(window.location.pathname);
  const isLong = contexts.length > 2;
  const change = (on: boolean) => {
    setProblem(null);
    saveSettings({ letterKeys: on }).catch((error: Error) => setProblem(error.message));
  };
  return (
    <Dialog open onOpenChange={onClose} title="Keys of this page" isWide={isLong}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-card">
        <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-ink"
            checked={letterKeys}
            onChange={({ target }) => change(target.checked)}
          />
          Use single letters as keys
        </label>
        <a
          className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
          href="/settings#shortcuts"
        >
          Change keys
        </a>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className={isLong ? "gap-x-10 phone:columns-2" : ""}>
        {contexts.map((context) => (
          <KeyGroup key={context} context={context} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ context }: { context: Context }) {
  const { letterKeys, keys } = useKeySettings();
  const ids = shortcutIds.filter((id) => contextOf(id) === context);
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 font-semibold text-card">{contextWords[context]}</h3>
      <dl className="text-card">
        {ids.map((id) => {
          const usable = keysOf(id, keys).filter((key) => letterKeys || !isSingle(key));
          return (
            <div key={id} className="flex break-inside-avoid items-baseline gap-3 py-0.5">
              <dt className="flex w-28 shrink-0 flex-wrap gap-1">
                {usable.map((key) => (
                  <KeyCaps key={key} of={key} />
                ))}
                {usable.length === 0 && <span className="text-muted">off</span>}
              </dt>
              <dd className="text-muted">{shortcutWords[id]}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
