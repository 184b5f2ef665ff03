import { describe, expect, it } from "vitest";
import {
  activeRow,
  enter,
  isSeen,
  look,
  type Picking,
  point,
  type Rows,
  send,
  type Turn,
  turn,
  untouched,
} from "./picking";

const add = "new Okell";
const jane = "jane";
const john = "john";

const rows = (at: number, keys: string[], isAnswered: boolean): Rows => ({ at, keys, isAnswered });

/** What happens to the list, one after the other: rows are drawn, Enter, a row is pointed at, the list is turned. */
type Deed = { drawn: Rows } | { enter: Rows } | { point: string } | { turn: Turn };

function story(...deeds: Deed[]): { picking: Picking; taken: (string | null)[] } {
  let picking = untouched;
  const taken: (string | null)[] = [];
  for (const deed of deeds) {
    if ("point" in deed) {
      picking = point(picking, deed.point);
      continue;
    }
    if ("turn" in deed) {
      picking = turn(picking, deed.turn);
      continue;
    }
    const step = "enter" in deed ? enter(picking, deed.enter) : look(picking, deed.drawn);
    picking = step.picking;
    taken.push(step.taken);
  }
  return { picking, taken };
}

const asked = rows(1000, [add], false);
const entered = { enter: rows(1100, [add], false) };

describe("Enter before the answer", () => {
  it("is held, and takes its row when the answer leaves that the first", () => {
    const { taken, picking } = story({ drawn: asked }, entered, { drawn: rows(1200, [add], true) });
    expect(taken).toEqual([null, null, add]);
    expect(picking.held).toBeNull();
  });

  it("takes its row also when the answer brings others below it", () => {
    expect(story({ drawn: asked }, entered, { drawn: rows(1200, [add, john], true) }).taken.at(-1)).toBe(add);
  });

  it("takes nothing when the answer puts another first, and says which", () => {
    const { taken, picking } = story({ drawn: asked }, entered, { drawn: rows(1200, [jane, add], true) });
    expect(taken).toEqual([null, null, null]);
    expect(picking).toMatchObject({ held: null, unseen: jane, pointed: null });
    expect(activeRow([jane, add], picking)).toBe(0);
  });

  it("takes what came instead only when it can have been seen", () => {
    const other = { drawn: rows(1200, [jane, add], true) };
    const again = (at: number) => ({ enter: rows(at, [jane, add], true) });
    expect(story({ drawn: asked }, entered, other, again(1250), again(1400)).taken.slice(3)).toEqual([
      null,
      null,
    ]);
    expect(story({ drawn: asked }, entered, other, again(1250), again(1600)).taken.slice(3)).toEqual([
      null,
      jane,
    ]);
  });

  it("takes its row when the search fails, which is an answer with the same rows", () => {
    expect(story({ drawn: asked }, entered, { drawn: { ...asked, isAnswered: true } }).taken.at(-1)).toBe(
      add,
    );
  });

  it("waits on however often it is pressed, for the row that was first at the first time", () => {
    const more = { enter: rows(1150, [add], false) };
    const { taken } = story({ drawn: asked }, entered, more, { drawn: rows(1200, [jane, add], true) });
    expect(taken).toEqual([null, null, null, null]);
  });

  it.each(["typed", "closed"] as const)("is forgotten when the list is %s", (how) => {
    const { taken } = story({ drawn: asked }, entered, { turn: how }, { drawn: rows(1200, [add], true) });
    expect(taken).toEqual([null, null, null]);
  });

  it("waits on when the field was left and the list is shown again", () => {
    const { taken } = story({ drawn: asked }, entered, { turn: "shown" }, { drawn: rows(1200, [add], true) });
    expect(taken).toEqual([null, null, add]);
  });

  it("is forgotten when a row is chosen by hand", () => {
    const { taken, picking } = story(
      { drawn: asked },
      entered,
      { point: john },
      {
        drawn: rows(1200, [john, add], true),
      },
    );
    expect(taken).toEqual([null, null, null]);
    expect(picking.pointed).toBe(john);
  });

  it("sends the form with its row when that was asked for meanwhile, and not with another", () => {
    const waiting = send(story({ drawn: asked }, entered).picking);
    expect(look(waiting, rows(1200, [add], true))).toMatchObject({ taken: add, isSent: true });
    const other = look(waiting, rows(1200, [jane, add], true));
    expect(other.taken).toBeNull();
    expect(other.isSent).toBeUndefined();
    expect(send(other.picking)).toBe(other.picking);
    expect(look(story({ drawn: asked }, entered).picking, rows(1200, [add], true)).isSent).toBe(false);
  });

  it("takes nothing where there was no row, and the answer brings one", () => {
    const { taken, picking } = story(
      { drawn: rows(1000, [], false) },
      { enter: rows(1100, [], false) },
      {
        drawn: rows(1200, [jane], true),
      },
    );
    expect(taken).toEqual([null, null, null]);
    expect(picking.unseen).toBe(jane);
  });

  it("takes nothing where there is no row at all", () => {
    const { taken, picking } = story(
      { drawn: rows(1000, [], false) },
      { enter: rows(1100, [], false) },
      {
        drawn: rows(1200, [], true),
      },
    );
    expect(taken).toEqual([null, null, null]);
    expect(picking.held).toBeNull();
  });
});

describe("Enter at a row that was chosen by hand", () => {
  it("takes it at once, answered or not", () => {
    const chosen = { drawn: rows(1000, [john, add], false) };
    expect(story(chosen, { point: add }, { enter: rows(1050, [john, add], false) }).taken.at(-1)).toBe(add);
  });

  it("takes it when an answer has moved it down a moment before", () => {
    const { taken } = story(
      { drawn: asked },
      { point: add },
      { drawn: rows(1200, [jane, add], true) },
      {
        enter: rows(1210, [jane, add], true),
      },
    );
    expect(taken.at(-1)).toBe(add);
  });

  it("takes nothing in its place when an answer has just taken it away", () => {
    const { taken, picking } = story(
      { drawn: rows(1000, [jane, john, add], false) },
      { point: john },
      { drawn: rows(1200, [jane, add], true) },
      { enter: rows(1300, [jane, add], true) },
    );
    expect(taken.at(-1)).toBeNull();
    expect(picking).toMatchObject({ pointed: null, unseen: jane });
  });
});

describe("Enter after the answer", () => {
  it("takes the first row that typing brought, at once", () => {
    const drawn = rows(1000, [jane, add], true);
    expect(story({ drawn }, { enter: { ...drawn, at: 1001 } }).taken).toEqual([null, jane]);
  });

  it("takes the first row when the answer has changed only what is below it", () => {
    const { taken } = story(
      { drawn: asked },
      { drawn: rows(1200, [add, john], true) },
      {
        enter: rows(1210, [add, john], true),
      },
    );
    expect(taken.at(-1)).toBe(add);
  });

  it.each([
    [0, null, jane],
    [399, null, jane],
    [400, jane, null],
    [5000, jane, null],
  ])("another first row since %i ms: takes %s", (ms, taken, unseen) => {
    const answer = { drawn: rows(1200, [jane, add], true) };
    const step = story({ drawn: asked }, answer, { enter: rows(1200 + ms, [jane, add], true) });
    expect(step.taken.at(-1)).toBe(taken);
    expect(step.picking.unseen).toBe(unseen);
  });

  it("takes nothing of an answer that is drawn in the very moment", () => {
    expect(story({ drawn: asked }, { enter: rows(1200, [jane, add], true) }).taken.at(-1)).toBeNull();
  });
});

describe("a list that is shown again", () => {
  it("begins anew where no Enter waits", () => {
    const { picking } = story({ drawn: rows(1000, [jane, john], true) }, { point: john }, { turn: "shown" });
    expect(picking).toBe(untouched);
  });
});

describe("who is told of a row that came under Enter", () => {
  it("no longer is when that row goes again", () => {
    const { picking } = story(
      { drawn: asked },
      entered,
      { drawn: rows(1200, [jane, add], true) },
      {
        drawn: rows(1300, [add], true),
      },
    );
    expect(picking.unseen).toBeNull();
  });
});

describe("isSeen", () => {
  it("holds of what typing brought, and of what an answer brought a while ago", () => {
    const { picking } = story({ drawn: asked }, { drawn: rows(1200, [jane, add], true) });
    expect(isSeen(picking, add, 1201)).toBe(true);
    expect(isSeen(picking, jane, 1599)).toBe(false);
    expect(isSeen(picking, jane, 1600)).toBe(true);
    expect(isSeen(picking, john, 9000)).toBe(false);
    expect(isSeen(untouched, add, 9000)).toBe(false);
  });
});
