"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { ImportPreview } from "./import-preview";
import { ImportText } from "./import-text";
import { useImporting } from "./use-importing";
import { useKeptImport } from "./use-kept-import";

export type Workspace = { workspaceId: string; workspaceName: string };

/** From a pasted or uploaded text to an article: give the text, look at what became of it, mend it, import. */
export function ImportRoom({ userId, workspaces }: { userId: string; workspaces: Workspace[] }) {
  const ids = workspaces.map((one) => one.workspaceId);
  const { state, dispatch, field, restored, notKept, forget, startAnew } = useKeptImport(userId, ids);
  const { place, problem, setProblem, busy, showPreview, importIt } = useImporting({
    state,
    dispatch,
    forget,
  });
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
