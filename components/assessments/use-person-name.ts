import { useRoom } from "@/components/discussion/room";
import { nameOf } from "@/lib/discussion/name-of";

/** For a name in a sentence: "you" for oneself. */
export function usePersonName(): (id: string) => string {
  const { surroundings } = useRoom();
  const { viewer, people } = surroundings;
  return (id) => (id === viewer.userId ? "you" : nameOf(people, id));
}
