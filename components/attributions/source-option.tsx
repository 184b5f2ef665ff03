"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { VoiceLook } from "@/components/sources/source-colours";
import { SourceMark } from "@/components/sources/source-mark";
import type { SourceOption as Offered } from "@/lib/attributions/rank-sources";
import { sourceKindWords } from "@/lib/sources/kind-words";

const nearness = { paragraph: "this paragraph", article: "this article", workspace: "" } as const;

type RowProps = {
  id: string;
  option: Offered;
  look: VoiceLook | undefined;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

/** A source that is offered: one that exists, or a new one of this name. */
export function SourceOption({ option, look, ...rest }: RowProps) {
  const name = option.type === "known" ? option.source.name : option.name;
  const kind = sourceKindWords[option.type === "known" ? option.source.kind : option.kind];
  return (
    <Option {...rest}>
      {option.type === "known" ? (
        <SourceMark name={name} look={look} small />
      ) : (
        <span aria-hidden className="w-6 text-center text-muted">
          +
        </span>
      )}
      <span className="min-w-0 flex-1 truncate">
        {option.type === "new" && <span className="sr-only">New source: </span>}
        {name}
        {option.type === "known" && option.source.role && (
          <span className="text-muted"> · {option.source.role}</span>
        )}
      </span>
      <span className="shrink-0 text-label text-muted">
        {option.nearness && nearness[option.nearness] ? nearness[option.nearness] : kind}
      </span>
    </Option>
  );
}

type OptionProps = Omit<RowProps, "option" | "look"> & { children: ReactNode };

/** A row of a list to choose from. */
export function Option({ id, isActive, onPoint, onChoose, children }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 aria-selected:bg-chosen aria-selected:shadow-chosen pointer-coarse:min-h-11"
      onPointerMove={onPoint}
      onClick={onChoose}
      onKeyDown={(event) => event.key === "Enter" && onChoose()}
    >
      {children}
    </div>
  );
}
