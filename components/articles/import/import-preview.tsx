"use client";

import { Undo2 } from "lucide-react";
import { type Dispatch, type RefObject, useRef, useState } from "react";
import { errorsOfFields, MetadataFieldset } from "@/components/articles/metadata-fields";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { useHandOn } from "@/components/ui/use-hand-on";
import { dayWithoutYear } from "@/lib/articles/import/day-without-year";
import { type ImportAction, type ImportState, isNewPreview } from "@/lib/articles/import/import-state";
import { inQuotes } from "@/lib/text/in-quotes";
import { DraftBlocks } from "./draft-blocks";
import type { Workspace } from "./import-room";
import { OriginalText } from "./original-text";

type Props = {
  state: ImportState;
  dispatch: Dispatch<ImportAction>;
  /** The field of the text, which is there when this is not. */
  field: RefObject<HTMLTextAreaElement | null>;
  workspaces: Workspace[];
  busy: boolean;
  errors: Record<string, string>;
  onImport: (evenSo: boolean) => void;
};

/** The second step: what the text became, beside the text, to be mended before it is stored. */
export function ImportPreview({ state, dispatch, field, workspaces, busy, errors, onImport }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useHandOn(form, () => field.current);
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, state.blocks.length - 1);
  const workspace = workspaces.find((one) => one.workspaceId === state.workspaceId);
  const original = (
    <OriginalText text={state.text} span={state.blocks[active]} language={state.fields.language} />
  );
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onImport(false);
      }}
      className="flex flex-col gap-8"
    >
      {state.existing && (
        <HereAlready
          existing={state.existing}
          // For a headline nothing is refused: what else is the same is told first.
          onImport={() => onImport(state.existing?.same !== "title")}
          busy={busy}
        />
      )}
      <div className="grid items-start gap-8 desk:grid-cols-beside">
        <div className="flex min-w-0 flex-col gap-10">
          <section aria-labelledby="details">
            <h2 id="details" className="mb-4 text-dek font-medium">
              What it is
            </h2>
            <MetadataFieldset
              fields={state.fields}
              reasons={state.reasons}
              errors={errorsOfFields(errors)}
              onChange={(name, value) => dispatch({ type: "field", name, value })}
              {...(state.fields.publishedAt
                ? {}
                : { dateHint: <MissingDate state={state} dispatch={dispatch} /> })}
            />
          </section>
          <section aria-labelledby="blocks">
            <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
              <h2 id="blocks" className="text-dek font-medium">
                What became of it
              </h2>
              <Button
                size="small"
                aria-disabled={state.past.length === 0}
                onClick={() => state.past.length > 0 && dispatch({ type: "undo" })}
              >
                <Undo2 aria-hidden className="size-4" />
                Undo
              </Button>
            </div>
            {isNewPreview(state) && (
              <p className="mb-3 text-label">
                This is a new preview, because the text changed. Undo brings the one before back, with its
                text.
              </p>
            )}
            <DraftBlocks
              blocks={state.blocks}
              caret={state.caret}
              active={active}
              language={state.fields.language}
              dispatch={dispatch}
              onActive={setActive}
            />
          </section>
        </div>
        <aside aria-label="The original" className="sticky top-20 hidden desk:block">
          <h2 className="mb-4 text-dek font-medium">The original</h2>
          {original}
        </aside>
        <details className="desk:hidden">
          <summary className="py-2.5 text-body font-semibold">The original</summary>
          {original}
        </details>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex items-center justify-between gap-3 border-hairline border-t bg-paper px-4 py-3">
        <Button className="min-h-11 shrink-0" onClick={() => dispatch({ type: "go", step: "text" })}>
          Change the text
        </Button>
        <Button type="submit" look="primary" className="min-h-11 min-w-0" busy={busy}>
          <span className="truncate">Import to {workspace?.workspaceName ?? "the workspace"}</span>
        </Button>
      </div>
    </form>
  );
}

function MissingDate({ state, dispatch }: Pick<Props, "state" | "dispatch">) {
  const day = dayWithoutYear(state.blocks);
  return (
    <span className="flex flex-col gap-1">
      <span>
        {day === null ? "The text shows no date." : `The text says ${day}, without a year.`} When was the
        article published?
      </span>
      <label className="flex min-h-6 pointer-coarse:min-h-11 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={state.withoutDate}
          onChange={({ target }) => dispatch({ type: "withoutDate", value: target.checked })}
        />
        {day === null ? "It shows none" : "It shows no year"}
      </label>
    </span>
  );
}

function HereAlready({
  existing,
  onImport,
  busy,
}: {
  existing: NonNullable<ImportState["existing"]>;
  onImport: () => void;
  busy: boolean;
}) {
  return (
    <div role="alert">
      <Notice>
        <p>
          {`${sameWords[existing.same]} is here already: ${inQuotes(existing.title)}, imported `}
          <TimeAgo at={existing.createdAt} />
          {existing.archived && ", archived since"}.
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-4">
          <a
            className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
            href={`/articles/${existing.id}`}
          >
            Open that article
          </a>
          <Button size="small" onClick={onImport} busy={busy}>
            {existing.same === "words" ? "Import it a second time" : "Import this one too"}
          </Button>
        </p>
      </Notice>
    </div>
  );
}

const sameWords: Record<NonNullable<ImportState["existing"]>["same"], string> = {
  words: "This text",
  address: "An article with this address",
  title: "An article with this headline",
};
