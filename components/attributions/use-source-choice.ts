import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { announce } from "@/components/ui/announcer";
import {
  isAmbiguous,
  isExactly,
  type Naming,
  rankSources,
  type SourceOption,
  staysFirst,
  withoutTitles,
} from "@/lib/attributions/rank-sources";
import { call } from "@/lib/http/client";
import { type SourceView, searchFor, searchSources } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import type { Span } from "@/lib/text/offsets";
import { askAtRest } from "./ask-at-rest";
import {
  activeRow,
  enter,
  isSeen,
  look,
  point,
  type Rows,
  type Step,
  send,
  type Turn,
  turn,
  untouched,
} from "./picking";

export type SourceField = {
  workspaceId: string;
  /** What is chosen now, as its name. */
  value: string;
  /** What was typed here before and not chosen. */
  typed?: string | null;
  /** What stands in the field is a name that several have: of them only one that is pointed at is taken. */
  isLeftOpen?: boolean;
  sources: readonly SourceView[];
  usedHere: ReadonlySet<string>;
  namings: readonly Naming[];
  paragraph: Span;
  error?: string | undefined;
  /** A choice beside the sources, at the end of the list: "Somebody whom the text does not name". */
  also?: string;
  /** Only sources that exist are offered, and never this one. */
  except?: string;
  /** Answers whether it takes the choice: what it refuses, it says why. */
  onChoose: (option: SourceOption | null) => boolean;
  /** All that stood in the field was taken out: what was chosen is not meant any more. */
  onCleared?: () => void;
  /** What is typed and not chosen yet, null when nothing is: it must not be stored as if it were the old choice. */
  onPending?: (typed: string | null) => void;
};

const mostShown = 8;

/** What is typed into a field for a source, what is offered for it, and how one of that is chosen. */
export function useSourceChoice(given: SourceField, field: RefObject<HTMLInputElement | null>) {
  const { value, sources, usedHere, namings, paragraph, also, except, onChoose } = given;
  const [query, setQuery] = useState<string | null>(given.typed ?? null);
  const [isOpen, setOpen] = useState(false);
  const [picking, setPicking] = useState(untouched);
  // Enter was pressed where it can take none: which one is meant has been asked.
  const [isUnclear, setUnclear] = useState(false);
  const isByForm = useRef(false);
  // An Enter that waits does so also when the field is left.
  const isAsked = isOpen || picking.held !== null;
  const { found, isAnswered } = useFoundSources(given.workspaceId, query ?? "", isAsked);
  const all = useMemo(() => {
    const known = new Set(sources.map((one) => one.id));
    return [...sources, ...found.filter((one) => !known.has(one.id))];
  }, [sources, found]);
  const options = useMemo(
    () =>
      isAsked
        ? rankSources({ query: query ?? "", paragraph, sources: all, usedHere, namings })
            .filter((one) => !except || (one.type === "known" && one.source.id !== except))
            .slice(0, mostShown)
        : [],
    [isAsked, query, paragraph, all, usedHere, namings, except],
  );
  const keys = also ? [...options.map(keyOf), alsoKey] : options.map(keyOf);
  const count = keys.length;
  const typed = query?.trim() ?? "";
  // Before anything is typed Enter takes nobody whom the paragraph does not name.
  const isAnybody = typed === "" && options[0]?.nearness !== "paragraph" && picking.pointed === null;
  const isAsking = (given.isLeftOpen === true || isUnclear) && picking.pointed === null;
  const active = isAnybody || isAsking ? -1 : activeRow(keys, picking);
  const isPending = typed !== "" && typed !== value;
  useEndOfPending(given.onPending);
  const isLooking = useIsLong(picking.held !== null);
  const unseen = options.find((one) => keyOf(one) === picking.unseen);
  const isTold = isUnclear && isAsking;
  const notice = isLooking ? lookingFor(typed) : isTold ? whichOf(typed) : unseen ? noticeOf(unseen) : null;
  useAnnounced(notice);
  const error = given.error ?? (isPending && !isAsked ? `Choose ${inQuotes(typed)} in the list.` : undefined);

  /** In one step with the choice, so that whoever saves at once saves what was chosen. */
  function hold(next: string | null): void {
    setQuery(next);
    const now = next?.trim();
    given.onPending?.(now && now !== value ? now : null);
  }

  function turnList(how: Turn): void {
    setOpen(how !== "closed");
    setUnclear(false);
    setPicking((now) => turn(now, how));
  }

  function rowsNow(): Rows {
    const isSure = options[0] !== undefined && staysFirst(options[0], typed);
    return { keys, isAnswered: isAnswered || isSure, at: Date.now() };
  }

  const sendForm = useHeldForm(field, picking.held !== null, () => setPicking(send));

  function follow({ picking: next, taken, isSent }: Step): void {
    // Whoever means the whole form does not look at the row that is first.
    const isToAsk = taken !== next.pointed && (isSent || isByForm.current) && isAmbiguous(options, typed);
    if (taken !== null && isToAsk) setUnclear(true);
    const isTaken = taken !== null && !isToAsk && choose(keys.indexOf(taken));
    if ((taken === null || isToAsk) && next !== picking) setPicking(next);
    if (isTaken && isSent) sendForm();
  }

  useEffect(() => {
    if (isAsked) follow(look(picking, rowsNow()));
  });

  function choose(at: number): boolean {
    const option = options[at];
    if (!option && !(also && at === options.length)) return false;
    const isTaken = onChoose(option ?? null);
    hold(null);
    turnList("closed");
    return isTaken;
  }

  /**
   * The field is left: what names a source on the list exactly is chosen when it can have been seen there, as by Enter;
   * anything else is kept and asked about, once no Enter waits any more.
   */
  function leave(): void {
    setOpen(false);
    if (picking.held) return;
    if (!isPending) hold(null);
    const exact = options.filter((one) => one.nearness !== null && isExactly(one, typed));
    const [only] = exact.length === 1 ? exact : [];
    const isToTake = isPending && !isAsking && only && isSeen(picking, keyOf(only), Date.now());
    if (isToTake && only.type === "known") choose(options.indexOf(only));
    else if (isToTake && only === options[0]) follow(enter(point(picking, null), rowsNow()));
    else turnList("closed");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { key } = event;
    // A key that is held down is one press: what it has chosen is not sent with the next of the same.
    if (key === "Enter" && event.repeat) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if ((key === "ArrowDown" || key === "ArrowUp") && !isOpen) {
      turnList("shown");
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      const step = key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1 + count;
      const next = keys[step % Math.max(1, count)];
      setPicking((now) => point(now, next ?? null));
    } else if (key === "Enter" && picking.held && (event.ctrlKey || event.metaKey)) {
      setPicking(send);
    } else if (key === "Enter" && isPending && !isOpen) {
      turnList("shown");
    } else if (key === "Enter" && isOpen && isForTheList(event)) {
      isByForm.current = event.ctrlKey || event.metaKey;
      if (isAsking) setUnclear(true);
      else follow(enter(picking, rowsNow()));
    } else if (key === "Escape" && isOpen) {
      turnList("closed");
      hold(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Enter sends the form where there is nothing to choose, with Ctrl also where nothing was typed. */
  function isForTheList({ ctrlKey, metaKey }: KeyboardEvent): boolean {
    return isPending ? count > 0 || !isAnswered : count > 0 && active >= 0 && !(ctrlKey || metaKey);
  }

  return {
    query,
    options,
    count,
    active,
    isOpen,
    error,
    notice,
    type: (next: string) => {
      hold(next);
      // An empty field names nobody: what was chosen must not be stored from behind it.
      if (next.trim() === "" && value !== "") given.onCleared?.();
      turnList("typed");
    },
    show: () => {
      if (!isOpen) turnList("shown");
    },
    point: (at: number) => setPicking((now) => point(now, keys[at] ?? null)),
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

/** An Enter that waits for so long is told of, ms: a search is mostly answered before. */
const longMs = 400;

/** True once something has lasted so long that a person asks what it is. */
function useIsLong(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLong(true), longMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isOn]);
  return isLong && isOn;
}

/** Has screen readers hear what is told beside the field. */
function useAnnounced(notice: string | null): void {
  useEffect(() => {
    if (notice) announce(notice);
  }, [notice]);
}

/** What is said while Enter waits for the search. */
function lookingFor(typed: string): string {
  return typed ? `Looking whether ${inQuotes(typed)} is known…` : "Looking for sources…";
}

/** What is asked where Enter can take none, since several bear what was typed. */
function whichOf(typed: string): string {
  return `Several may be meant by ${inQuotes(typed)}: choose one in the list.`;
}

/** What is said where Enter has chosen nothing, since this row has come under it. */
function noticeOf(option: SourceOption): string {
  return option.type === "known"
    ? `${option.source.name} is known here: Enter takes this source.`
    : `The list has changed: Enter makes ${inQuotes(option.name)} a source.`;
}

/**
 * Keeps the form from being sent while a choice in the field waits, and has it heard of instead. What it gives back
 * sends the form once what is chosen in the same step is drawn, also where the field goes with that.
 */
function useHeldForm(
  field: RefObject<HTMLInputElement | null>,
  isHeld: boolean,
  onSend: () => void,
): () => void {
  const toSend = useRef<HTMLFormElement | null>(null);
  const latest = useRef(onSend);
  // At once: a submit may come right behind the Enter that waits.
  useLayoutEffect(() => {
    latest.current = onSend;
  });
  useLayoutEffect(() => {
    const form = field.current?.form;
    if (!isHeld || !form) return;
    const hear = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    form.addEventListener("submit", hear);
    return () => form.removeEventListener("submit", hear);
  }, [field, isHeld]);
  useEffect(() => {
    sendOnce(toSend);
  });
  // The field has gone with the choice: what is around it is up to date a moment later.
  useEffect(() => () => queueMicrotask(() => sendOnce(toSend)), []);
  return () => {
    toSend.current = field.current?.form ?? null;
  };
}

function sendOnce(toSend: RefObject<HTMLFormElement | null>): void {
  const form = toSend.current;
  toSend.current = null;
  form?.requestSubmit();
}

/** A field that goes away has nothing pending. */
function useEndOfPending(tell: ((typed: string | null) => void) | undefined): void {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => () => latest.current?.(null), []);
}

/** Sources of the workspace for what is typed, asked for when the typing rests, and whether that has been answered. */
function useFoundSources(
  workspaceId: string,
  query: string,
  isAsked: boolean,
): { found: SourceView[]; isAnswered: boolean } {
  const [{ found, answered }, setAnswer] = useState<Answer>({ found: [], answered: null });
  const wanted = searchFor(withoutTitles(query));
  const q = wanted ? (wanted.q ?? "") : null;
  useEffect(() => {
    if (!isAsked || q === null) return;
    return askAtRest(
      (signal) => call(searchSources, { params: { workspaceId }, query: q ? { q } : {}, signal }),
      // Without an answer there are those of the article.
      (answer) => setAnswer(({ found }) => ({ found: answer?.sources ?? found, answered: q })),
    );
  }, [workspaceId, q, isAsked]);
  return { found, isAnswered: q === null || answered === q };
}

/** What a search has found last, and what for; a failed one leaves what was found. */
type Answer = { found: SourceView[]; answered: string | null };
