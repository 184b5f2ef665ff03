import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import type { KeyHint } from "./key-settings";

/** Opens the palette, for whoever does not know its key. */
export function FindButton({
  keyHint,
  ...rest
}: { keyHint?: KeyHint | undefined } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      type="button"
      aria-label="Find anything"
      aria-keyshortcuts={keyHint?.aria}
      title={keyHint ? `Find anything (${keyHint.shown})` : "Find anything"}
      className="inline-flex size-10 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink max-tiny:size-9"
    >
      <Search aria-hidden className="size-5" />
    </button>
  );
}
