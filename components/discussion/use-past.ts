import { useEffect, useRef, useState } from "react";
import { askAtRest } from "@/components/attributions/ask-at-rest";
import { useOnline } from "@/components/ui/offline-notice";

/**
 * Whether there is something to look back at that is not at hand: asked of the server when a passage has been open for a
 * moment, and again when `state`, how it stands now, changes. No until it has answered, and where `ask` is null.
 */
export function usePast(passageId: string, state: string, ask: (() => Promise<boolean>) | null): boolean {
  const [answer, setAnswer] = useState({ passageId: "", has: false });
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const isOnline = useOnline();
  const isAsked = ask !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` says that it may be otherwise by now
  useEffect(() => {
    if (!isAsked || !isOnline) return;
    return askAtRest(
      async () => (await latest.current?.()) ?? false,
      (has) => {
        if (has !== null) setAnswer({ passageId, has });
      },
    );
  }, [passageId, state, isAsked, isOnline]);
  return isAsked && answer.passageId === passageId && answer.has;
}
