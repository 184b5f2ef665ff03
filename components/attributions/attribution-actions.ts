import type { Change } from "@/components/discussion/change";
import { showing } from "@/components/discussion/showing";
import { written } from "@/components/outbox/deliver";
import { makeIntentions } from "@/components/outbox/intentions";
import type { Outbox } from "@/components/outbox/use-outbox";
import type { Outcome } from "@/components/outbox/use-outcomes";
import {
  type AttributionContent,
  type AttributionView,
  createSettlement,
  deleteAttribution,
  listAttributionRevisions,
  listTakenBack,
  restoreAttribution,
} from "@/lib/attributions/schema";
import type { AttributionDraft } from "@/lib/discussion/draft-attribution";
import type { RecordedOn } from "@/lib/discussion/outbox";
import { call } from "@/lib/http/client";
import { type ClaimKind, describePassage, type PassageView, type Selection } from "@/lib/passages/schema";
import {
  acceptSuggestions,
  changeSuggestion,
  dismissSuggestion,
  reopenSuggestions,
  type SuggestionsDecided,
  type SuggestionView,
} from "@/lib/suggestions/schema";

/**
 * Everything a person can do about who said it. What is recorded goes through the outbox; what comes back is merged at
 * once. A refusal throws `CallError`, and the winner of a conflict is shown before it does.
 */
export type AttributionActions = {
  /** `draft` is the form that it was filled in with, to be opened again should it be refused later. */
  record: (
    ground: RecordedOn,
    content: AttributionContent,
    draft: AttributionDraft | null,
  ) => Promise<Outcome>;
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
    /** `replaces` is the latest settlement that I saw. */
    given: { why: string | null; replaces: string | null },
  ) => Promise<void>;
  history: (attributionId: string) => ReturnType<typeof loadHistory>;
  /** What people took back of a passage. */
  takenBack: (passageId: string) => ReturnType<typeof loadTakenBack>;
  describe: (passage: Pick<PassageView, "id" | "version">, claimKinds: ClaimKind[]) => Promise<void>;
  /** Accepts suggestions as they are. Answers with the ids of those that I have: a colleague may have been faster. */
  accept: (suggestions: readonly SuggestionView[]) => Promise<string[]>;
  /** Accepts a suggestion with changes; answers with the passage that it became. */
  change: (suggestionId: string, passage: Selection, content: AttributionContent) => Promise<string | null>;
  dismiss: (suggestionId: string) => Promise<void>;
  /** Undoes decisions of mine. */
  reopen: (suggestionIds: readonly string[]) => Promise<void>;
};

type Parts = { articleId: string; userId: string; merge: (change: Change) => void; say: Outbox["say"] };

export function makeAttributionActions({ articleId, userId, merge, say }: Parts): AttributionActions {
  const show = showing({ merge });
  const decided = ({ removed, number, ...rest }: SuggestionsDecided): Change => ({
    ...rest,
    removed: { ...removed, number },
  });
  const { idFor, forget, once } = makeIntentions();
  const decide = (answer: Promise<SuggestionsDecided>) => show(answer, decided);

  function forgetSuggestion(id: string): void {
    for (const kind of ["passage", "attribution", "source"]) forget(`${kind} ${id}`);
  }

  return {
    record(ground, content, draft) {
      const passageId = "passage" in ground ? ground.passage.id : ground.passageId;
      const said = { articleId, passageId, at: now(), ground, content, draft };
      return once(["record", ground, content], (id) => say({ id, kind: "attribution", ...said }));
    },
    edit({ id: attributionId, version, passageId }, content, draft) {
      const base = { id: crypto.randomUUID(), articleId, passageId, at: now() };
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
    async settle(passageId, attribution, given) {
      const chosen = attribution ? { id: attribution.id, version: attribution.version } : null;
      await once(["settle", passageId, chosen, given], (id) => {
        const body = { id, attribution: chosen, ...given };
        return show(
          call(createSettlement, { params: { passageId }, body }),
          ({ settlement, attributions }) => ({ settlements: [settlement], attributions }),
        );
      });
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
      const accepted: string[] = [];
      for (let at = 0; at < suggestions.length; at += mostAtOnce) {
        const accept = suggestions.slice(at, at + mostAtOnce).map((one) => ({
          suggestionId: one.id,
          passageId: idFor(`passage ${one.id}`),
          attributionId: idFor(`attribution ${one.id}`),
          sourceId: idFor(`source ${one.id}`),
        }));
        const answer = await decide(call(acceptSuggestions, { params: { articleId }, body: { accept } }));
        accepted.push(...answer.suggestions.filter((one) => one.decidedBy === userId).map((one) => one.id));
      }
      for (const { id } of suggestions) forgetSuggestion(id);
      return accepted;
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

const now = () => new Date().toISOString();

function loadHistory(attributionId: string) {
  return call(listAttributionRevisions, { params: { attributionId } });
}

function loadTakenBack(passageId: string) {
  return call(listTakenBack, { params: { passageId } });
}
