import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type Look = "primary" | "plain" | "quiet" | "faint" | "danger";

const looks: Record<Look, string> = {
  primary: "border-ink bg-ink text-paper hover:opacity-85",
  plain: "border-control bg-card text-ink hover:bg-sunk",
  quiet: "border-transparent bg-transparent text-link hover:bg-sunk",
  /** Where an icon or its place already says that it can be pressed. */
  faint: "border-transparent bg-transparent text-muted hover:bg-sunk hover:text-ink",
  danger: "border-failure bg-card text-failure hover:bg-failure-tint",
};

const sizes = {
  normal: "min-h-10 px-4 text-card pointer-coarse:min-h-11",
  small: "min-h-8 px-3 text-label pointer-coarse:min-h-11",
};

/** Class names of a button, for links that look like one. */
export function buttonClass(look: Look = "plain", size: keyof typeof sizes = "normal"): string {
  return classNames(
    "inline-flex select-none items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap max-magnified:whitespace-normal transition-[background-color] duration-150 disabled:opacity-50 aria-disabled:opacity-50",
    looks[look],
    sizes[size],
  );
}

/** For a button that holds a name: it takes a second line where it would run out of its box. */
export const wrapsClass = "!whitespace-normal wrap-anywhere py-1";

type Props = ComponentProps<"button"> & {
  look?: Look;
  size?: keyof typeof sizes;
  /** Work is under way: the button says so, keeps its width, and does nothing. */
  busy?: boolean;
};

export function Button({
  look = "plain",
  size = "normal",
  busy = false,
  className,
  type = "button",
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      // Not `disabled`: that would take the focus away from whoever has just pressed it.
      aria-disabled={busy || rest["aria-disabled"] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonClass(look, size), busy && "animate-pulse", className)}
    />
  );
}
