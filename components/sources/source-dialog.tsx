"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Conflict } from "@/components/ui/conflict";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { Field, inputClass, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { CallError, call, messageOf } from "@/lib/http/client";
import type { LastChange } from "@/lib/http/fields";
import { sourceKindWords } from "@/lib/sources/kind-words";
import { editSource, type SourceView, sourceKind, sourceMeanwhile } from "@/lib/sources/schema";
import { completeAddress } from "@/lib/text/complete-address";
import { inQuotes } from "@/lib/text/in-quotes";
import { KindOptions } from "./kind-options";
import { SourceAliases } from "./source-aliases";
import { useNewAlias } from "./use-new-alias";

type Props = {
  source: SourceView;
  /** Where a new name holds by default; null where there is no article around. */
  articleId: string | null;
  onSaved: (source: SourceView) => void;
  onClose: () => void;
};

type Values = Pick<SourceView, "name" | "kind" | "role" | "isParty" | "note" | "url">;

/** What is known of a source, and its other names. Whoever was slower is shown both versions. */
export function SourceDialog({ source, articleId, onSaved, onClose }: Props) {
  const [base, setBase] = useState(source);
  const [values, setValues] = useState<Values>(source);
  const [theirs, setTheirs] = useState<{ source: SourceView; changed: LastChange } | null>(null);
  const [error, setError] = useState<{ message: string; fields: Record<string, string> } | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The name of another source, which I have been told of: whoever saves it again means that both are called so.
  const [taken, setTaken] = useState<string | null>(null);
  const alias = useNewAlias(source.id, articleId);
  const set = (next: Partial<Values>) => setValues({ ...values, ...next });

  /** Takes in the source with its names as they are now; false where it holds what a colleague wrote meanwhile. */
  function takeIn(changed: SourceView): boolean {
    const isAsKnown = sameValues(changed, base);
    if (!isAsKnown) setTheirs({ source: changed, changed: null });
    setBase(changed);
    onSaved(changed);
    return isAsKnown;
  }

  async function add(): Promise<void> {
    const added = await alias.add();
    if (added) takeIn(added);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      // A name that was typed and not added is meant to be saved as well.
      const added = alias.isOpen ? await alias.add() : base;
      if (!added || (added !== base && !takeIn(added))) return;
      const { name, kind, role, isParty, note, url } = values;
      const body = {
        version: added.version,
        name,
        kind,
        role,
        isParty,
        note,
        url: url ? completeAddress(url) : null,
        ...(name === taken ? { isNamesake: true } : {}),
      };
      onSaved(await call(editSource, { params: { sourceId: source.id }, body }));
      onClose();
    } catch (refused) {
      const meanwhile =
        refused instanceof CallError ? sourceMeanwhile.safeParse(refused.details).data : undefined;
      if (meanwhile) {
        const { changed, ...winner } = meanwhile;
        setTheirs({ source: winner, changed });
        setBase(winner);
        onSaved(winner);
      } else {
        const fields = refused instanceof CallError ? refused.fields : {};
        if (refused instanceof CallError && refused.code === "conflict" && fields.name) setTaken(values.name);
        setError({ message: messageOf(refused), fields });
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Edit ${inQuotes(source.name)}`}
      isUnsaved={!sameValues(values, base) || alias.isOpen}
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        {theirs && (
          <Conflict
            {...theirs.changed}
            theirs={<Known of={theirs.source} />}
            onKeep={() => setTheirs(null)}
            onTake={() => {
              setValues(theirs.source);
              setTheirs(null);
            }}
          />
        )}
        <TextField
          label="Name"
          value={values.name}
          error={error?.fields.name}
          onChange={({ target }) => set({ name: target.value })}
        />
        <Field label="Kind" error={error?.fields.kind}>
          {(props) => (
            <select
              {...props}
              className={inputClass}
              value={values.kind}
              onChange={({ target }) => set({ kind: sourceKind.parse(target.value) })}
            >
              <KindOptions />
            </select>
          )}
        </Field>
        <TextField
          label="Role"
          hint="Why it is asked, for instance “head of the port authority”"
          value={values.role ?? ""}
          error={error?.fields.role}
          onChange={({ target }) => set({ role: target.value || null })}
        />
        <label className="flex items-center gap-2 text-card">
          <input
            type="checkbox"
            className="size-4 accent-ink"
            checked={values.isParty}
            onChange={({ target }) => set({ isParty: target.checked })}
          />
          Party to the matter: has a stake in what it says
        </label>
        <TextField
          label="Web address"
          hint="Its own site: what stands there does not count as evidence for what it says"
          inputMode="url"
          value={values.url ?? ""}
          error={error?.fields.url}
          onChange={({ target }) => set({ url: target.value || null })}
        />
        <Field label="Note" error={error?.fields.note}>
          {(props) => (
            <textarea
              {...props}
              rows={3}
              className={inputClass}
              value={values.note ?? ""}
              onChange={({ target }) => set({ note: target.value || null })}
            />
          )}
        </Field>
        {error && Object.keys(error.fields).length === 0 && <Notice kind="error">{error.message}</Notice>}
        <DialogEnd>
          <DialogCancel />
          <Button type="submit" look="primary" busy={isBusy} disabled={theirs !== null}>
            {values.name === taken ? "Both are called so: save" : "Save"}
          </Button>
        </DialogEnd>
      </form>
      <SourceAliases
        source={base}
        adding={alias}
        onAdd={() => void add()}
        articleId={articleId}
        onRemoved={takeIn}
      />
    </Dialog>
  );
}

/** What is known of it now, in a line. */
function Known({ of }: { of: SourceView }) {
  return (
    <>
      {of.name}, {sourceKindWords[of.kind]}
      {of.role && `, ${of.role}`}
      {of.isParty && ", party to the matter"}.{of.note && ` Note: ${of.note}`}
      {of.url && ` Address: ${of.url}`}
    </>
  );
}

function sameValues(one: Values, other: Values): boolean {
  return (["name", "kind", "role", "isParty", "note", "url"] as const).every(
    (key) => one[key] === other[key],
  );
}
