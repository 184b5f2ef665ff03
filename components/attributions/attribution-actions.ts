import type { Change } from "@/components/discussion/change";
import {
  type AttributionContent,
  type AttributionsWritten,
  type AttributionView,
  attributionView,
  createAttribution,
  createSettlement,
  deleteAttribution,
  editAttribution,
  listAttributionRevisions,
  listTakenBack,
  restoreAttribution,
} from "@/lib/attributions/schema";
import { CallError, call } from "@/lib/http/client";
import {
  type ClaimKind,
  describePassage,
  type NewPassage,
  type PassageView,
  passageView,
  type Selection,
} from "@/lib/passages/schema";
import {
  acceptSuggestions,
  changeSuggestion,
  dismissSuggestion,
  reopenSuggestions,
  type SuggestionsDecided,
  type SuggestionView,
  suggestionView,
} from "@/lib/suggestions/schema";

/** What an attribution is recorded on: a passage that is stored, or one that goes along with it. */
export type Ground = { passageId: string } | { passage: NewPassage };

/**
 * Everything a person can do about who said it. What comes back is merged at once; a refusal throws `CallError`, and
 * the winner of a conflict is shown before it does.
 */
export type AttributionActions = {
  record: (ground: Ground, content: AttributionContent) => Promise<void>;
  edit: (attribution: Pick<AttributionView, "id" | "version">, content: AttributionContent) => Promise<void>;
  takeBack: (attributionId: string) => Promise<void>;
  putBack: (attributionId: string) => Promise<void>;
  settle: (
    passageId: string,
    attribution: Pick<AttributionView, "id" | "version"> | null,
    why: string | null,
  ) => Promise<void>;
  history: (attributionId: string) => ReturnType<typeof loadHistory>;
  /** What people took back of a passage. */
  takenBack: (passageId: string) => ReturnType<typeof loadTakenBack>;
  describe: (passage: Pick<PassageView, "id" | "version">, claimKinds: ClaimKind[]) => Promise<void>;
  /** Accepts suggestions as they are. */
  accept: (suggestions: readonly SuggestionView[]) => Promise<void>;
  /** Accepts a suggestion with changes; answers with the passage that it became. */
  change: (suggestionId: string, passage: Selection, content: AttributionContent) => Promise<string | null>;
  dismiss: (suggestionId: string) => Promise<void>;
  /** Undoes decisions of mine. */
  reopen: (suggestionIds: readonly string[]) => Promise<void>;
};

type Parts = { articleId: string; merge: (change: Change) => void };

export function makeAttributionActions({ articleId, merge }: Parts): AttributionActions {
  async function show<T>(answer: Promise<T>, merged: (value: T) => Change): Promise<T> {
    try {
      const value = await answer;
      merge(merged(value));
      return value;
    } catch (error) {
      const winner = winnerOf(error);
      if (winner) merge(winner);
      throw error;
    }
  }
  const written = ({ attributions, sources, passage }: AttributionsWritten): Change => ({
    attributions,
    sources,
    passages: passage ? [passage] : [],
  });
  const decided = ({ removed, number, ...rest }: SuggestionsDecided): Change => ({
    ...rest,
    removed: { ...removed, number },
  });
  const idFor = makeIds();
  const decide = (answer: Promise<SuggestionsDecided>) => show(answer, decided);

  function forgetSuggestion(id: string): void {
    for (const kind of ["passage", "attribution", "source"]) idFor.forget(`${kind} ${id}`);
  }

  return {
    async record(ground, content) {
      const intention = JSON.stringify(["record", ground, content]);
      const body = { id: idFor(intention), ...ground, content };
      await show(call(createAttribution, { params: { articleId }, body }), written);
      idFor.forget(intention);
    },
    async edit({ id, version }, content) {
      const body = { version, content };
      await show(call(editAttribution, { params: { attributionId: id }, body }), written);
    },
    async takeBack(attributionId) {
      await show(
        call(deleteAttribution, { params: { attributionId } }),
        ({ removed, attributions, number }) => ({
          attributions,
          removed: { passages: [], attributions: removed, number },
        }),
      );
    },
    async putBack(attributionId) {
      await show(call(restoreAttribution, { params: { attributionId } }), written);
    },
    async settle(passageId, attribution, why) {
      const chosen = attribution ? { id: attribution.id, version: attribution.version } : null;
      const intention = JSON.stringify(["settle", passageId, chosen, why]);
      const body = { id: idFor(intention), attribution: chosen, why };
      await show(call(createSettlement, { params: { passageId }, body }), ({ settlement, attributions }) => ({
        settlements: [settlement],
        attributions,
      }));
      idFor.forget(intention);
    },
    history: loadHistory,
    takenBack: loadTakenBack,
    async describe({ id, version }, claimKinds) {
      const body = { version, claimKinds };
      await show(call(describePassage, { params: { passageId: id }, body }), (passage) => ({
        passages: [passage],
      }));
    },
    async accept(suggestions) {
      for (let at = 0; at < suggestions.length; at += mostAtOnce) {
        const accept = suggestions.slice(at, at + mostAtOnce).map((one) => ({
          suggestionId: one.id,
          passageId: idFor(`passage ${one.id}`),
          attributionId: idFor(`attribution ${one.id}`),
          sourceId: idFor(`source ${one.id}`),
        }));
        await decide(call(acceptSuggestions, { params: { articleId }, body: { accept } }));
      }
      for (const { id } of suggestions) forgetSuggestion(id);
    },
    async change(suggestionId, passage, content) {
      const body = {
        passageId: idFor(`passage ${suggestionId}`),
        attributionId: idFor(`attribution ${suggestionId}`),
        passage,
        content,
      };
      const { passages } = await decide(call(changeSuggestion, { params: { suggestionId }, body }));
      forgetSuggestion(suggestionId);
      return passages[0]?.id ?? null;
    },
    async dismiss(suggestionId) {
      await decide(call(dismissSuggestion, { params: { suggestionId } }));
    },
    async reopen(suggestionIds) {
      await decide(
        call(reopenSuggestions, { params: { articleId }, body: { suggestionIds: [...suggestionIds] } }),
      );
    },
  };
}

/** The server locks the article while it accepts, so many go in parts. */
const mostAtOnce = 50;

/**
 * One id for one intention: whoever presses twice, or again after the answer was lost, asks for the same thing, and the
 * server, which knows things by their ids, does it once.
 */
function makeIds() {
  const ids = new Map<string, string>();
  const idFor = (intention: string) => {
    const id = ids.get(intention) ?? crypto.randomUUID();
    ids.set(intention, id);
    return id;
  };
  /** It is done: the same wish later is another one. */
  idFor.forget = (intention: string) => void ids.delete(intention);
  return idFor;
}

function loadHistory(attributionId: string) {
  return call(listAttributionRevisions, { params: { attributionId } });
}

function loadTakenBack(passageId: string) {
  return call(listTakenBack, { params: { passageId } });
}

/** The row that won a conflict, as the server sends it along. */
function winnerOf(error: unknown): Change | null {
  if (!(error instanceof CallError) || error.code !== "conflict") return null;
  const attribution = attributionView.safeParse(error.details);
  if (attribution.success) return { attributions: [attribution.data] };
  const passage = passageView.safeParse(error.details);
  if (passage.success) return { passages: [passage.data] };
  const suggestion = suggestionView.safeParse(error.details);
  return suggestion.success ? { suggestions: [suggestion.data] } : null;
}
