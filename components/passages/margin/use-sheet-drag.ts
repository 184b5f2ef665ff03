"use client";

import { type PointerEvent, useRef, useState } from "react";
import { type SeenWindow, type SheetHeight, sheetPixels, snapSheet } from "./sheet-size";

type Given = {
  height: SheetHeight;
  seen: SeenWindow;
  onHeight: (height: SheetHeight) => void;
  onClose: () => void;
};

type Sample = { y: number; at: number };
type Drag = { from: number; startY: number; samples: Sample[]; isMoving: boolean };

/** A finger that moves less than this presses. */
const pressMoves = 6;
/** The speed of a flick is that of its last moments, milliseconds. */
const lastMoments = 100;

/** Lets the sheet follow a finger on its head; when it is let go, it goes on to the height that was meant. */
export function useSheetDrag({ height, seen, onHeight, onClose }: Given) {
  const drag = useRef<Drag | null>(null);
  const [pixels, setPixels] = useState<number | null>(null);
  const held = ({ from, startY }: Drag, y: number) =>
    Math.min(sheetPixels("full", seen), Math.max(0, from + startY - y));

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const sample = { y: event.clientY, at: event.timeStamp };
    drag.current = {
      from: sheetPixels(height, seen),
      startY: event.clientY,
      samples: [sample],
      isMoving: false,
    };
  }
  function onPointerMove(event: PointerEvent): void {
    const one = drag.current;
    if (!one) return;
    // A mouse that was let go elsewhere.
    if (event.buttons === 0) {
      stop();
      return;
    }
    if (!one.isMoving && Math.abs(event.clientY - one.startY) < pressMoves) return;
    // From here on it is no press of the button under it.
    if (!one.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
    one.isMoving = true;
    one.samples = [
      ...one.samples.filter(({ at }) => event.timeStamp - at < lastMoments),
      { y: event.clientY, at: event.timeStamp },
    ];
    setPixels(held(one, event.clientY));
  }
  function onPointerUp(event: PointerEvent): void {
    const one = drag.current;
    stop();
    if (!one?.isMoving) return;
    const speed = speedOf(one.samples, event);
    const next = snapSheet({ pixels: held(one, event.clientY), speed, seen });
    if (next) onHeight(next);
    else onClose();
  }
  /** The browser has taken the finger for something of its own: as if nothing had been. */
  function stop(): void {
    drag.current = null;
    setPixels(null);
  }
  return { pixels, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop } };
}

/** Upwards, pixels a millisecond; a finger that rested before it was lifted has none. */
function speedOf(samples: readonly Sample[], { clientY, timeStamp }: PointerEvent): number {
  const first = samples.find(({ at }) => timeStamp - at < lastMoments);
  return first && timeStamp > first.at ? (first.y - clientY) / (timeStamp - first.at) : 0;
}
