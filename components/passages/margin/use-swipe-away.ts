"use client";

import { type PointerEvent, useRef, useState } from "react";
import { isField } from "@/components/ui/is-field";

/** Moved this far, or let go faster than this (pixels a millisecond), it goes away. */
const farEnough = 96;
const flick = 0.5;
/** A finger that moves less than this presses; one that moves more up than sideways scrolls. */
const pressMoves = 10;

type Drag = { x: number; y: number; at: number; isMoving: boolean };

/** Lets a drawer at the right edge follow a finger to the right, and away. The element needs `touch-pan-y`. */
export function useSwipeAway(onAway: () => void) {
  const drag = useRef<Drag | null>(null);
  const [moved, setMoved] = useState(0);

  function onPointerDown(event: PointerEvent): void {
    if (event.pointerType !== "touch" || !event.isPrimary || isField(event.target)) return;
    drag.current = { x: event.clientX, y: event.clientY, at: event.timeStamp, isMoving: false };
  }
  function onPointerMove(event: PointerEvent): void {
    const one = drag.current;
    if (!one) return;
    const right = event.clientX - one.x;
    if (!one.isMoving) {
      if (right < pressMoves || right < 2 * Math.abs(event.clientY - one.y)) return;
      // From here on it is no press of the button under it.
      event.currentTarget.setPointerCapture(event.pointerId);
      one.isMoving = true;
    }
    setMoved(Math.max(0, right));
  }
  function onPointerUp(event: PointerEvent): void {
    const one = drag.current;
    stop();
    if (!one?.isMoving) return;
    const right = event.clientX - one.x;
    if (right > farEnough || right / (event.timeStamp - one.at) > flick) onAway();
  }
  function stop(): void {
    drag.current = null;
    setMoved(0);
  }
  return { moved, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop } };
}
