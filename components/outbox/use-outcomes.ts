"use client";

import { useMemo, useRef } from "react";

/** What has become of something that a form has sent: stored, or kept here to go out by itself. */
export type Outcome = "stored" | "waiting";

type Waiting = {
  promise: Promise<Outcome>;
  settle: (outcome: Outcome) => void;
  refuse: (why: unknown) => void;
};

/** Nobody looks at a busy button for longer, milliseconds: what has no answer by then is shown as on its way. */
const patienceMs = 8_000;

/** Tells each form what has become of what it sent. */
export function useOutcomes() {
  const waiting = useRef(new Map<string, Waiting>());
  return useMemo(() => {
    const take = (id: string) => {
      const one = waiting.current.get(id);
      waiting.current.delete(id);
      return one;
    };
    const settle = (id: string, outcome: Outcome) => take(id)?.settle(outcome);
    return {
      /** Waits for the outcome; whoever sends the same again waits for the same. */
      expect(id: string): Promise<Outcome> {
        const before = waiting.current.get(id);
        if (before) return before.promise;
        let [give, refuse]: [(outcome: Outcome) => void, (why: unknown) => void] = [() => {}, () => {}];
        const promise = new Promise<Outcome>((resolve, reject) => {
          [give, refuse] = [resolve, reject];
        });
        waiting.current.set(id, { promise, settle: give, refuse });
        setTimeout(() => settle(id, "waiting"), patienceMs);
        return promise;
      },
      settle,
      /** True when somebody was waiting, and has it back. */
      refuse(id: string, why: unknown): boolean {
        const one = take(id);
        one?.refuse(why);
        return one !== undefined;
      },
    };
  }, []);
}
