"use client";

import { type Dispatch, useEffect, useReducer, useRef, useState } from "react";
import { nextDue } from "@/lib/outbox/attempt";
import type { Queued } from "@/lib/outbox/queue";
import { forget, keep, load } from "./stored";

/** What every queue hears from outside. */
type Sign<One> =
  | { type: "load"; all: readonly One[] }
  | { type: "send"; id: string }
  | { type: "gone"; id: string }
  | { type: "wake" };

type Given<One extends Queued, Event> = {
  articleId: string;
  /** Where in this browser's storage its things are: the beginning of their keys, with the person in it. */
  prefix: string;
  /** One of our own writing, or null for anything else: the server checks it again in any case. */
  read: (value: unknown) => One | null;
  reduce: (all: readonly One[], event: Event | Sign<One>) => readonly One[];
  /** Ids of those that may go out now. */
  ready: (all: readonly One[], now: number) => readonly string[];
  /** Sends one and tells what has become of it; never throws. */
  deliver: (one: One) => Promise<readonly Event[]>;
};

/**
 * What is on its way to the server: sent as soon as it may go, kept over reloads until it is stored, tried again by
 * itself when the connection is back. The server knows each by its id, so however often one is sent it is stored once.
 */
export function useQueue<One extends Queued, Event>(
  given: Given<One, Event>,
): [all: readonly One[], dispatch: Dispatch<Event | Sign<One>>] {
  const { articleId, prefix, read, reduce, ready, deliver } = given;
  const [all, dispatch] = useReducer(reduce, []);
  const [tick, setTick] = useState(0);
  const inFlight = useRef(new Set<string>());
  useStored(prefix, all);

  useEffect(() => {
    dispatch({ type: "load", all: load(prefix, articleId, read) });
    const wake = () => dispatch({ type: "wake" });
    const heed = ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(prefix) && newValue === null)
        dispatch({ type: "gone", id: key.slice(prefix.length) });
    };
    window.addEventListener("online", wake);
    window.addEventListener("storage", heed);
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("storage", heed);
    };
  }, [prefix, articleId, read]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick stands for the clock
  useEffect(() => {
    for (const id of ready(all, Date.now())) {
      const one = all.find((other) => other.id === id);
      if (!one || inFlight.current.has(id)) continue;
      inFlight.current.add(id);
      dispatch({ type: "send", id });
      void deliver(one).then((events) => {
        inFlight.current.delete(id);
        for (const event of events) dispatch(event);
      });
    }
    const due = nextDue(all);
    if (due === null) return;
    const timer = setTimeout(() => setTick((before) => before + 1), Math.max(0, due - Date.now()));
    return () => clearTimeout(timer);
  }, [all, ready, deliver, tick]);

  return [all, dispatch];
}

/** Keeps in storage what is not stored on the server yet, and nothing else. */
function useStored<One extends Queued>(prefix: string, all: readonly One[]): void {
  const kept = useRef<ReadonlyMap<string, One>>(new Map());
  useEffect(() => {
    const open = new Map(all.flatMap((one) => (one.state === "sent" ? [] : [[one.id, one]])));
    for (const [id, one] of open) if (kept.current.get(id) !== one) keep(prefix, one);
    for (const id of kept.current.keys()) if (!open.has(id)) forget(prefix, id);
    kept.current = open;
  }, [prefix, all]);
}
