import { useRouter } from "next/navigation";
import { useCallback, useLayoutEffect, useRef, useTransition } from "react";

/**
 * Asks the server for the page anew, and leaves the reader where they are. Next takes it for another page where the
 * address says by now what is open, and goes to its top.
 */
export function useRefreshInPlace(): () => void {
  const { refresh } = useRouter();
  const [isPending, start] = useTransition();
  const place = useRef(0);
  useLayoutEffect(() => {
    const top = place.current;
    if (isPending || top === 0) return;
    place.current = 0;
    // Whoever has scrolled meanwhile stays there.
    if (window.scrollY === 0) window.scrollTo({ top, behavior: "instant" });
  }, [isPending]);
  return useCallback(() => {
    // Asked twice at once, Next may have gone to the top by the second time.
    place.current ||= window.scrollY;
    start(refresh);
  }, [refresh]);
}
