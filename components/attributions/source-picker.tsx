"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { VoiceLook } from "@/components/sources/source-colours";
import { SourceMark } from "@/components/sources/source-mark";
import { classNames } from "@/components/ui/class-names";
import { inputClass } from "@/components/ui/field";
import { isExactly, type Naming, rankSources, type SourceOption } from "@/lib/attributions/rank-sources";
import { call } from "@/lib/http/client";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { type SourceView, searchSources } from "@/lib/sources/schema";
import type { Span } from "@/lib/text/offsets";

type Props = {
  label: string;
  workspaceId: string;
  /** What is chosen now, as its name. */
  value: string;
  /** What was typed here before and not chosen. */
  typed?: string | null;
  sources: readonly SourceView[];
  usedHere: ReadonlySet<string>;
  namings: readonly Naming[];
  paragraph: Span;
  looks: ReadonlyMap<string, VoiceLook>;
  autoFocus?: boolean;
  error?: string | undefined;
  /** A choice beside the sources, at the end of the list: "Somebody whom the text does not name". */
  also?: string;
  /** Only sources that exist are offered, and never this one. */
  except?: string;
  onChoose: (option: SourceOption | null) => void;
  /** What is typed and not chosen yet, null when nothing is: it must not be stored as if it were the old choice. */
  onPending?: (typed: string | null) => void;
};

const nearness = { paragraph: "this paragraph", article: "this article", workspace: "" } as const;
const mostShown = 8;

/** A field in which a source is found or made: those of the paragraph first, then of the article, then all. */
export function SourcePicker(props: Props) {
  const { label, value, sources, usedHere, namings, paragraph, looks, also, except, onChoose } = props;
  const [query, setQuery] = useState<string | null>(props.typed ?? null);
  const [isOpen, setOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const found = useFoundSources(props.workspaceId, query ?? "", isOpen);
  const id = useId();
  const all = useMemo(() => {
    const known = new Set(sources.map((one) => one.id));
    return [...sources, ...found.filter((one) => !known.has(one.id))];
  }, [sources, found]);
  const options = useMemo(
    () =>
      isOpen
        ? rankSources({ query: query ?? "", paragraph, sources: all, usedHere, namings })
            .filter((one) => !except || (one.type === "known" && one.source.id !== except))
            .slice(0, mostShown)
        : [],
    [isOpen, query, paragraph, all, usedHere, namings, except],
  );
  const keys = also ? [...options.map(keyOf), alsoKey] : options.map(keyOf);
  const count = keys.length;
  const active = Math.max(0, keys.indexOf(activeKey ?? ""));
  // What is pointed at stays so when the answer of the search reorders the list: Enter takes what was seen.
  const shownKey = keys[active] ?? null;
  useEffect(() => {
    if (isOpen) setActiveKey(shownKey);
  }, [isOpen, shownKey]);
  const typed = query?.trim() ?? "";
  const isPending = typed !== "" && typed !== value;
  useEndOfPending(props.onPending);
  const error = props.error ?? (isPending && !isOpen ? `Choose “${typed}” in the list.` : undefined);

  /** In one step with the choice, so that whoever saves at once saves what was chosen. */
  function hold(next: string | null): void {
    setQuery(next);
    const now = next?.trim();
    props.onPending?.(now && now !== value ? now : null);
  }

  function choose(at: number): void {
    const option = options[at];
    if (!option && !(also && at === options.length)) return;
    onChoose(option ?? null);
    hold(null);
    setOpen(false);
  }

  /** The field is left: what names a source on the list exactly is chosen, anything else is kept and asked about. */
  function leave(): void {
    setOpen(false);
    if (!isPending) hold(null);
    const exact = options.filter((one) => one.nearness !== null && isExactly(one, typed));
    if (isPending && exact[0] && exact.length === 1) choose(options.indexOf(exact[0]));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      setOpen(true);
      setActiveKey(keys[(active + (key === "ArrowDown" ? 1 : -1) + count) % Math.max(1, count)] ?? null);
    } else if (key === "Enter" && isPending && !isOpen) {
      setOpen(true);
    } else if (key === "Enter" && isOpen && count > 0 && (isPending || !(event.ctrlKey || event.metaKey))) {
      choose(active);
    } else if (key === "Escape" && isOpen) {
      setOpen(false);
      hold(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1 block font-semibold text-label">
        {label}
      </label>
      <input
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count > 0 ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the form was asked for by a key or a press, to begin here
        autoFocus={props.autoFocus}
        placeholder="Name, or part of one"
        className={classNames(inputClass, "min-h-10 pointer-coarse:min-h-11 text-card max-phone:text-body")}
        value={query ?? value}
        onChange={({ target }) => {
          hold(target.value);
          setActiveKey(null);
          setOpen(true);
        }}
        onFocus={({ target }) => {
          target.select();
          if (value === "") setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div
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
            <Row
              key={keyOf(option)}
              id={`${id}-${at}`}
              option={option}
              look={option.type === "known" ? looks.get(option.source.id) : undefined}
              isActive={at === active}
              onPoint={() => setActiveKey(keyOf(option))}
              onChoose={() => choose(at)}
            />
          ))}
          {also && (
            <Option
              id={`${id}-${options.length}`}
              isActive={active === options.length}
              onPoint={() => setActiveKey(alsoKey)}
              onChoose={() => choose(options.length)}
            >
              <span className="text-muted">{also}</span>
            </Option>
          )}
          {count === 0 && (
            <p className="px-3 py-2 text-muted">
              {except && query ? "No other source has this name." : "Type a name."}
            </p>
          )}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 font-medium text-failure text-label">
          {error}
        </p>
      )}
    </div>
  );
}

const alsoKey = "also";

function keyOf(option: SourceOption): string {
  return option.type === "known" ? option.source.id : `new ${option.name}`;
}

/** A field that goes away has nothing pending. */
function useEndOfPending(tell: ((typed: string | null) => void) | undefined): void {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => () => latest.current?.(null), []);
}

type RowProps = {
  id: string;
  option: SourceOption;
  look: VoiceLook | undefined;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Row({ option, look, ...rest }: RowProps) {
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

type OptionProps = Omit<RowProps, "option" | "look"> & { children: React.ReactNode };

function Option({ id, isActive, onPoint, onChoose, children }: OptionProps) {
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
      className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 aria-selected:bg-sunk pointer-coarse:min-h-11"
      onPointerMove={onPoint}
      onClick={onChoose}
      onKeyDown={(event) => event.key === "Enter" && onChoose()}
    >
      {children}
    </div>
  );
}

const restMs = 150;

/** Sources of the workspace for what is typed, asked for when the typing rests. */
function useFoundSources(workspaceId: string, query: string, isAsked: boolean): SourceView[] {
  const [found, setFound] = useState<SourceView[]>([]);
  useEffect(() => {
    if (!isAsked) return;
    const end = new AbortController();
    const timer = setTimeout(() => {
      const given = { params: { workspaceId }, query: query ? { q: query } : {}, signal: end.signal };
      // Without an answer there are those of the article.
      call(searchSources, given).then(
        ({ sources }) => setFound(sources),
        () => undefined,
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [workspaceId, query, isAsked]);
  return found;
}
