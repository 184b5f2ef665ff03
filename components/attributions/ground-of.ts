import type { PassageEntry } from "@/lib/discussion/list-passages";
import type { RecordedOn } from "@/lib/discussion/outbox";

/** A passage that is not stored yet goes along; the server knows it by its id, however often it is sent. */
export function groundOf({ passage }: Pick<PassageEntry, "passage">, isUnsaved: boolean): RecordedOn {
  const { id, start, end, exact } = passage;
  return isUnsaved ? { passage: { id, start, end, exact } } : { passageId: id };
}
