"use client";

import { useState } from "react";
import { call, messageOf } from "@/lib/http/client";
import { addAlias, type SourceView } from "@/lib/sources/schema";

export type NewAlias = {
  typed: string;
  type: (text: string) => void;
  /** It is to hold in this article only. */
  isHere: boolean;
  setHere: (isHere: boolean) => void;
  /** A name is typed that is not stored yet. */
  isOpen: boolean;
  error: string | null;
  /** Stores it and answers with the source as it is then; null when it was refused, and it stays in the field. */
  add: () => Promise<SourceView | null>;
};

/** Another name of a source that is being written down, for everywhere or for this article. */
export function useNewAlias(sourceId: string, articleId: string | null): NewAlias {
  const [typed, type] = useState("");
  const [isHere, setHere] = useState(articleId !== null);
  const [error, setError] = useState<string | null>(null);

  async function add(): Promise<SourceView | null> {
    setError(null);
    try {
      const body = { id: crypto.randomUUID(), text: typed, articleId: isHere ? articleId : null };
      const added = await call(addAlias, { params: { sourceId }, body });
      type("");
      return added;
    } catch (refused) {
      setError(messageOf(refused));
      return null;
    }
  }
  return { typed, type, isHere, setHere, isOpen: typed.trim() !== "", error, add };
}
