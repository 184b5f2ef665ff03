import type { Person } from "./schema";

/** A person's name; somebody who is not known any more stays somebody. */
export function nameOf(people: readonly Person[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? "Somebody";
}
