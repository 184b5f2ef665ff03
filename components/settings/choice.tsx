"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names";

type Option<V extends string> = { value: V; label: string; className?: string };

type Props<V extends string> = {
  legend: string;
  hint?: string;
  options: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
};

/** One of a few, all of them in sight: a row of radio buttons that look like one control. */
export function Choice<V extends string>({ legend, hint, options, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="min-w-0" {...(hint ? { "aria-describedby": `${name}-hint` } : {})}>
      <legend className="mb-1.5 font-semibold text-card">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "flex min-h-10 cursor-pointer items-center gap-2 rounded-md border border-control bg-card px-3 text-card pointer-coarse:min-h-11 hover:bg-sunk has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
              option.className,
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="size-4 shrink-0 accent-link outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="mt-1.5 text-label text-muted">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
