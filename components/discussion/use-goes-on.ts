import { useState } from "react";
import { getKept } from "@/components/ui/kept-text";
import { useRoom } from "./room";

/** True of a form that opens at once, because what lies half written under this name is to be gone on with. */
export function useGoesOn(key: string): boolean {
  const { opened } = useRoom();
  const [isGoingOn] = useState(() => opened?.goOn === key && getKept(key) !== null);
  return isGoingOn;
}
