"use client";

import { copyText } from "./copy-button";

type Props = {
  /** What it is: "Draft". */
  what: string;
  words: string;
  /** Throws it away; it goes from the page with that. */
  onDiscard?: () => void;
};

/** Something half written, in full, where it can be read and copied but not gone on with. */
export function KeptWords({ what, words, onDiscard }: Props) {
  const button = "link min-h-6 pointer-coarse:min-h-11";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label={what} className="border-hairline border-l-2 pl-2 text-label text-muted">
      <p className="wrap-anywhere whitespace-pre-line">
        {what}: <span className="text-ink">{words}</span>
      </p>
      <p className="flex items-baseline gap-2">
        <button type="button" className={button} onClick={() => void copyText(words, "Copied")}>
          Copy<span className="sr-only"> {what}</span>
        </button>
        {onDiscard && (
          <>
            <span aria-hidden>·</span>
            <button type="button" className={button} onClick={onDiscard}>
              Discard<span className="sr-only"> {what}</span>
            </button>
          </>
        )}
      </p>
    </div>
  );
}
