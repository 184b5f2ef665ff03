import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { afterFrame } from "@/components/ui/after-frame";
import { type Positions, positionAt, positionsOf } from "@/lib/articles/positions";
import { cover, type Segment, shortestFirst } from "@/lib/passages/cover";
import {
  detailsOf,
  type Emphasis,
  edgeAttributes,
  edgesOf,
  type Highlight,
  type Look,
  markClass,
  passageHref,
  passageOfRef,
  refId,
} from "./highlight-class";

/** What the text is to show: all highlights in text order, and which of them stand out. */
export type Shown = { highlights: readonly Highlight[]; on: Emphasis };

type State = Shown & {
  positions: Positions;
  byId: ReadonlyMap<string, Highlight>;
  decorations: DecorationSet;
};
type Stretch = { start: number; end: number };

const key = new PluginKey<State>("passages");

/**
 * Draws passages as decorations computed from rows; no other file draws highlights in the editor and the document
 * itself never carries any. `blocks` are those of the document's plain text. `showHighlights` changes what is drawn,
 * and only where something changed.
 */
export function highlightPlugin(blocks: readonly Stretch[], first: Shown): Plugin<State> {
  return new Plugin<State>({
    key,
    state: {
      init(_, { doc }) {
        const positions = positionsOf(doc, blocks);
        return stateOf(positions, first, drawAll(positions, doc, first));
      },
      apply(transaction, state) {
        const next: Shown | undefined = transaction.getMeta(key);
        return next ? stateOf(state.positions, next, redraw(transaction.doc, state, next)) : state;
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: () => {
      let callOff = () => {};
      return {
        update(view, before) {
          if (key.getState(view.state)?.highlights === key.getState(before)?.highlights) return;
          callOff();
          // Whoever marks waits to see the line, and nobody for the numbers behind it.
          callOff = afterFrame(() => nameLinks(view));
        },
        destroy: () => callOff(),
      };
    },
  });
}

/** Shows other highlights, or lets others stand out. */
export function showHighlights(view: Pick<EditorView, "state" | "dispatch">, next: Shown): void {
  const state = key.getState(view.state);
  const isSame =
    state?.highlights === next.highlights &&
    state.on.active === next.on.active &&
    state.on.lit === next.on.lit;
  if (!isSame) view.dispatch(view.state.tr.setMeta(key, next).setMeta("addToHistory", false));
}

function stateOf(positions: Positions, { highlights, on }: Shown, decorations: DecorationSet): State {
  return { positions, highlights, on, byId: new Map(highlights.map((one) => [one.id, one])), decorations };
}

function drawAll(positions: Positions, document: Node, { highlights, on }: Shown): DecorationSet {
  return DecorationSet.create(document, drawn(positions, highlights, on, null));
}

function redraw(document: Node, state: State, next: Shown): DecorationSet {
  const { positions } = state;
  const changed = changedStretches(state, next);
  // Beyond this, looking for what changed costs more than drawing all of it again.
  if (changed.length > 40) return drawAll(positions, document, next);
  let set = state.decorations;
  for (const stretch of changed) {
    const old = set.find(positionAt(positions, stretch.start), positionAt(positions, stretch.end));
    // Stretches that only touch the changed one may have to grow or shrink with it.
    const within = hull(stretch, old.map(stretchOf));
    const gone = set
      .find(positionAt(positions, within.start), positionAt(positions, within.end))
      .filter((one) => isWithin(stretchOf(one), within));
    const touching = next.highlights.filter((one) => one.start < within.end && one.end > within.start);
    set = set.remove(gone).add(document, drawn(positions, touching, next.on, within));
  }
  return set;
}

function sameLook(one: Look, other: Look): boolean {
  return one.look === other.look && one.verdict === other.verdict && one.paint === other.paint;
}

/** Where something looks different now: the old and the new place of every passage that changed, joined where they overlap. */
function changedStretches(state: State, next: Shown): Stretch[] {
  const stretches: Stretch[] = [];
  const nextIds = new Set<string>();
  // Whoever hears the numbers hears them from the marks too; for all others those keep theirs unseen.
  const isNumbered = isAnnounced();
  for (const one of next.highlights) {
    nextIds.add(one.id);
    const old = state.byId.get(one.id);
    const isHeard = isNumbered && old?.place !== one.place;
    if (old && old.start === one.start && old.end === one.end && sameLook(old, one) && !isHeard) continue;
    stretches.push(one);
    if (old) stretches.push(old);
  }
  for (const old of state.highlights) if (!nextIds.has(old.id)) stretches.push(old);
  for (const id of emphasisChanges(state.on, next.on)) {
    const one = state.byId.get(id);
    if (one) stretches.push(one);
  }
  return joined(stretches);
}

function emphasisChanges(before: Emphasis, after: Emphasis): string[] {
  const pairs = [
    [before.active, after.active],
    [before.lit, after.lit],
  ];
  return pairs.flatMap(([old, now]) => (old === now ? [] : [old, now])).filter((id) => id != null);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Decorations of these highlights; with `within`, only the part that lies there. */
function drawn(
  positions: Positions,
  highlights: readonly Highlight[],
  on: Emphasis,
  within: Stretch | null,
): Decoration[] {
  const byId = new Map(highlights.map((one) => [one.id, one]));
  const cut = highlights.map((one) => ({
    id: one.id,
    start: Math.max(one.start, within?.start ?? 0),
    end: Math.min(one.end, within?.end ?? one.end),
  }));
  const isHeard = isAnnounced();
  const edges = edgesOf(isHeard ? highlights : []);
  const segments = isHeard ? cover(cut).flatMap((one) => byBlock(positions, one)) : cover(cut);
  const marks = segments.map(({ start, end, passages }) => {
    // `cover` orders by the length of what was cut; the whole passage counts.
    const whole = passages.flatMap((id) => byId.get(id) ?? []).sort(shortestFirst);
    const ids = whole.map((one) => one.id);
    const looks: Look[] = whole;
    return Decoration.inline(
      positionAt(positions, start),
      positionAt(positions, end),
      {
        nodeName: "mark",
        class: markClass(looks, ids, on),
        "aria-details": detailsOf(ids),
        ...edgeAttributes(edges, start, end),
      },
      { start, end },
    );
  });
  const links = highlights
    .filter((one) => !within || one.end <= within.end)
    .map(({ id, end }) =>
      Decoration.widget(positionAt(positions, end), (view) => link(id, key.getState(view.state)?.byId), {
        // Before whatever starts here: the link belongs to the words that end.
        side: -1,
        key: id,
        start: end,
        end,
        ignoreSelection: true,
      }),
    );
  return [...marks, ...links];
}

/** A segment cut where one block ends: the editor draws it in each, and its beginning is to be heard in the first. */
function byBlock(positions: Positions, { start, end, passages }: Segment): Segment[] {
  return positions
    .filter((one) => one.start < end && one.end > start)
    .map((one) => ({ start: Math.max(start, one.start), end: Math.min(end, one.end), passages }));
}

/** Screen readers are to hear where a passage begins and ends: the person's setting, as it stands on <html>. */
function isAnnounced(): boolean {
  return globalThis.document?.documentElement.dataset.announcePassages === "on";
}

function link(id: string, byId: ReadonlyMap<string, Highlight> | undefined): HTMLAnchorElement {
  const element = document.createElement("a");
  element.id = refId(id);
  element.className = "ref";
  element.href = passageHref(id);
  nameLink(element, byId?.get(id));
  return element;
}

/** Numbers and counts change more often than places: the links keep their place and only get the new words. */
function nameLinks(view: EditorView): void {
  const byId = key.getState(view.state)?.byId;
  for (const element of view.dom.querySelectorAll<HTMLAnchorElement>("a.ref")) {
    nameLink(element, byId?.get(passageOfRef(element) ?? ""));
  }
}

function nameLink(element: HTMLAnchorElement, highlight: Highlight | undefined): void {
  if (!highlight || element.getAttribute("aria-label") === highlight.label) return;
  element.setAttribute("aria-label", highlight.label);
  element.dataset.place = String(highlight.place);
}

function stretchOf(decoration: Decoration): Stretch {
  const { start = 0, end = 0 }: Partial<Stretch> = decoration.spec;
  return { start, end };
}

function hull(stretch: Stretch, others: readonly Stretch[]): Stretch {
  return {
    start: Math.min(stretch.start, ...others.map((one) => one.start)),
    end: Math.max(stretch.end, ...others.map((one) => one.end)),
  };
}

/** A link at the very start of the stretch belongs to a passage before it. */
function isWithin(one: Stretch, stretch: Stretch): boolean {
  return one.start >= stretch.start && one.end > stretch.start && one.end <= stretch.end;
}
