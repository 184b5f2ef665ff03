"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Conflict } from "@/components/ui/conflict";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { type MetadataFields, metadataOf } from "@/lib/articles/metadata-fields";
import {
  type EditedArticle,
  type EditedMeanwhile,
  editArticle,
  editedMeanwhile,
} from "@/lib/articles/schema";
import { CallError, call } from "@/lib/http/client";
import { inQuotes } from "@/lib/text/in-quotes";
import { errorsOfFields, MetadataFieldset } from "./metadata-fields";

/** Changes title, author, publisher, date, address and language of an article. */
export function DetailsDialog({ article, onClose }: { article: EditedArticle; onClose: () => void }) {
  const router = useRouter();
  const [base, setBase] = useState(article);
  const [fields, setFields] = useState(() => fieldsOf(article));
  const [problem, setProblem] = useState<CallError | null>(null);
  const [theirs, setTheirs] = useState<EditedMeanwhile | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const body = { version: base.version, metadata: metadataOf(fields) };
      await call(editArticle, { params: { articleId: article.id }, body });
      toast.success("Saved the article's details.");
      router.refresh();
      onClose();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const meanwhile = error.code === "conflict" ? editedMeanwhile.safeParse(error.details) : null;
      if (meanwhile?.success) setTheirs(meanwhile.data);
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function settle(taken: MetadataFields, current: EditedArticle) {
    setFields(taken);
    setBase(current);
    setTheirs(null);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Details of the article"
      isUnsaved={!sameFields(fields, fieldsOf(base))}
    >
      <form onSubmit={save} noValidate className="flex flex-col gap-4">
        {problem && <Notice kind="error">{problem.message}</Notice>}
        {theirs && (
          <Conflict
            {...theirs.changed}
            did="changed this"
            theirs={<Details of={theirs} />}
            onKeep={() => settle(fields, theirs)}
            onTake={() => settle(fieldsOf(theirs), theirs)}
          />
        )}
        <MetadataFieldset
          fields={fields}
          errors={errorsOfFields(problem?.fields ?? {})}
          onChange={(name, value) => setFields((before) => ({ ...before, [name]: value }))}
        />
        <DialogEnd>
          <DialogCancel />
          <Button type="submit" look="primary" busy={busy} disabled={theirs !== null}>
            Save
          </Button>
        </DialogEnd>
      </form>
    </Dialog>
  );
}

/** What stands there now, in a line. */
function Details({ of }: { of: EditedArticle }) {
  return [inQuotes(of.title), of.author, of.publisher, of.publishedAt, of.url, `language “${of.language}”`]
    .filter(Boolean)
    .join(", ");
}

function fieldsOf(article: EditedArticle): MetadataFields {
  return {
    title: article.title,
    author: article.author ?? "",
    publisher: article.publisher ?? "",
    publishedAt: article.publishedAt ?? "",
    url: article.url ?? "",
    language: article.language,
  };
}

function sameFields(one: MetadataFields, other: MetadataFields): boolean {
  return (Object.keys(one) as (keyof MetadataFields)[]).every((name) => one[name] === other[name]);
}
