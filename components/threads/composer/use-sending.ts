"use client";

import { useCallback, useState } from "react";
import { type CommentBody, commentBody } from "@/lib/threads/comment-schema";

export type Sending = {
  isBusy: boolean;
  /** Why it cannot be sent as it is. */
  error: string | null;
  clearError: () => void;
  /** True when it was taken. */
  send: (body: CommentBody) => Promise<boolean>;
};

/** Holds what is written against the schema that the server has too, then hands it over, one at a time. */
export function useSending(onSend: (body: CommentBody) => boolean | Promise<boolean>): Sending {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const clearError = useCallback(() => setError(null), []);

  async function send(body: CommentBody): Promise<boolean> {
    const checked = commentBody.safeParse(body);
    if (!checked.success) {
      setError(checked.error.issues[0]?.message ?? "This cannot be posted.");
      return false;
    }
    setBusy(true);
    const isTaken = await Promise.resolve(onSend(checked.data)).catch(() => false);
    setBusy(false);
    return isTaken;
  }

  return { isBusy, error, clearError, send };
}
