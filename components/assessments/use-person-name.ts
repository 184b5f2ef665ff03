import { useRoom } from "@/components/discussion/room";
import { nameWithin } from "@/lib/discussion/name-of";

/** For a name in a sentence: "you" for oneself. */
export function usePersonName(): (id: string) => string {
  const { surroundings } = useRoom();
  const { viewer, people } = surroundings;
  return (id) => nameWithin(people, id, viewer.userId);
}
