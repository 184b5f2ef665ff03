import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A button that is only an icon; `label` is its name and its hint. */
export function IconButton({
  label,
  hint = label,
  className,
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "title"> & { label: string; hint?: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={hint}
      className={classNames(
        "flex size-9 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunk hover:text-ink disabled:opacity-50 aria-disabled:opacity-50",
        className,
      )}
    />
  );
}
