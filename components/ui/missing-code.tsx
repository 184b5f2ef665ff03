"use client";

import { Notice } from "./notice";
import { useHydrated } from "./use-hydrated";

/** Says why buttons do nothing, where the code behind them has not come (note-missing-code.ts). */
export function MissingCode() {
  if (useHydrated()) return null;
  return (
    <div className="missing-code hidden in-data-[code=missing]:block print:hidden">
      <Notice kind="error" className="mx-auto max-w-room">
        Part of this page did not load, so its buttons may do nothing.{" "}
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is that of the page itself, and needs no script */}
        <a className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11" href="">
          Load the page again
        </a>
      </Notice>
    </div>
  );
}
