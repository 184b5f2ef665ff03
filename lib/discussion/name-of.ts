import type { Person } from "./schema";

type Named = Pick<Person, "id" | "name">;

/**
 * A person's name by itself, or at the beginning of a sentence, where whoever looks is “You”. Whoever was here once,
 * and is not known by name any more, is a former member.
 */
export function nameOf(people: readonly Named[], id: string, viewerId?: string): string {
  if (id === viewerId) return "You";
  return people.find((person) => person.id === id)?.name ?? "A former member";
}

/** The same within a sentence; whoever looks is “you” there. */
export function nameWithin(people: readonly Named[], id: string, viewerId?: string): string {
  if (id === viewerId) return "you";
  return people.find((person) => person.id === id)?.name ?? "a former member";
}
