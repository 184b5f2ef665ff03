"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { call, messageOf } from "@/lib/http/client";
import { removeAlias, type SourceView } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import type { NewAlias } from "./use-new-alias";

type Props = {
  source: SourceView;
  /** Where a new name holds by default; null where there is no article around. */
  articleId: string | null;
  /** The name in the field, which is not stored yet. */
  adding: NewAlias;
  onAdd: () => void;
  onRemoved: (source: SourceView) => void;
};

/** The other names of a source, here or everywhere. Each change is stored at once. */
export function SourceAliases({ source, articleId, adding, onAdd, onRemoved }: Props) {
  const { typed, type, isHere, setHere, isOpen } = adding;
  const [refusal, setRefusal] = useState<string | null>(null);
  const error = refusal ?? adding.error;
  const id = useId();

  async function remove(aliasId: string): Promise<void> {
    setRefusal(null);
    try {
      onRemoved(await call(removeAlias, { params: { sourceId: source.id, aliasId } }));
    } catch (refused) {
      setRefusal(messageOf(refused));
    }
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
                label={`Remove the name ${inQuotes(alias.text)}`}
                onClick={() => void remove(alias.id)}
              >
                <X aria-hidden className="size-4" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form
        noValidate
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setRefusal(null);
          onAdd();
        }}
      >
        <label htmlFor={id} className="flex min-w-40 flex-1 flex-col gap-1 text-label">
          Add a name
          <input id={id} className={inputClass} value={typed} onChange={({ target }) => type(target.value)} />
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
        <Button type="submit" className="min-h-11" disabled={!isOpen}>
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
