/** A card in the margin: where its words are and how high it is, in pixels from the top of the margin. */
export type CardAnchor = { id: string; top: number; height: number };

/** Pixels between two cards. */
export const cardGap = 12;

/**
 * Gives each card a top so that none overlap and the order stays (cards come in text order). The active card stands
 * exactly beside its words; later ones are pushed down, earlier ones up. Only where the earlier ones would leave the
 * margin at the top (below `floor`) does everything start at `floor` and the active card give way. Without an active
 * card, cards are only ever pushed down.
 */
export function layOutCards(
  cards: readonly CardAnchor[],
  activeId: string | null,
  floor = 0,
  gap = cardGap,
): number[] {
  const tops = pushDown(
    cards,
    cards.map((card) => card.top),
    floor,
    gap,
  );
  const active = cards.findIndex((card) => card.id === activeId);
  const activeCard = cards[active];
  if (!activeCard) return tops;
  tops[active] = activeCard.top;
  let below = activeCard.top;
  for (let at = active - 1; at >= 0; at--) {
    const free = below - gap - (cards[at]?.height ?? 0);
    below = Math.min(tops[at] ?? free, free);
    tops[at] = below;
  }
  // What follows the active card starts again from its words, not from where the first pass had pushed it.
  for (let at = active + 1; at < cards.length; at++) tops[at] = cards[at]?.top ?? 0;
  return pushDown(cards, tops, floor, gap);
}

function pushDown(
  cards: readonly CardAnchor[],
  wanted: readonly number[],
  floor: number,
  gap: number,
): number[] {
  let free = floor;
  return cards.map((card, at) => {
    const top = Math.max(free, wanted[at] ?? 0);
    free = top + card.height + gap;
    return top;
  });
}

/**
 * Which cards touch the stretch `from`..`to`: the range of indexes to draw, `end` not included. `tops` rise and
 * cards do not overlap, so two binary searches do, however many thousand cards there are.
 */
export function cardsInWindow(
  cards: readonly CardAnchor[],
  tops: readonly number[],
  from: number,
  to: number,
): { start: number; end: number } {
  const start = firstIndex(cards.length, (at) => (tops[at] ?? 0) + (cards[at]?.height ?? 0) >= from);
  const end = firstIndex(cards.length, (at) => (tops[at] ?? 0) > to);
  return { start, end: Math.max(start, end) };
}

/** The first index of 0..length for which the question is answered yes (all later ones are yes too). */
function firstIndex(length: number, isYes: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isYes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words that are marked, in pixels from the top of the margin. */
export type Anchor = { id: string; top: number };

/** One card for one passage, or for several that stand too close for a card each. */
export type AnchorGroup = { ids: string[]; top: number };

type Density = {
  /** The height of the window. */
  screen: number;
  /** More cards than this in one window's height are gathered into groups. */
  most: number;
  /** Anchors this near to a group's first one join it. */
  reach: number;
};

/**
 * Gathers anchors (in text order) into groups when they are too dense for a card each: more than `most` in any
 * window's height. The passage `keep` always has a card of its own.
 */
export function groupAnchors(
  anchors: readonly Anchor[],
  keep: string | null,
  { screen, most, reach }: Density,
): AnchorGroup[] {
  if (!isDense(anchors, screen, most)) return anchors.map(({ id, top }) => ({ ids: [id], top }));
  const groups: AnchorGroup[] = [];
  let open: AnchorGroup | null = null;
  for (const { id, top } of anchors) {
    if (id === keep || !open || top - open.top > reach) {
      open = { ids: [id], top };
      groups.push(open);
      if (id === keep) open = null;
    } else {
      open.ids.push(id);
    }
  }
  return groups;
}

function isDense(anchors: readonly Anchor[], screen: number, most: number): boolean {
  for (let at = most; at < anchors.length; at++) {
    const last = anchors[at];
    const first = anchors[at - most];
    if (last && first && last.top - first.top < screen) return true;
  }
  return false;
}
