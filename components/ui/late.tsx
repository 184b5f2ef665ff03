"use client";

import {
  type ComponentType,
  createElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { whenIdle } from "./when-idle";

type Load<Props> = () => Promise<ComponentType<Props>>;

type Given<Props extends object> = {
  /** Asks for the component's code. One function for all uses, so that what came once is there at once. */
  load: Load<Props>;
  /** What it is drawn with. */
  props: Props;
  /** What stands in its place until then, of the same size. Its buttons carry `data-early` (early-presses.ts). */
  served: ReactNode;
};

/** When to ask again for what could not be loaded. */
const chances = ["pointerdown", "keydown", "online"] as const;

const loaded = new WeakMap<object, unknown>();

/**
 * A component whose code is asked for when the page is there to be read. If it cannot be loaded, the next press, or
 * the line coming back, asks again. The focus goes along.
 */
export function Late<Props extends object>({ load, props, served }: Given<Props>) {
  const [part, setPart] = useState(() => partOf(load));
  const [tries, setTries] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed try is followed by another
  useEffect(() => {
    if (part) return;
    let isGone = false;
    const again = () => setTries((before) => before + 1);
    const stop = whenIdle(async () => {
      try {
        loaded.set(load, await load());
      } catch {
        if (!isGone) for (const one of chances) window.addEventListener(one, again, { once: true });
        return;
      }
      whenLetGo(place, () => {
        if (isGone) return;
        hadFocus.current = place.current?.contains(document.activeElement) ?? false;
        setPart(() => partOf(load));
      });
    });
    return () => {
      isGone = true;
      for (const one of chances) window.removeEventListener(one, again);
      stop();
    };
  }, [load, part, tries]);

  useLayoutEffect(() => {
    if (!part || !hadFocus.current) return;
    hadFocus.current = false;
    place.current?.querySelector("button")?.focus();
  }, [part]);

  return (
    <div ref={place} className="contents">
      {part ? createElement(part, props) : served}
    </div>
  );
}

/** A button that goes while it is held down is never clicked, and the press would be lost. */
function whenLetGo(place: RefObject<HTMLElement | null>, run: () => void): void {
  if (place.current?.querySelector(":active")) requestAnimationFrame(() => whenLetGo(place, run));
  else run();
}

function partOf<Props extends object>(load: Load<Props>): ComponentType<Props> | null {
  // What is kept under a loader is what that loader gave.
  return (loaded.get(load) as ComponentType<Props> | undefined) ?? null;
}
