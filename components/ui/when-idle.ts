/**
 * Runs something once: when the browser has nothing else to do, at the latest after two seconds, or as soon as the
 * person presses or selects anything. Returns how to call it off.
 */
export function whenIdle(run: () => void): () => void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    stop();
    run();
  };
  const onSelect = () => {
    if (!window.getSelection()?.isCollapsed) once();
  };
  const canIdle = "requestIdleCallback" in window;
  const waiting = canIdle ? requestIdleCallback(once, { timeout: 2000 }) : window.setTimeout(once, 300);
  const presses = ["pointerdown", "keydown"] as const;
  for (const press of presses) window.addEventListener(press, once, true);
  document.addEventListener("selectionchange", onSelect);
  function stop() {
    isDone = true;
    for (const press of presses) window.removeEventListener(press, once, true);
    document.removeEventListener("selectionchange", onSelect);
    if (canIdle) cancelIdleCallback(waiting);
    else clearTimeout(waiting);
  }
  return stop;
}

let buttonsDown = 0;
if (typeof window !== "undefined") {
  const note = (event: PointerEvent) => {
    buttonsDown = event.buttons;
  };
  // A menu of the browser's own can swallow the release: the next move tells.
  for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"] as const) {
    window.addEventListener(name, note, { capture: true, passive: true });
  }
}

const ends = ["pointerup", "pointercancel", "pointermove"] as const;

/** Resolves when no button is down: taking something away under a drag would end it. */
export function pointerIsUp(): Promise<void> {
  if (buttonsDown === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (event: Event) => {
      if (event instanceof PointerEvent && event.buttons !== 0) return;
      for (const one of ends) window.removeEventListener(one, done);
      setTimeout(resolve);
    };
    for (const one of ends) window.addEventListener(one, done);
  });
}
