import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Hint } from "./hint";

/** A button that is only an icon; `label` is its name, and its hint unless there is another. */
export function IconButton({
  label,
  hint = label,
  className,
  children,
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "title"> & { label: string; hint?: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      {...(hint === label ? { title: label } : {})}
      className={classNames(
        "flex size-9 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink disabled:opacity-50 aria-disabled:opacity-50",
        hint !== label && "relative",
        className,
      )}
    >
      {children}
      {hint !== label && <Hint>{hint}</Hint>}
    </button>
  );
}
