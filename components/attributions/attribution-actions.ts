import type { Change } from "@/components/discussion/change";
import { written } from "@/components/outbox/deliver";
import type { Outbox } from "@/components/outbox/use-outbox";
import type { Outcome } from "@/components/outbox/use-outcomes";
import {
  type AttributionContent,
  type AttributionView,
  attributionView,
  createSettlement,
  deleteAttribution,
  listAttributionRevisions,
  listTakenBack,
  restoreAttribution,
} from "@/lib/attributions/schema";
import type { AttributionDraft } from "@/lib/discussion/draft-attribution";
import type { Ground } from "@/lib/discussion/outbox";
import { CallError, call } from "@/lib/http/client";
import {
  type ClaimKind,
  describePassage,
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

/**
 * Everything a person can do about who said it. What is recorded goes through the outbox; what comes back is merged at
 * once. A refusal throws `CallError`, and the winner of a conflict is shown before it does.
 */
export type AttributionActions = {
  /** `draft` is the form that it was filled in with, to be opened again should it be refused later. */
  record: (ground: Ground, content: AttributionContent, draft: AttributionDraft | null) => Promise<Outcome>;
  edit: (
    attribution: Pick<AttributionView, "id" | "version" | "passageId">,
    content: AttributionContent,
    draft: AttributionDraft | null,
  ) => Promise<Outcome>;
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

type Parts = { articleId: string; merge: (change: Change) => void; say: Outbox["say"] };

export function makeAttributionActions({ articleId, merge, say }: Parts): AttributionActions {
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
    async record(ground, content, draft) {
      const intention = JSON.stringify(["record", ground, content]);
      const passageId = "passage" in ground ? ground.passage.id : ground.passageId;
      const at = new Date().toISOString();
      const base = { id: idFor(intention), articleId, passageId, at };
      const outcome = await say({ ...base, kind: "attribution", ground, content, draft });
      idFor.forget(intention);
      return outcome;
    },
    edit({ id: attributionId, version, passageId }, content, draft) {
      const base = { id: crypto.randomUUID(), articleId, passageId, at: new Date().toISOString() };
      return say({ ...base, kind: "attributionChange", attributionId, version, content, draft });
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
      // The last part first: undoing goes back the way that accepting came.
      for (let end = suggestionIds.length; end > 0; end -= mostAtOnce) {
        const part = suggestionIds.slice(Math.max(0, end - mostAtOnce), end);
        await decide(call(reopenSuggestions, { params: { articleId }, body: { suggestionIds: part } }));
      }
    },
  };
}

/** The server locks the article while it decides, so many go in parts. */
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
