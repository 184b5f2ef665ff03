import { useRoom } from "@/components/discussion/room";
import { CommentBody } from "@/components/threads/comment-body";
import type { CommentBody as Body } from "@/lib/threads/comment-schema";

/** Why somebody judged or resolved as they did; nothing where they did not say. */
export function Rationale({ body }: { body: Body | null }) {
  const { viewer, people } = useRoom().surroundings;
  if (!body) return null;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name;
  return <CommentBody body={body} nameOf={nameOf} viewerId={viewer.userId} />;
}
