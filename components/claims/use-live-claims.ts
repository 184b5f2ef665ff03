"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { followArticle, type LiveState } from "@/components/live/connection";
import { useOnline } from "@/components/ui/offline-notice";
import { leaveWhatIsClosed } from "@/components/ui/signed-out";
import { addressOfClaims, type ClaimsAddress } from "@/lib/claims/read-claims-address";
import { getClaimsBoard, getClaimsMatrix, getClaimsNumbers, listClaims } from "@/lib/claims/schema";
import { CallError, call, messageOf } from "@/lib/http/client";
import type { ClaimsPage } from "./claims-page";

/** How often to ask while no stream says when. */
const askMs = 15_000;

type Held = {
  page: ClaimsPage;
  isOnline: boolean;
  /** Why it could not be brought up to date; null while it can. */
  failure: string | null;
  /** Asks for what is so now. */
  ask: () => void;
};

/**
 * Holds what an address of the claims shows and keeps it up to date: hears that something happened in the article, and
 * asks for the same view again. What comes for an address that was left meanwhile is dropped.
 */
export function useLiveClaims(articleId: string, asked: ClaimsAddress, initial: ClaimsPage): Held {
  const address = addressOfClaims(articleId, asked);
  const [fresh, setFresh] = useState<{ address: string; page: ClaimsPage } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [live, setLive] = useState<LiveState>("waiting");
  const isOnline = useOnline();
  const isFresh = fresh?.address === address && fresh.page.answer.number >= initial.answer.number;
  const page = isFresh ? fresh.page : initial;

  const held = useRef({ address, asked, number: page.answer.number });
  useEffect(() => {
    held.current = { address, asked, number: page.answer.number };
  });

  const state = useRef({ isAsking: false, isWanted: false });
  const ask = useCallback(async () => {
    const now = state.current;
    if (now.isAsking) {
      now.isWanted = true;
      return;
    }
    now.isAsking = true;
    do {
      now.isWanted = false;
      const { address, asked } = held.current;
      try {
        const page = await readPage(articleId, asked);
        setFresh({ address, page });
        setFailure(null);
      } catch (error) {
        setFailure(failureOf(error));
      }
    } while (now.isWanted);
    now.isAsking = false;
  }, [articleId]);

  useEffect(() => {
    const stop = followArticle(articleId, {
      onBell: ({ number }) => {
        if (number > held.current.number) void ask();
      },
      onPresence: () => undefined,
      onAccess: () => void ask(),
      onState: setLive,
    });
    window.addEventListener("online", ask);
    return () => {
      stop();
      window.removeEventListener("online", ask);
    };
  }, [articleId, ask]);

  useEffect(() => {
    if (!isOnline || live === "live") return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void ask();
    }, askMs);
    return () => clearInterval(timer);
  }, [isOnline, live, ask]);

  return { page, isOnline, failure, ask };
}

/** A sentence; whoever is signed out or no member any more gets what the server says of that. */
function failureOf(error: unknown): string | null {
  if (!(error instanceof CallError)) return messageOf(error);
  leaveWhatIsClosed(error.code);
  // There is a notice for this already.
  return error.code === "offline" ? null : error.message;
}

async function readPage(articleId: string, asked: ClaimsAddress): Promise<ClaimsPage> {
  const params = { articleId };
  const { view = "table", from, ...query } = asked;
  switch (view) {
    case "board":
      return { view, answer: await call(getClaimsBoard, { params }) };
    case "matrix":
      return { view, answer: await call(getClaimsMatrix, { params }) };
    case "numbers":
      return {
        view,
        answer: await call(getClaimsNumbers, {
          params,
          query: from === undefined ? {} : { from: String(from) },
        }),
      };
    case "table":
      return { view, answer: await call(listClaims, { params, query }) };
  }
}
