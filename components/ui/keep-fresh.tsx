"use client";

import { useEffect } from "react";
import { useRefreshInPlace } from "./use-refresh-in-place";

const everyMs = 30_000;

/** Asks the server for the page anew while it is looked at, and when somebody comes back to it: it has no live stream. */
export function KeepFresh() {
  const refresh = useRefreshInPlace();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      // Next leaves the page for one that it cannot get: nobody is to lose what they read while the server is away.
      const health = await fetch("/api/health/ready").catch(() => null);
      if (health?.ok && !isGone) refresh();
    };
    const timer = setInterval(look, everyMs);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      isGone = true;
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
  return null;
}
