import { useRoom } from "@/components/discussion/room";
import { nameOf, nameWithin } from "@/lib/discussion/name-of";

/** For a name in a sentence, or at its beginning: "you" or "You" for oneself, and all others as they write it. */
export function usePersonName(place: "within" | "first" = "within"): (id: string) => string {
  const { surroundings } = useRoom();
  const { viewer, people } = surroundings;
  const name = place === "first" ? nameOf : nameWithin;
  return (id) => name(people, id, viewer.userId);
}
