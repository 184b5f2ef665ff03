import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { AppError, notFound } from "@/lib/errors";
import { holdSources } from "@/lib/sources/hold-sources";
import { checkWording } from "@/lib/threads/comment-mutations";
import type { CommentBody } from "@/lib/threads/comment-schema";
import { readSpeaker } from "./queries";
import type { Axis } from "./schema";

/** A rationale as it is stored (without words there is none), and whom it mentions. */
export async function checkRationale(
  workspaceId: string,
  rationale: CommentBody | null | undefined,
): Promise<{ wording: { rationale?: CommentBody; text: string }; mentioned: string[] }> {
  if (!rationale) return { wording: { text: "" }, mentioned: [] };
  const { body, text, mentions } = await checkWording(workspaceId, rationale, "rationale");
  return { wording: { rationale: body, text }, mentioned: mentions };
}

type Ground = { axis: Axis; exact: string; sourceId: string | null };

/**
 * Keeps the sources whose words are judged from being taken away; whether it is so, is asked of nobody's. Call it
 * before the article is locked: whoever changes sources locks so, too.
 */
export async function holdJudged(
  tx: Tx,
  workspaceId: string,
  axis: Axis,
  sourceIds: readonly (string | null)[],
): Promise<void> {
  if (axis === "so") return;
  await holdSources(
    tx,
    workspaceId,
    sourceIds.flatMap((one) => one ?? []),
  );
}

/**
 * Refuses a verdict on what does not stand there: it would be put under words, or a name, that its person never
 * judged. Answers with the source to store.
 */
export async function checkGround(
  tx: Tx,
  passageId: string,
  { axis, exact, sourceId }: Ground,
): Promise<string | null> {
  const passage = await tx.passage.findFirst({
    where: { id: passageId, deletedAt: null },
    select: { exact: true },
  });
  if (!passage) throw notFound("passage");
  if (passage.exact !== exact) {
    throw new AppError(
      "conflict",
      "The words of this passage were changed meanwhile. Read them and judge again.",
    );
  }
  if (axis === "so") return null;
  const speaker = await readSpeaker(tx, passageId);
  if (!speaker) {
    const message = "Say first who said this: without a source nobody can have said so.";
    throw new AppError("invalid", message, { fields: { sourceId: message } });
  }
  if (sourceId === speaker) return speaker;
  throw new AppError("conflict", "Who said this was changed meanwhile. Look at it and judge again.");
}
