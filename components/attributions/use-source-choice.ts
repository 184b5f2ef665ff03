import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { isExactly, type Naming, rankSources, type SourceOption } from "@/lib/attributions/rank-sources";
import { call } from "@/lib/http/client";
import { type SourceView, searchFor, searchSources } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Span } from "@/lib/text/offsets";

export type SourceField = {
  workspaceId: string;
  /** What is chosen now, as its name. */
  value: string;
  /** What was typed here before and not chosen. */
  typed?: string | null;
  sources: readonly SourceView[];
  usedHere: ReadonlySet<string>;
  namings: readonly Naming[];
  paragraph: Span;
  error?: string | undefined;
  /** A choice beside the sources, at the end of the list: "Somebody whom the text does not name". */
  also?: string;
  /** Only sources that exist are offered, and never this one. */
  except?: string;
  onChoose: (option: SourceOption | null) => void;
  /** What is typed and not chosen yet, null when nothing is: it must not be stored as if it were the old choice. */
  onPending?: (typed: string | null) => void;
};

const mostShown = 8;

/** What is typed into a field for a source, what is offered for it, and how one of that is chosen. */
export function useSourceChoice(given: SourceField) {
  const { value, sources, usedHere, namings, paragraph, also, except, onChoose } = given;
  const [query, setQuery] = useState<string | null>(given.typed ?? null);
  const [isOpen, setOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const found = useFoundSources(given.workspaceId, query ?? "", isOpen);
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
  useEndOfPending(given.onPending);
  const error = given.error ?? (isPending && !isOpen ? `Choose ${inQuotes(typed)} in the list.` : undefined);

  /** In one step with the choice, so that whoever saves at once saves what was chosen. */
  function hold(next: string | null): void {
    setQuery(next);
    const now = next?.trim();
    given.onPending?.(now && now !== value ? now : null);
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

  return {
    query,
    options,
    count,
    active,
    isOpen,
    error,
    type: (next: string) => {
      hold(next);
      setActiveKey(null);
      setOpen(true);
    },
    show: () => setOpen(true),
    point: (at: number) => setActiveKey(keys[at] ?? null),
    choose,
    leave,
    onKeyDown,
  };
}

const alsoKey = "also";

/** What a row of the list is known by. */
export function keyOf(option: SourceOption): string {
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

const restMs = 150;

/** Sources of the workspace for what is typed, asked for when the typing rests. */
function useFoundSources(workspaceId: string, query: string, isAsked: boolean): SourceView[] {
  const [found, setFound] = useState<SourceView[]>([]);
  useEffect(() => {
    const wanted = searchFor(query);
    if (!isAsked || !wanted) return;
    const end = new AbortController();
    const timer = setTimeout(() => {
      const given = { params: { workspaceId }, query: wanted, signal: end.signal };
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
