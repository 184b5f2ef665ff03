import {
  ChevronDown,
  ChevronUp,
  Ellipsis,
  Eye,
  EyeOff,
  Keyboard,
  Lightbulb,
  LightbulbOff,
  ListFilter,
  MessageSquareText,
  TextSearch,
} from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { share } from "@/components/attributions/coverage-words";
import type { KeyHint } from "@/components/shortcuts/key-settings";
import { withKey } from "@/components/shortcuts/with-key";
import { classNames } from "@/components/ui/class-names";
import { Hint } from "@/components/ui/hint";
import type { ShortcutId } from "@/lib/shortcuts/keys";

/** What the bar says, as far as it can be said before anything is held in the browser. */
export type BarWords = {
  /** "3 of 12", or "12". */
  place: string;
  /** " passages", or nothing where the number says it. */
  noun: string;
  /** The number is that of all passages; by itself it would not say of what. */
  isTotal: boolean;
  isEmpty: boolean;
  unread: number;
  /** Words of the story, and those of them that somebody has examined. */
  words: number;
  examined: number;
  /** How many suggestions there are for somebody who decides on them, else 0. */
  suggestions: number;
  /** Whether found words may be marked, or only read. */
  mayMark: boolean;
};

/** What is switched on in it, and what its buttons do. */
type BarControls = {
  conditions: number;
  isFilterOpen: boolean;
  isQuiet: boolean;
  isListOpen: boolean;
  isSuggesting: boolean;
  onFilterOpen: () => void;
  onQuiet: () => void;
  onList: () => void;
  onByWords: () => void;
  onCoverage: () => void;
  onSuggesting: () => void;
  onStep: (by: 1 | -1) => void;
  onNextUnread: () => void;
  onKeys: () => void;
};

type Props = {
  words: BarWords;
  /** The person's keys, where they are known. */
  keyOf?: (id: ShortcutId) => KeyHint | undefined;
  /** Without them the bar stands in for the one that comes with the room. */
  controls?: BarControls;
  /** Who else is here. */
  presence?: ReactNode;
  /** What the bar has no room for on a phone. */
  more: ReactNode;
  /** What opens under it, and what holds for all of the page: in sight however far down one has read. */
  below?: ReactNode;
};

/** What goes into “More” on a phone, and beside a drawer that leaves as little room. */
const roomy = "max-phone:hidden @max-bar:hidden";

/** Above the text: how many passages there are, the way through them, what to show of them, and who else is here. */
export function BarView({ words, keyOf, controls, presence, more, below }: Props) {
  const { conditions = 0, isFilterOpen = false, isQuiet = false, isListOpen = false } = controls ?? {};
  const { isSuggesting = true } = controls ?? {};
  return (
    <section
      id="above-the-text"
      aria-label="Above the text"
      className={classNames(
        "low:static @container sticky top-header z-20 border-hairline border-b bg-paper font-sans print:hidden",
        !controls && "[@media(scripting:none)]:hidden",
      )}
    >
      <div
        role="toolbar"
        aria-label="Passages"
        {...(controls ? {} : { "data-early": "bar" })}
        className="group/bar mx-auto flex min-h-11 max-w-room items-center gap-1 px-2 max-phone:flex-wrap max-phone:gap-0 max-phone:px-1 phone:px-6"
      >
        <BarButton
          label="Previous passage"
          keyHint={keyOf?.("text.previous")}
          disabled={words.isEmpty}
          onClick={controls && (() => controls.onStep(-1))}
        >
          <ChevronUp aria-hidden className="size-4" />
        </BarButton>
        <BarButton
          label="Next passage"
          keyHint={keyOf?.("text.next")}
          disabled={words.isEmpty}
          onClick={controls && (() => controls.onStep(1))}
        >
          <ChevronDown aria-hidden className="size-4" />
        </BarButton>
        <span className="whitespace-nowrap px-1 text-label text-muted tabular-nums">
          {words.place}
          <span className={nounClass(words)}>{words.noun}</span>
        </span>
        <Unread unread={words.unread} keyHint={keyOf?.("text.next-new")} onClick={controls?.onNextUnread} />
        <span className="flex-1" />
        {presence}
        <Examined
          words={words.words}
          examined={words.examined}
          keyHint={keyOf?.("text.coverage")}
          onClick={controls?.onCoverage}
        />
        {words.suggestions > 0 && (
          <BarButton
            label={suggestionsLabel(words.suggestions, isSuggesting)}
            isOn={isSuggesting}
            className={roomy}
            onClick={controls?.onSuggesting}
          >
            {isSuggesting ? (
              <Lightbulb aria-hidden className="size-4 shrink-0" />
            ) : (
              <LightbulbOff aria-hidden className="size-4 shrink-0" />
            )}
            <span aria-hidden className="tabular-nums">
              {words.suggestions}
              <Word>{isSuggesting ? ` ${nounOf(words.suggestions)}` : " hidden"}</Word>
            </span>
          </BarButton>
        )}
        <BarButton
          label={filterLabel(conditions)}
          keyHint={keyOf?.("text.filter")}
          isOn={isFilterOpen || conditions > 0}
          expanded={isFilterOpen}
          className={roomy}
          onClick={controls?.onFilterOpen}
        >
          <ListFilter aria-hidden className="size-4" />
          <Word>Filter</Word>
          {conditions > 0 && <span className="tabular-nums">{conditions}</span>}
        </BarButton>
        <BarButton
          label={quietLabel(isQuiet)}
          keyHint={keyOf?.("text.quiet")}
          isOn={isQuiet}
          className={roomy}
          onClick={controls?.onQuiet}
        >
          {isQuiet ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
          <Word>{isQuiet ? "Show" : "Quiet"}</Word>
        </BarButton>
        <BarButton
          label="List of passages"
          keyHint={keyOf?.("text.list")}
          isOn={isListOpen}
          expanded={isListOpen}
          onClick={controls?.onList}
        >
          <MessageSquareText aria-hidden className="size-4" />
          <Word>List</Word>
        </BarButton>
        <BarButton label={byWordsLabel(words.mayMark)} className={roomy} onClick={controls?.onByWords}>
          <TextSearch aria-hidden className="size-4" />
          <Word>{words.mayMark ? "By its words" : "Find words"}</Word>
        </BarButton>
        <BarButton
          label="Keys of this page"
          keyHint={keyOf?.("everywhere.help")}
          // Where there is a finger there is little room, and seldom a keyboard; ? shows them all the same.
          className={classNames(roomy, "max-desk:pointer-coarse:hidden")}
          onClick={controls?.onKeys}
        >
          <Keyboard aria-hidden className="size-4" />
          <Word>Keys</Word>
        </BarButton>
        {more}
      </div>
      {below}
    </section>
  );
}

/** What a sign stands for, where there is room to say it: the beginning or a part of the button's name. */
function Word({ children }: { children: ReactNode }) {
  return <span className="hidden @words:inline">{children}</span>;
}

/** On a phone there is room for the word, but not beside both what is new and the faces of who else is here. */
function nounClass({ isTotal, unread }: BarWords): string {
  if (!isTotal) return "max-phone:sr-only";
  return unread > 0 ? "max-tiny:sr-only max-phone:group-has-[[role=img]]/bar:sr-only" : "max-tiny:sr-only";
}

export function filterLabel(conditions: number): string {
  return conditions > 0 ? `Filter, ${conditions} set` : "Filter";
}

export function byWordsLabel(mayMark: boolean): string {
  return mayMark ? "Add a passage by its words" : "Find words in the text";
}

export function quietLabel(isQuiet: boolean): string {
  return isQuiet ? "Show highlights" : "Quiet highlights";
}

export function suggestionsLabel(all: number, isOn: boolean): string {
  return isOn ? `Hide ${all} ${nounOf(all)}` : `Show ${all} hidden ${nounOf(all)}`;
}

function nounOf(suggestions: number): string {
  return suggestions === 1 ? "suggestion" : "suggestions";
}

type Pressed = { keyHint: KeyHint | undefined; onClick: (() => void) | undefined };

function Unread({ unread, keyHint, onClick }: { unread: number } & Pressed) {
  if (unread === 0) return null;
  return (
    <button
      type="button"
      aria-label={`${unread} new`}
      className="relative inline-flex min-h-8 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-2 font-semibold text-label text-link hover:bg-sunk max-phone:min-h-11 max-phone:min-w-11 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      onClick={onClick}
    >
      <span aria-hidden className="size-1.5 rounded-full bg-link" />
      {unread} <span className="max-phone:sr-only">new</span>
      <Hint>{withKey("Next unread", keyHint)}</Hint>
    </button>
  );
}

/** How much of the story somebody has examined; opens the table of whose words it is made of. */
function Examined({ words, examined, keyHint, onClick }: { words: number; examined: number } & Pressed) {
  if (words === 0) return null;
  const done = share(examined, words);
  return (
    <BarButton label={`${done} examined: whose words`} keyHint={keyHint} className={roomy} onClick={onClick}>
      <span aria-hidden className="h-1 w-8 shrink-0 rounded-full bg-hairline">
        <span
          className="block h-full rounded-full bg-ink"
          style={{ width: `${(100 * examined) / words}%` }}
        />
      </span>
      <span className="tabular-nums">
        {done}
        <Word> examined</Word>
      </span>
    </BarButton>
  );
}

/** Opens what the bar has no room for on a phone. */
export function MoreButton({ isOn = false, ...rest }: ComponentProps<"button"> & { isOn?: boolean }) {
  return (
    <button
      {...rest}
      type="button"
      aria-label="More"
      className={classNames(barButton, isOn && "bg-sunk text-ink", "phone:@min-bar:hidden")}
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}

type ButtonProps = {
  label: string;
  keyHint?: KeyHint | undefined;
  onClick: (() => void) | undefined;
  isOn?: boolean;
  expanded?: boolean | undefined;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
};

const barButton =
  "relative inline-flex min-h-9 min-w-9 items-center justify-center gap-1 rounded-md px-2 text-label text-muted hover:bg-sunk hover:text-ink disabled:opacity-40 max-phone:min-h-11 max-phone:min-w-11 pointer-coarse:min-h-11 pointer-coarse:min-w-11";

function BarButton({ label, keyHint, isOn, expanded, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keyHint?.aria}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...(isOn === undefined || expanded !== undefined ? {} : { "aria-pressed": isOn })}
      className={classNames(barButton, isOn && "bg-sunk text-ink", className)}
      {...rest}
    >
      {children}
      <Hint>{withKey(label, keyHint)}</Hint>
    </button>
  );
}
