"use client";

import { FileUp } from "lucide-react";
import { type Dispatch, type DragEvent, type RefObject, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, inputClass } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ImportAction, ImportState } from "@/lib/articles/import/import-state";
import type { Workspace } from "./import-room";
import { readTextFile } from "./read-file";

type Props = {
  state: ImportState;
  dispatch: Dispatch<ImportAction>;
  field: RefObject<HTMLTextAreaElement | null>;
  workspaces: Workspace[];
  busy: boolean;
  /** The id of what says why this text cannot be taken, if it cannot. */
  wrong: string | null;
  onRefused: (message: string) => void;
  onPreview: () => void;
};

/** The first step: paste the article, choose its file, or drop it anywhere here. */
export function ImportText({ state, dispatch, field, workspaces, busy, wrong, onRefused, onPreview }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  /** The import before a file took the place of what was typed. */
  const [before, setBefore] = useState<ImportState | null>(null);
  const ready = useHydrated();

  async function take(file: File | undefined) {
    if (!file) return;
    const taken = await readTextFile(file);
    if (!taken.ok) {
      onRefused(taken.message);
      return;
    }
    dispatch({ type: "take", ...taken });
    setBefore(state.text.trim() === "" ? null : state);
  }

  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      take(file);
    },
  };

  return (
    <form
      {...drop}
      onSubmit={(event) => {
        event.preventDefault();
        onPreview();
      }}
      className="flex flex-col gap-5"
    >
      <Field
        label="The article"
        hint="Everything that you copied from the page, menus and all: the preview sorts it. Nothing is thrown away."
      >
        {(props) => (
          <textarea
            {...props}
            {...(wrong
              ? { "aria-invalid": true, "aria-describedby": `${props["aria-describedby"]} ${wrong}` }
              : {})}
            ref={field}
            className={classNames(
              inputClass,
              "h-[46dvh] resize-y font-serif",
              over && "outline-2 outline-focus outline-dashed",
            )}
            value={state.text}
            spellCheck={false}
            placeholder="Paste the article here, or drop a .txt or .md file."
            onChange={({ target }) => {
              dispatch({ type: "write", text: target.value });
              setBefore(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              onPreview();
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <input
          ref={chooser}
          type="file"
          aria-label="Text file"
          accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = "";
          }}
        />
        <Button onClick={() => chooser.current?.click()}>
          <FileUp aria-hidden className="size-4" />
          Choose a file
        </Button>
        {state.fileName && <span className="min-w-0 truncate text-card text-muted">{state.fileName}</span>}
        <span role="status" className="empty:hidden">
          {before && (
            <span className="flex flex-wrap items-center gap-3 text-card">
              It took the place of your text.
              <Button
                size="small"
                onClick={() => {
                  dispatch({ type: "replace", state: before });
                  setBefore(null);
                }}
              >
                Undo
              </Button>
            </span>
          )}
        </span>
        <label className="flex min-h-10 pointer-coarse:min-h-11 items-center gap-2 text-card">
          <input
            type="checkbox"
            className="size-4"
            checked={state.format === "markdown"}
            onChange={({ target }) =>
              dispatch({ type: "format", format: target.checked ? "markdown" : "text" })
            }
          />
          Read it as Markdown
        </label>
      </div>
      {workspaces.length > 1 && <WorkspaceField state={state} dispatch={dispatch} workspaces={workspaces} />}
      <div>
        <Button type="submit" look="primary" className="min-h-11" busy={busy} disabled={!ready}>
          Show the preview
        </Button>
        <noscript>
          <p className="mt-2 text-label text-muted">Importing needs JavaScript. Reading does not.</p>
        </noscript>
      </div>
    </form>
  );
}

function WorkspaceField({ state, dispatch, workspaces }: Pick<Props, "state" | "dispatch" | "workspaces">) {
  return (
    <Field label="Workspace" hint="Its members will read the article with you.">
      {(props) => (
        <select
          {...props}
          className={classNames(inputClass, "max-w-sm")}
          value={state.workspaceId}
          onChange={({ target }) => dispatch({ type: "workspace", workspaceId: target.value })}
        >
          {workspaces.map((one) => (
            <option key={one.workspaceId} value={one.workspaceId}>
              {one.workspaceName}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
