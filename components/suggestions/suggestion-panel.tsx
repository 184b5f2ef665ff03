"use client";

import { useEffect, useRef, useState } from "react";
import { TextButton } from "@/components/assessments/text-button";
import { AttributionForm } from "@/components/attributions/attribution-form";
import { useRoom } from "@/components/discussion/room";
import { recordAct } from "@/components/discussion/told-by-undo";
import { CloseButton } from "@/components/passages/passage-panel";
import { useKeyHint } from "@/components/shortcuts/key-settings";
import { Button, wrapsClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { directnessWords } from "@/lib/attributions/describe-attribution";
import type { AttributionContent } from "@/lib/attributions/schema";
import { type AttributionDraft, guessAttribution } from "@/lib/discussion/draft-attribution";
import { nameOf } from "@/lib/discussion/name-of";
import { claimKindWords } from "@/lib/passages/kind-words";
import { andReporting, tellProposed, tellReport } from "@/lib/suggestions/accepted-words";
import type { SuggestionView } from "@/lib/suggestions/schema";
import { askWhoIsMeant, bearsSharedName, sharedNameOf } from "@/lib/suggestions/shared-name";
import { inQuotes } from "@/lib/text/in-quotes";

type Props = {
  suggestion: SuggestionView;
  /** Counts up when the heading is to take the focus. */
  focusRequest: number;
  isPlain?: boolean;
};

/** One proposal of the machine: what it would record and why, to accept, change or dismiss with one key. */
export function SuggestionPanel({ suggestion, focusRequest, isPlain }: Props) {
  const { article, discussion, opened, open, close, suggesting: control } = useRoom();
  const keyHint = useKeyHint();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each one that is opened takes the focus
  useEffect(() => {
    if (focusRequest > 0) heading.current?.focus({ preventScroll: true });
  }, [focusRequest, suggestion.id]);
  const at = control.list.indexOf(suggestion);
  const others = control.together(suggestion);
  const mayAccept = control.mayAccept(suggestion);
  const isShared = bearsSharedName(suggestion);
  const isChanging = opened?.starting === "attribute";
  const isDecided = !discussion.suggestions.some((one) => one.id === suggestion.id);
  const place = at >= 0 ? `${at + 1} of ${control.list.length}` : isDecided ? "decided meanwhile" : "";
  return (
    <section
      aria-label={`Suggestion ${place}`.trim()}
      className={isPlain ? "" : "border-control border-l-2 border-dashed bg-card shadow-float"}
    >
      {/* A sheet says the same in its own head, as long as it is one of those proposed. */}
      <header className={isPlain && at >= 0 ? "sr-only" : "flex items-center gap-1 py-1 pr-1 pl-3"}>
        <h3 ref={heading} tabIndex={-1} className="min-w-0 flex-1 text-label text-muted">
          <span className="font-semibold text-ink">Suggestion</span> {place}
        </h3>
        {!isPlain && <CloseButton label="Close the suggestion" onClick={close} />}
      </header>
      <blockquote className="mx-3 mb-2 line-clamp-4 font-serif text-ink text-quote [unicode-bidi:plaintext]">
        {article.text.slice(suggestion.start, suggestion.end)}
      </blockquote>
      <p className="px-3 text-card">
        <Proposal suggestion={suggestion} />
      </p>
      <Reports suggestion={suggestion} />
      <p className="px-3 pt-1 pb-2 text-label text-muted">{suggestion.rule}</p>
      {(at < 0 || !mayAccept) && !isDecided && <SaidMeanwhile suggestion={suggestion} />}
      {isChanging ? (
        <ChangeForm key={suggestion.id} suggestion={suggestion} isDecided={isDecided} />
      ) : (
        <div className="flex flex-wrap gap-1 border-hairline border-t px-3 py-2">
          {mayAccept && (
            <Button
              size="small"
              look="primary"
              aria-keyshortcuts={keyHint("suggestion.accept")?.aria}
              onClick={() => void control.accept([suggestion])}
            >
              {isShared ? "Say who" : "Accept"} <Key>⏎</Key>
            </Button>
          )}
          {mayAccept && suggestion.kind === "attribution" && !isShared && (
            <Button
              size="small"
              aria-keyshortcuts={keyHint("suggestion.change")?.aria}
              onClick={() => open({ suggestionId: suggestion.id, starting: "attribute" }, "pointer")}
            >
              Change <Key>{keyHint("suggestion.change")?.shown}</Key>
            </Button>
          )}
          <Button
            size="small"
            aria-keyshortcuts={keyHint("suggestion.dismiss")?.aria}
            onClick={() => void control.dismiss(suggestion)}
          >
            Dismiss <Key>{keyHint("suggestion.dismiss")?.shown}</Key>
          </Button>
          {others.length > 1 && (
            <Button
              size="small"
              look="quiet"
              className={classNames(wrapsClass, "-ml-3 text-start")}
              aria-keyshortcuts={keyHint("suggestion.accept-all")?.aria}
              onClick={() => void control.accept(others)}
            >
              Accept all {others.length} of {suggestion.speaker?.name}
              {andReporting(control.reporting(others))}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/**
 * Its words have their source by now, so it is not proposed any more; what a colleague has said can still be said here as
 * one's own word.
 */
function SaidMeanwhile({ suggestion: { start, end } }: { suggestion: SuggestionView }) {
  const { discussion, surroundings, voices, open } = useRoom();
  const { people, viewer } = surroundings;
  const said = discussion.passages
    .filter((one) => one.start === start && one.end === end)
    .flatMap((passage) =>
      (voices.standings.get(passage.id)?.standing ?? []).map(({ by }) => ({ passage, by })),
    );
  const { passage, by } = said.find((one) => one.by === viewer.userId) ?? said[0] ?? {};
  if (!passage || !by) return null;
  return (
    <p role="status" className="mx-3 mb-2 border-caution border-l-2 bg-caution-tint px-2 py-1 text-card">
      {by === viewer.userId ? "You have" : `${nameOf(people, by)} has`} said who said these words.{" "}
      <TextButton onClick={() => open({ passageId: passage.id }, "keyboard")}>Look at it</TextButton>
    </p>
  );
}

/** Who reports the words by the text, which is recorded with them: nobody is to be credited unseen. */
function Reports({ suggestion }: { suggestion: SuggestionView }) {
  const { article, suggesting } = useRoom();
  return suggesting.reporting([suggestion]).map((one) => {
    const { name, words } = tellReport(one, article.text);
    return (
      <p key={one.id} className="px-3 pt-1 text-card">
        Reported by <span className="font-semibold">{name}</span>, which is recorded too:{" "}
        <span className="line-clamp-3 font-serif">{words}</span>
      </p>
    );
  });
}

function Key({ children }: { children: string | undefined }) {
  return (
    <kbd aria-hidden className="font-mono text-tiny opacity-80 pointer-coarse:hidden">
      {children}
    </kbd>
  );
}

function Proposal({ suggestion }: { suggestion: SuggestionView }) {
  const { article } = useRoom();
  const { speaker, cue, directness, claimKinds, kind } = suggestion;
  if (kind === "claim" || !speaker) {
    return (
      <>
        <span className="font-semibold">A claim</span> without a source:{" "}
        {claimKinds.map((one) => claimKindWords[one].toLowerCase()).join(", ")}
      </>
    );
  }
  const mention = article.text.slice(speaker.start, speaker.end);
  const words = cue ? article.text.slice(cue.start, cue.end) : "";
  const said = /\p{L}/u.test(words) ? words : "";
  const how = (
    <>
      {directness && directnessWords[directness]}
      {said && (
        <>
          {directness && ", "}
          <em className="font-serif">{said}</em>
        </>
      )}
    </>
  );
  // A question ends with its mark: how it was said is another sentence.
  if (bearsSharedName(suggestion)) {
    return (
      <>
        <span className="font-semibold">{askWhoIsMeant(suggestion, article.text)}</span>
        <span className="block text-muted first-letter:uppercase">{how}</span>
      </>
    );
  }
  return (
    <>
      <span className="font-semibold">{tellProposed(suggestion)}</span>
      {mention !== speaker.name && <span className="text-muted"> ({inQuotes(mention)})</span>}
      {(directness || said) && ", "}
      {how}
    </>
  );
}

type ChangeProps = { suggestion: SuggestionView; isDecided: boolean };

function ChangeForm({ suggestion, isDecided }: ChangeProps) {
  const { article, discussion, voices, attributing, suggesting, undoing, open } = useRoom();
  const { start, end } = suggestion;
  const [passageId] = useState(() => crypto.randomUUID());
  const [draft] = useState(() => {
    const { text, language, blocks } = article;
    const { passages } = discussion;
    const scene = { text, language, blocks, passages, suggestions: [suggestion], voices };
    const guess = guessAttribution({ start, end }, scene, () => crypto.randomUUID());
    return { ...guess, directness: suggestion.directness ?? guess.directness };
  });

  async function save(content: AttributionContent, filled: AttributionDraft): Promise<"saved"> {
    const passage = { start, end, exact: article.text.slice(start, end) };
    if (!isDecided) {
      await suggesting.change(suggestion, passage, content);
      return "saved";
    }
    const there = discussion.passages.find((one) => one.start === start && one.end === end);
    const recording = attributing.record(
      there ? { passageId: there.id } : { passage: { id: passageId, ...passage } },
      content,
      filled,
    );
    undoing.pass(recordAct, recording);
    await recording;
    open({ passageId: there?.id ?? passageId }, "keyboard");
    return "saved";
  }

  return (
    <>
      {isDecided && (
        <p role="status" className="mx-3 border-caution border-l-2 bg-caution-tint px-2 py-1 text-card">
          A colleague has decided about this suggestion meanwhile. What you fill in is recorded as your own
          word on the passage.
        </p>
      )}
      <AttributionForm
        passage={{ start, end }}
        draft={draft}
        typed={bearsSharedName(suggestion) ? sharedNameOf(suggestion, article.text) : null}
        saveLabel={isDecided ? "Record" : "Accept with these changes"}
        onSave={save}
        onLeave={() => open({ suggestionId: suggestion.id }, "keyboard")}
      />
    </>
  );
}
