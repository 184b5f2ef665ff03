"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { isPreviewed, metadataOf } from "@/lib/articles/import-state";
import { describeTextRefusal, refuseText } from "@/lib/articles/refuse-text";
import { createArticle, previewArticle, sameArticleDetails } from "@/lib/articles/schema";
import { CallError, call } from "@/lib/http/client";
import { checkText, describeRefusal } from "@/lib/text/gate";
import { ImportPreview } from "./import-preview";
import { ImportText } from "./import-text";
import { useImport } from "./use-import";

export type Workspace = { workspaceId: string; workspaceName: string };

type Problem = { message: string; fields: Record<string, string> };

/** From a pasted or uploaded text to an article: give the text, look at what became of it, mend it, import. */
export function ImportRoom({ userId, workspaces }: { userId: string; workspaces: Workspace[] }) {
  const ids = workspaces.map((one) => one.workspaceId);
  const { state, dispatch, field, restored, notKept, forget, startAnew } = useImport(userId, ids);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const lastTry = useRef<{ id: string; said: string } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the trouble was about the step before
  useEffect(() => setProblem(null), [state.step, state.text]);

  useEffect(() => {
    if (!problem && !state.existing) return;
    const wrong = place.current?.querySelector<HTMLElement>("[aria-invalid]");
    if (wrong) wrong.focus();
    else place.current?.scrollIntoView({ block: "start" });
  }, [problem, state.existing]);

  async function attempt(work: () => Promise<void>) {
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
    attempt(async () => {
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
    if (!fields.publishedAt && !state.withoutDate) {
      const message = "The date is missing. Add it, or say that the article shows none.";
      setProblem({ message, fields: { publishedAt: message } });
      return;
    }
    const blocks = state.blocks.map(({ start, end, role, duplicateOf }) => ({
      start,
      end,
      role,
      duplicateOf,
    }));
    const given = { workspaceId, text, format, blocks, metadata: metadataOf(fields), evenSo };
    // The same try keeps its id, so that a lost answer cannot make two articles of it.
    const said = JSON.stringify(given);
    if (lastTry.current?.said !== said) lastTry.current = { id: crypto.randomUUID(), said };
    const { id } = lastTry.current;
    attempt(async () => {
      await call(createArticle, { body: { id, ...given } });
      forget();
      window.location.assign(`/articles/${id}`);
    });
  }

  return (
    <div ref={place} tabIndex={-1} className="flex scroll-mt-24 flex-col gap-6 outline-none">
      <OfflineNotice>
        You are offline. What you paste and change is kept; the preview and the import need a connection.
      </OfflineNotice>
      {notKept && (
        <Notice>
          This browser cannot keep a text of this size. Leave this page open until the article is imported.
        </Notice>
      )}
      {restored && (
        <Notice>
          <p className="flex flex-wrap items-center justify-between gap-2">
            This is the text that you had begun to import.
            <Button size="small" onClick={startAnew}>
              Start anew
            </Button>
          </p>
        </Notice>
      )}
      {problem && <Notice kind="error">{problem.message}</Notice>}
      {state.step === "text" ? (
        <ImportText
          field={field}
          state={state}
          dispatch={dispatch}
          workspaces={workspaces}
          busy={busy}
          onRefused={(message) => setProblem({ message, fields: {} })}
          onPreview={showPreview}
        />
      ) : (
        <ImportPreview
          state={state}
          dispatch={dispatch}
          workspaces={workspaces}
          busy={busy}
          errors={problem?.fields ?? {}}
          onImport={importIt}
        />
      )}
    </div>
  );
}
