"use client";

import { type RefObject, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { useHandOn } from "@/components/ui/use-hand-on";
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
  const problemId = useId();
  return (
    <section
      ref={place}
      tabIndex={-1}
      {...(state.step === "preview" ? { "aria-label": "Preview" } : {})}
      className="flex scroll-mt-24 flex-col gap-6 outline-none"
    >
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
            <StartAnew field={field} onStart={startAnew} />
          </p>
        </Notice>
      )}
      {problem && (
        <div id={problemId}>
          <Notice kind="error">{problem.message}</Notice>
        </div>
      )}
      {state.step === "text" ? (
        <ImportText
          field={field}
          state={state}
          dispatch={dispatch}
          workspaces={workspaces}
          busy={busy}
          wrong={problem?.fields.text ? problemId : null}
          onRefused={(message) => setProblem({ message, fields: {} })}
          onPreview={showPreview}
        />
      ) : (
        <ImportPreview
          state={state}
          dispatch={dispatch}
          field={field}
          workspaces={workspaces}
          busy={busy}
          errors={problem?.fields ?? {}}
          onImport={importIt}
        />
      )}
    </section>
  );
}

type StartProps = { field: RefObject<HTMLTextAreaElement | null>; onStart: () => void };

function StartAnew({ field, onStart }: StartProps) {
  const button = useRef<HTMLButtonElement>(null);
  useHandOn(button, () => field.current);
  return (
    <Button ref={button} size="small" onClick={onStart}>
      Start anew
    </Button>
  );
}
