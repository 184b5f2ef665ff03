import { useLayoutEffect, useRef } from "react";
import { type Starting, useRoom } from "./room";

/**
 * While the form of what is being begun is open, asking for it again leads back into it: whoever presses its key with
 * the focus elsewhere means that form, and goes on typing.
 */
export function useLedBack(begun: Starting | null, lead: () => void): void {
  const { opened } = useRoom();
  const known = useRef(opened);
  const latest = useRef(lead);
  useLayoutEffect(() => {
    latest.current = lead;
  });
  // Before the next key, which is a letter of what is written.
  useLayoutEffect(() => {
    if (known.current === opened) return;
    known.current = opened;
    if (begun && opened?.starting === begun) latest.current();
  }, [begun, opened]);
}
