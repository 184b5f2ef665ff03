import { beforeEach, describe, expect, it } from "vitest";
import { type Hold, holdKept, onThrownAway } from "./kept-text";

/** One browser: what lies in its storage, and windows that hear what the others do there. */
function openBrowser() {
  let kept: string | null = null;
  const windows: Hold[] = [];
  return {
    kept: () => kept,
    openWindow(): Hold {
      const hold = holdKept("place", {
        get: () => kept,
        put: (key, newValue) => {
          const oldValue = kept;
          kept = newValue;
          if (oldValue !== newValue)
            for (const other of windows) if (other !== hold) other.heed({ key, oldValue, newValue });
          return true;
        },
      });
      windows.push(hold);
      hold.find();
      return hold;
    },
  };
}

describe("what two windows keep in one place", () => {
  let browser: ReturnType<typeof openBrowser>;
  let [first, second]: Hold[] = [];
  beforeEach(() => {
    browser = openBrowser();
    [first, second] = [browser.openWindow(), browser.openWindow()];
  });

  it("stays when the first is done and the second has written since", () => {
    first?.write("mine");
    second?.write("theirs");
    first?.release();
    expect(browser.kept()).toBe("theirs");
    second?.release();
    expect(browser.kept()).toBeNull();
  });

  it("comes back when the one that lay over it is done", () => {
    second?.write("theirs");
    first?.write("mine");
    first?.release();
    expect(browser.kept()).toBe("theirs");
  });

  it("stays when the other field is emptied", () => {
    first?.write("mine");
    second?.write("theirs");
    first?.write(null);
    expect(browser.kept()).toBe("theirs");
  });

  it("goes for good when the window that found it is done with it", () => {
    first?.write("mine");
    const third = browser.openWindow();
    third.release();
    expect(browser.kept()).toBeNull();
    first?.release();
    expect(browser.kept()).toBeNull();
  });

  it("is not brought back by a window that only read it", () => {
    first?.write("mine");
    browser.openWindow();
    first?.write("mine, longer");
    first?.release();
    expect(browser.kept()).toBeNull();
  });

  it("is told of when it is thrown away, and neither when it is done with nor when it is the other's", () => {
    const thrown: string[] = [];
    const stop = onThrownAway(({ key, text }) => thrown.push(`${key}: ${text}`));
    first?.write("done with");
    first?.release();
    first?.write("mine");
    second?.write("theirs");
    first?.throwAway();
    expect(thrown).toEqual([]);
    second?.throwAway();
    expect(thrown).toEqual(["place: theirs"]);
    expect(browser.kept()).toBeNull();
    stop();
  });
});
