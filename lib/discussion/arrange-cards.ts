/** Words that are marked, in pixels from the top of the margin. Anchors come in text order. */
export type Anchor = { id: string; top: number };

/** The passages of one card, in text order: one, or several that stand too close for a card each. */
export type Share = { ids: string[]; anchors: Anchor[] };

/** A card where it stands, in pixels from the top of the margin. */
export type PlacedCard = { ids: string[]; top: number; height: number };

/** Pixels between two cards. */
export const cardGap = 12;
/** How high a card of one passage is expected to be, and one of several. */
export const usualHeight = 62;
export const groupHeight = 32;

type Margin = {
  /** The first pixel that cards may take. */
  floor: number;
  windowHeight: number;
};

/** Where passages are too many for a card each, the cards stay so near to their words, in pixels. */
const near = 160;

/** Where there is room for a card each, one may stand so far from its words: both are in the window together. */
function reachOf({ windowHeight }: Margin): number {
  return windowHeight / 2;
}

/**
 * Decides which passages share a card: only those of a stretch in which a card for each would end too far from its
 * words. It asks neither what is open nor how tall cards are, so that opening one folds no other away.
 */
export function shareCards(anchors: readonly Anchor[], margin: Margin): Share[] {
  return shareFrom(anchors, margin.floor, margin);
}

function shareFrom(anchors: readonly Anchor[], from: number, margin: Margin): Share[] {
  const shares: Share[] = [];
  let free = from;
  for (let start = 0; start < anchors.length; ) {
    const touching = touchingFrom(anchors, start, free, margin);
    const stretch = anchors.slice(start, touching.end);
    if (touching.furthest > reachOf(margin)) {
      const gathered = gather(stretch, free, margin);
      shares.push(...gathered.shares);
      free = gathered.free;
    } else {
      for (const one of stretch) shares.push(shareOf([one]));
      free = touching.free;
    }
    start = touching.end;
  }
  return shares;
}

/** The cards that touch, from `start` on, with one for each: where they end, and how far one is from its words. */
function touchingFrom(anchors: readonly Anchor[], start: number, from: number, { floor }: Margin) {
  let free = Math.max(from, floor, anchors[start]?.top ?? 0);
  let furthest = 0;
  let end = start;
  for (; end < anchors.length; end++) {
    const words = Math.max(anchors[end]?.top ?? 0, floor);
    // The first stands at its words or, pushed down, touches the one before it.
    if (end > start && words >= free) break;
    furthest = Math.max(furthest, free - words);
    free += usualHeight + cardGap;
  }
  return { end, furthest, free };
}

/** Whatever would stand too far from its words joins the card before it. */
function gather(anchors: readonly Anchor[], from: number, { floor }: Margin) {
  const shares: Share[] = [];
  let free = from;
  for (const one of anchors) {
    const words = Math.max(one.top, floor);
    const last = shares.at(-1);
    if (last && free - words > near) {
      if (last.ids.length === 1) free -= usualHeight - groupHeight;
      last.ids.push(one.id);
      last.anchors.push(one);
    } else {
      shares.push(shareOf([one]));
      free = Math.max(free, words) + usualHeight + cardGap;
    }
  }
  return { shares, free };
}

function shareOf(anchors: Anchor[]): Share {
  return { ids: anchors.map((one) => one.id), anchors };
}

type Given = Margin & {
  shares: readonly Share[];
  /** The words of what is open, which need not be among the shares. */
  active: Anchor | null;
  /** How high the card of these passages is. */
  heightOf: (ids: readonly string[], isOpen: boolean) => number;
};

/**
 * Places the cards beside their words, in text order and never over each other. What is open stands alone and exactly
 * at its words; later cards are pushed down, earlier ones up. At the top of the margin, where those before it take all
 * the room there is, it stands below them. A window's height below it, where its own words are long out of sight, the
 * cards that it has pushed too far share some until they are back at theirs.
 */
export function placeCards({ shares, active, ...given }: Given): PlacedCard[] {
  if (!active) return placeBelow(shares, given.floor, given);
  const { before, after } = splitAt(shares, active);
  const above = placeFrom(before, given.floor, given);
  const taken = above.reduce((sum, { height }) => sum + height + cardGap, given.floor);
  const top = Math.max(active.top, taken);
  const open = { ids: [active.id], top, height: given.heightOf([active.id], true) };
  return [...pushUp(above, top), open, ...placeBelow(after, bottomOf(open), given)];
}

type Rules = Omit<Given, "shares" | "active">;

/** The first free pixel below a card. */
function bottomOf({ top, height }: PlacedCard): number {
  return top + height + cardGap;
}

/** What stands before the open words and what behind: out of a card that they shared, they leave alone. */
function splitAt(shares: readonly Share[], { id, top }: Anchor): { before: Share[]; after: Share[] } {
  const at = shares.findIndex(({ ids }) => ids.includes(id));
  const share = shares[at];
  if (!share) {
    const next = shares.findIndex(({ anchors: [first] }) => first !== undefined && first.top > top);
    const place = next < 0 ? shares.length : next;
    return { before: shares.slice(0, place), after: shares.slice(place) };
  }
  const within = share.ids.indexOf(id);
  const parts = [share.anchors.slice(0, within), share.anchors.slice(within + 1)];
  const [left = [], right = []] = parts.map((anchors) => (anchors.length > 0 ? [shareOf(anchors)] : []));
  return { before: [...shares.slice(0, at), ...left], after: [...right, ...shares.slice(at + 1)] };
}

function wordsOf({ anchors: [first] }: Share, { floor }: Margin): number {
  return Math.max(first?.top ?? 0, floor);
}

function placeFrom(shares: readonly Share[], from: number, rules: Rules): PlacedCard[] {
  let free = from;
  return shares.map((share) => {
    const height = rules.heightOf(share.ids, false);
    const card = { ids: share.ids, top: Math.max(free, wordsOf(share, rules)), height };
    free = bottomOf(card);
    return card;
  });
}

/** Moves the last cards up until the pixel `until` is free; there is room for all of them above it. */
function pushUp(cards: readonly PlacedCard[], until: number): PlacedCard[] {
  const moved = [...cards];
  let free = until;
  for (let at = cards.length - 1; at >= 0; at--) {
    const card = cards[at];
    if (!card || bottomOf(card) <= free) break;
    free -= cardGap + card.height;
    moved[at] = { ...card, top: free };
  }
  return moved;
}

function placeBelow(shares: readonly Share[], from: number, rules: Rules): PlacedCard[] {
  const cards = placeFrom(shares, from, rules);
  const outOfSight = from + rules.windowHeight;
  const at = cards.findIndex(({ top }, at) => {
    const share = shares[at];
    return top > outOfSight && share !== undefined && top - wordsOf(share, rules) > reachOf(rules);
  });
  if (at < 0) return cards;
  const free = cards[at]?.top ?? from;
  const rest = shareFrom(
    shares.slice(at).flatMap((share) => share.anchors),
    free,
    rules,
  );
  return [...cards.slice(0, at), ...placeFrom(rest, free, rules)];
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
