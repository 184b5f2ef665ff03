"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Notice } from "./notice";

function subscribe(hear: () => void): () => void {
  window.addEventListener("online", hear);
  window.addEventListener("offline", hear);
  return () => {
    window.removeEventListener("online", hear);
    window.removeEventListener("offline", hear);
  };
}

/** Whether the browser says that it has a connection. The server, which draws first, says yes. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** A sentence for as long as there is no connection. */
export function OfflineNotice({ children }: { children: ReactNode }) {
  return useOnline() ? null : <Notice kind="offline">{children}</Notice>;
}
