"use client";

import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { call, messageOf } from "@/lib/http/client";
import { addAlias, removeAlias, type SourceView } from "@/lib/sources/schema";
import { inQuotes } from "@/lib/text/in-quotes";

type Props = {
  source: SourceView;
  /** Where a new name holds by default; null where there is no article around. */
  articleId: string | null;
  /** The name in the field, which is not stored yet. */
  typed: string;
  onType: (text: string) => void;
  onChanged: (source: SourceView) => void;
};

/** The other names of a source, here or everywhere. Each change is stored at once. */
export function SourceAliases({ source, articleId, typed, onType, onChanged }: Props) {
  const [isHere, setHere] = useState(articleId !== null);
  const [error, setError] = useState<string | null>(null);
  const id = useId();

  async function run(work: Promise<SourceView>): Promise<boolean> {
    try {
      onChanged(await work);
      setError(null);
      return true;
    } catch (refused) {
      setError(messageOf(refused));
      return false;
    }
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    const body = { id: crypto.randomUUID(), text: typed, articleId: isHere ? articleId : null };
    if (await run(call(addAlias, { params: { sourceId: source.id }, body }))) onType("");
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
            value={typed}
            onChange={({ target }) => onType(target.value)}
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
        <Button type="submit" className="min-h-11" disabled={typed.trim() === ""}>
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
