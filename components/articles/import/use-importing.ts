import { type Dispatch, useEffect, useRef, useState } from "react";
import { isFocusElsewhere } from "@/components/ui/is-focus-elsewhere";
import { type ImportAction, type ImportState, isPreviewed } from "@/lib/articles/import/import-state";
import { describeTextRefusal, refuseText } from "@/lib/articles/import/refuse-text";
import { metadataOf, refusedFields } from "@/lib/articles/metadata-fields";
import { createArticle, previewArticle, sameArticleDetails } from "@/lib/articles/schema";
import { CallError, call } from "@/lib/http/client";
import { checkText, describeRefusal } from "@/lib/text/gate";

type Problem = { message: string; fields: Record<string, string> };

type Given = {
  state: ImportState;
  dispatch: Dispatch<ImportAction>;
  /** Drops what this browser keeps of the import. */
  forget: () => void;
};

/** The two calls of an import, what went wrong in the last of them, and whether one is under way. */
export function useImporting({ state, dispatch, forget }: Given) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const lastTry = useRef<{ id: string; said: string } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the trouble was about the step before
  useEffect(() => setProblem(null), [state.step, state.text]);

  useEffect(() => {
    if (!problem && !state.existing) return;
    const wrong = place.current?.querySelector<HTMLElement>("[aria-invalid]");
    // What is wrong with the text is said above its field, which is tall.
    if (!isFocusElsewhere(place.current)) wrong?.focus({ preventScroll: problem?.fields.text !== undefined });
    if (!wrong || problem?.fields.text) place.current?.scrollIntoView({ block: "start" });
  }, [problem, state.existing]);

  async function run(work: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setBusy(false);
      if (!(error instanceof CallError)) throw error;
      const same = error.code === "conflict" ? sameArticleDetails.safeParse(error.details) : null;
      if (same?.success) dispatch({ type: "found", existing: { ...same.data.existing } });
      else setProblem({ message: error.message, fields: error.fields });
    }
  }

  function showPreview() {
    const { workspaceId, text, format } = state;
    const refused = refuseText(text);
    const checked = checkText(text);
    if (refused || !checked.ok) {
      const message = refused ? describeTextRefusal(refused) : checked.ok ? "" : describeRefusal(checked);
      setProblem({ message, fields: { text: message } });
      return;
    }
    if (isPreviewed(state)) {
      dispatch({ type: "go", step: "preview" });
      showTop();
      return;
    }
    void run(async () => {
      const preview = await call(previewArticle, { body: { workspaceId, text, format } });
      dispatch({ type: "preview", preview });
      setBusy(false);
      showTop();
    });
  }

  function showTop() {
    place.current?.focus();
    place.current?.scrollIntoView({ block: "start" });
  }

  function importIt(evenSo: boolean) {
    const { workspaceId, text, format, fields } = state;
    const metadata = metadataOf(fields);
    if (!fields.publishedAt && !state.withoutDate) {
      const message = "The date is missing. Add it, or say that the article shows none.";
      // With whatever else is wrong: a form that tells one thing after another is sent in vain each time.
      setProblem({ message, fields: { ...refusedFields(metadata), publishedAt: message } });
      return;
    }
    const blocks = state.blocks.map(({ start, end, role, duplicateOf }) => ({
      start,
      end,
      role,
      duplicateOf,
    }));
    const given = { workspaceId, text, format, blocks, metadata, evenSo };
    // The same try keeps its id, so that a lost answer cannot make two articles of it.
    const said = JSON.stringify(given);
    if (lastTry.current?.said !== said) lastTry.current = { id: crypto.randomUUID(), said };
    const { id } = lastTry.current;
    void run(async () => {
      await call(createArticle, { body: { id, ...given } });
      forget();
      window.location.assign(`/articles/${id}`);
    });
  }

  return { place, problem, setProblem, busy, showPreview, importIt };
}
