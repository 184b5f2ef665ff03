import type { ExternalToast } from "sonner";
import { announce } from "./announcer";

type Kind = "message" | "success" | "error";

/**
 * Asked for together with the place that shows them: each part of a page that imported the library itself would bring
 * its own copy along, and a reading room had six.
 */
function tell(kind: Kind, said: string, options?: ExternalToast): void {
  import("./toaster")
    // One that takes another's place is none of its: with no button and no time of its own it would keep the other's.
    .then(({ tellers }) => tellers[kind](said, { action: undefined, duration: undefined, ...options }))
    // Not loaded, and no connection to load it: whoever listens hears it all the same.
    .catch(() => announce(said));
}

/** Says something at the top of the window, for ten seconds, with a button where there is something to take back. */
export const toast = Object.assign(
  (said: string, options?: ExternalToast) => tell("message", said, options),
  {
    success: (said: string, options?: ExternalToast) => tell("success", said, options),
    error: (said: string, options?: ExternalToast) => tell("error", said, options),
    /** Takes one away before its time. */
    dismiss: (id: string) => void import("./toaster").then(({ dismiss }) => dismiss(id)).catch(() => {}),
  },
);
