"use client";

import { useEffect, useId, useRef } from "react";
import type { VoiceLook } from "@/components/sources/source-colours";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { useFocusAtOnce } from "@/components/ui/use-focus-at-once";
import { Option, SourceOption } from "./source-option";
import { keyOf, type SourceField, useSourceChoice } from "./use-source-choice";

type Props = SourceField & {
  label: string;
  /** The words above the field already say it to whoever sees them. */
  isLabelHidden?: boolean;
  looks: ReadonlyMap<string, VoiceLook>;
  autoFocus?: boolean;
};

/** A field in which a source is found or made: those of the paragraph first, then of the article, then all. */
export function SourcePicker({ label, isLabelHidden, looks, autoFocus = false, ...given }: Props) {
  const { value, also, except } = given;
  const field = useRef<HTMLInputElement>(null);
  const choice = useSourceChoice(given, field);
  const { query, options, count, active, isOpen, error, notice } = choice;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useFocusAtOnce(field, autoFocus);
  // The lower edge of the window, or of a sheet, may be just below the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is more or less to show
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen, count, notice]);

  return (
    <div className="relative">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "mb-1 block font-semibold text-label"}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count > 0 && active >= 0 ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Name, or part of one"
        className={classNames(inputClass, "min-h-10 pointer-coarse:min-h-11 text-card max-phone:text-body")}
        value={query ?? value}
        onChange={({ target }) => choice.type(target.value)}
        onFocus={({ target }) => {
          target.select();
          if (value === "") choice.show();
        }}
        onClick={choice.show}
        onBlur={choice.leave}
        onKeyDown={choice.onKeyDown}
      />
      {isOpen && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          tabIndex={-1}
          className="absolute inset-x-0 top-full z-50 mt-1 max-h-80 overflow-y-auto rounded-md border border-hairline bg-card py-1 text-card text-ink shadow-float"
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.map((option, at) => (
            <SourceOption
              key={keyOf(option)}
              id={`${id}-${at}`}
              option={option}
              look={option.type === "known" ? looks.get(option.source.id) : undefined}
              isActive={at === active}
              onPoint={() => choice.point(at)}
              onChoose={() => choice.choose(at)}
            />
          ))}
          {also && (
            <Option
              id={`${id}-${options.length}`}
              isActive={active === options.length}
              onPoint={() => choice.point(options.length)}
              onChoose={() => choice.choose(options.length)}
            >
              <span className="text-muted">{also}</span>
            </Option>
          )}
          {count === 0 && (
            <p className="px-3 py-2 text-muted">
              {except && query ? "No other source has this name." : "Type a name."}
            </p>
          )}
          {notice && (
            // Screen readers have been told.
            <p
              aria-hidden
              className="sticky -bottom-1 border-hairline border-t bg-card px-3 py-2 text-label text-muted"
            >
              {notice}
            </p>
          )}
        </div>
      )}
      {notice && !isOpen && (
        <p aria-hidden className="mt-1 text-label text-muted">
          {notice}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 font-medium text-failure text-label">
          {error}
        </p>
      )}
    </div>
  );
}
