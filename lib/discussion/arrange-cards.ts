/** Words that are marked, in pixels from the top of the margin. Anchors come in text order. */
export type Anchor = { id: string; top: number };

/** One card for one passage, or for several that stand too close for a card each; in pixels from the top of the margin. */
export type PlacedCard = { ids: string[]; top: number; height: number };

/** Pixels between two cards. */
export const cardGap = 12;

type Given = {
  anchors: readonly Anchor[];
  /** The open passage: its card stands alone and at its words. */
  activeId: string | null;
  /** How high the card of these passages is. */
  heightOf: (ids: readonly string[]) => number;
  /** The first pixel that cards may take. */
  floor: number;
  /** A card further from its words than this joins the card before it. */
  reach: number;
};

/**
 * Gives each passage a card near its words: in text order, never over each other, never further away than `reach`;
 * where there are too many for that, several share one. The active card stands exactly at its words, and the others
 * give way: later ones downward, earlier ones upward or into a shared card. Only at the very top of the margin, where
 * nothing can give way any more, does the active card stand lower.
 */
export function arrangeCards({ anchors, activeId, ...given }: Given): PlacedCard[] {
  const at = anchors.findIndex((one) => one.id === activeId);
  const active = anchors[at];
  if (!active) return gather(anchors, given.floor, given);
  const above = makeRoom(gather(anchors.slice(0, at), given.floor, given), active.top, given);
  const last = above.at(-1);
  const free = last ? bottomOf(last) : given.floor;
  const card = { ids: [active.id], top: Math.max(active.top, free), height: given.heightOf([active.id]) };
  return [...above, card, ...gather(anchors.slice(at + 1), bottomOf(card), given)];
}

type Rules = Pick<Given, "heightOf" | "floor" | "reach">;
/** A card with the place of its first words. */
type Gathered = PlacedCard & { anchor: number };

/** The first free pixel below a card. */
function bottomOf({ top, height }: PlacedCard): number {
  return top + height + cardGap;
}

function gather(anchors: readonly Anchor[], from: number, { heightOf, reach }: Rules): Gathered[] {
  const cards: Gathered[] = [];
  let free = from;
  for (const { id, top } of anchors) {
    const last = cards.at(-1);
    if (last && free - top > reach) {
      last.ids.push(id);
      last.height = heightOf(last.ids);
      free = bottomOf(last);
    } else {
      const card = { ids: [id], top: Math.max(free, top), height: heightOf([id]), anchor: top };
      cards.push(card);
      free = bottomOf(card);
    }
  }
  return cards;
}

/** Moves the last cards up, or joins them, until the pixel `until` is free. */
function makeRoom(cards: Gathered[], until: number, rules: Rules): Gathered[] {
  for (;;) {
    const last = cards.at(-1);
    if (!last || bottomOf(last) <= until) return cards;
    const moved = pushUp(cards, until, rules);
    if (moved) return moved;
    const before = cards.at(-2);
    if (!before) return cards;
    const ids = [...before.ids, ...last.ids];
    cards = [...cards.slice(0, -2), { ...before, ids, height: rules.heightOf(ids) }];
  }
}

/** The cards moved up so that `until` is free; null when one would leave the margin or its words' reach. */
function pushUp(cards: readonly Gathered[], until: number, { floor, reach }: Rules): Gathered[] | null {
  const moved = [...cards];
  let free = until;
  for (let at = cards.length - 1; at >= 0; at--) {
    const card = cards[at];
    if (!card || bottomOf(card) <= free) break;
    const top = free - cardGap - card.height;
    if (top < floor || card.anchor - top > reach) return null;
    moved[at] = { ...card, top };
    free = top;
  }
  return moved;
}

/**
 * Which cards touch the stretch `from`..`to`: the range of indexes to draw, `end` not included. Tops rise and cards
 * do not overlap, so two binary searches do, however many thousand cards there are.
 */
export function cardsInWindow(
  cards: readonly PlacedCard[],
  from: number,
  to: number,
): { start: number; end: number } {
  const start = firstIndex(cards, ({ top, height }) => top + height >= from);
  const end = firstIndex(cards, ({ top }) => top > to);
  return { start, end: Math.max(start, end) };
}

/** Passages whose cards are out of sight on one side: how many, and the one that is nearest to what is seen. */
export type OutOfSight = { count: number; nearest: string | null };

/** What lies wholly above and wholly below the stretch `from`..`to`; `isCounted` leaves out what is no passage. */
export function cardsOutOfSight(
  cards: readonly PlacedCard[],
  from: number,
  to: number,
  isCounted: (id: string) => boolean = () => true,
): { above: OutOfSight; below: OutOfSight } {
  const { start, end } = cardsInWindow(cards, from, to);
  const above = cards.slice(0, start).flatMap((card) => card.ids.filter(isCounted));
  const below = cards.slice(end).flatMap((card) => card.ids.filter(isCounted));
  return {
    above: { count: above.length, nearest: above.at(-1) ?? null },
    below: { count: below.length, nearest: below[0] ?? null },
  };
}

/** The first index for which the question is answered yes (all later ones are yes too). */
function firstIndex(cards: readonly PlacedCard[], isYes: (card: PlacedCard) => boolean): number {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const card = cards[middle];
    if (card && isYes(card)) high = middle;
    else low = middle + 1;
  }
  return low;
}
