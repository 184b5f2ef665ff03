import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { heldBy } from "./chain";
import { attributionSelect, toAttributionView } from "./queries";
import type { AttributionContent } from "./schema";
import { type ContentPlace, columnsOf, type Living, storeLinks } from "./store-content";

/**
 * Stores an attribution with its chain inside the caller's transaction, which has locked the article by taking
 * `place.number` and stores the passage's standing afterwards. Refused when the viewer holds one of this passage
 * already.
 */
export async function insertAttribution(
  tx: Tx,
  viewer: Viewer,
  place: ContentPlace,
  living: Living,
  { id, content, origin }: { id: string; content: AttributionContent; origin: string },
): Promise<void> {
  const mine = heldBy(viewer.userId, place.passageId, living);
  // What I hold may become a link: it then reports the new one. The same id is another try of this very write.
  if (mine && mine.id !== id && mine.id !== content.parentId) {
    const message = "You have said who said this already. Change what you recorded instead.";
    throw new AppError("conflict", message, { details: mine });
  }
  const parentId = await storeLinks(tx, viewer, place, living, id, content);
  const row = await tx.attribution.create({
    data: {
      id,
      articleId: place.articleId,
      passageId: place.passageId,
      ...columnsOf(content),
      parentId,
      origin,
      byId: viewer.userId,
      createdAt: place.now,
      changedAt: place.now,
      createdNumber: place.number,
      contentNumber: place.number,
      number: place.number,
    },
    select: attributionSelect,
  });
  living.set(id, toAttributionView(row));
}
