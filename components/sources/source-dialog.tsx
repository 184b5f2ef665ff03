"use client";

import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogEnd } from "@/components/ui/dialog";
import { Field, inputClass, TextField } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { CallError, call } from "@/lib/http/client";
import { sourceKindWords } from "@/lib/sources/kind-words";
import {
  addAlias,
  editSource,
  removeAlias,
  type SourceView,
  sourceKind,
  sourceView,
} from "@/lib/sources/schema";
import { completeAddress } from "@/lib/text/complete-address";

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
  const [theirs, setTheirs] = useState<SourceView | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (next: Partial<Values>) => setValues({ ...values, ...next });

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { name, kind, role, isParty, note, url } = values;
      const body = {
        version: base.version,
        name,
        kind,
        role: role || null,
        isParty,
        note,
        url: url ? completeAddress(url) : null,
      };
      onSaved(await call(editSource, { params: { sourceId: source.id }, body }));
      onClose();
    } catch (refused) {
      const winner = refused instanceof CallError ? sourceView.safeParse(refused.details).data : undefined;
      if (winner) {
        setTheirs(winner);
        setBase(winner);
        onSaved(winner);
      } else setError(asCallError(refused));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={`Edit “${source.name}”`}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        {theirs && (
          <Notice kind="error">
            <p>
              A colleague changed this source meanwhile: {theirs.name}, {sourceKindWords[theirs.kind]}
              {theirs.role && `, ${theirs.role}`}
              {theirs.isParty && ", party to the matter"}.{theirs.note && ` Note: ${theirs.note}`}
              {theirs.url && ` Address: ${theirs.url}`}
            </p>
            <p className="mt-2 flex gap-2">
              <Button size="small" onClick={() => setTheirs(null)}>
                Keep mine
              </Button>
              <Button
                size="small"
                onClick={() => {
                  setValues(theirs);
                  setTheirs(null);
                }}
              >
                Take theirs
              </Button>
            </p>
          </Notice>
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
              {sourceKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {sourceKindWords[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label="Role"
          hint="What makes it one to ask, for instance “head of the port authority”"
          value={values.role ?? ""}
          error={error?.fields.role}
          onChange={({ target }) => set({ role: target.value })}
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
          hint="Where it speaks for itself: what stands there is no evidence that it is so"
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
              onChange={({ target }) => set({ note: target.value })}
            />
          )}
        </Field>
        {error && Object.keys(error.fields).length === 0 && <Notice kind="error">{error.message}</Notice>}
        <DialogEnd>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={isBusy} disabled={theirs !== null}>
            Save
          </Button>
        </DialogEnd>
      </form>
      <Aliases
        source={base}
        articleId={articleId}
        onChanged={(changed) => {
          // A new name brings the source's newest version along, which may hold what a colleague wrote.
          if (!sameValues(changed, base)) setTheirs(changed);
          setBase(changed);
          onSaved(changed);
        }}
      />
    </Dialog>
  );
}

function sameValues(one: Values, other: Values): boolean {
  return (["name", "kind", "role", "isParty", "note", "url"] as const).every(
    (key) => one[key] === other[key],
  );
}

function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError({ status: 0, code: "unexpected", message: "Something went wrong. Try again." });
}

type AliasesProps = {
  source: SourceView;
  articleId: string | null;
  onChanged: (source: SourceView) => void;
};

function Aliases({ source, articleId, onChanged }: AliasesProps) {
  const [text, setText] = useState("");
  const [isHere, setHere] = useState(articleId !== null);
  const [error, setError] = useState<string | null>(null);
  const id = useId();

  async function run(work: Promise<SourceView>): Promise<boolean> {
    try {
      onChanged(await work);
      setError(null);
      return true;
    } catch (refused) {
      setError(asCallError(refused).message);
      return false;
    }
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    const body = { id: crypto.randomUUID(), text, articleId: isHere ? articleId : null };
    if (await run(call(addAlias, { params: { sourceId: source.id }, body }))) setText("");
  }

  return (
    <section className="flex flex-col gap-2 border-hairline border-t pt-4">
      <h3 className="font-semibold text-card">Other names</h3>
      {source.aliases.length > 0 && (
        <ul className="flex flex-col">
          {source.aliases.map((alias) => (
            <li key={alias.id} className="flex items-center gap-2 text-card">
              <span className="min-w-0 flex-1 truncate">
                {alias.text}
                <span className="text-muted">
                  {" · "}
                  {alias.articleId === null
                    ? "everywhere"
                    : alias.articleId === articleId
                      ? "in this article"
                      : "in another article"}
                </span>
              </span>
              <IconButton
                label={`Remove the name “${alias.text}”`}
                onClick={() =>
                  void run(call(removeAlias, { params: { sourceId: source.id, aliasId: alias.id } }))
                }
              >
                <X aria-hidden className="size-4" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form noValidate className="flex flex-wrap items-end gap-2" onSubmit={(event) => void add(event)}>
        <label htmlFor={id} className="flex min-w-40 flex-1 flex-col gap-1 text-label">
          Add a name
          <input
            id={id}
            className={inputClass}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        {articleId && (
          <label className="flex min-h-11 items-center gap-2 text-card">
            <input
              type="checkbox"
              className="size-4 accent-ink"
              checked={isHere}
              onChange={({ target }) => setHere(target.checked)}
            />
            Only in this article
          </label>
        )}
        <Button type="submit" className="min-h-11" disabled={text.trim() === ""}>
          Add
        </Button>
      </form>
      {error && (
        <p role="alert" className="font-medium text-failure text-label">
          {error}
        </p>
      )}
    </section>
  );
}
