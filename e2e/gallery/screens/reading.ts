import { randomUUID } from "node:crypto";
import { dragOver } from "../../reading";
import type { Screen, Size, Stage } from "../screen";

const wide: readonly Size[] = ["desk", "tablet"];

/** Waits until the editor has taken the place of the served text. */
export const ready = ({ page }: Stage) => page.locator('[data-reader="editor"]').waitFor();

/** Presses the letters one after the other once the room is there. */
export const press =
  (...keys: string[]) =>
  async (stage: Stage) => {
    await ready(stage);
    for (const key of keys) await stage.page.keyboard.press(key);
  };

const ferry = ({ world }: Stage) => `/articles/${world.ferry}`;

/** The reading room as a whole. */
export const readingScreens: Screen[] = [
  {
    name: "readme/reading room",
    as: "ines",
    path: ferry,
    on: ["desk"],
    bring: async (stage) => {
      await ready(stage);
      await stage.page.locator("mark.passage", { hasText: "never put a passenger at risk" }).first().click();
      await stage.page.getByRole("region", { name: /^Passage \d/ }).waitFor();
      await stage.page.mouse.move(5, 880);
      await stage.page.evaluate(() => window.scrollTo(0, 120));
    },
  },
  { name: "reading/still", as: "ines", path: ferry, bring: ready },
  { name: "reading/still, all of it", as: "ines", path: ferry, bring: ready, isWhole: true },
  { name: "reading/levels", as: "ana", path: ({ world }) => `/articles/${world.levels}`, bring: ready },
  {
    name: "reading/nobody has marked",
    as: "ines",
    path: ({ world }) => `/articles/${world.bare}`,
    bring: ready,
  },
  {
    name: "reading/300 passages",
    as: "ines",
    path: ({ world }) => `/articles/${world.crowded}`,
    bring: ready,
  },
  {
    name: "reading/300 passages, open",
    as: "ines",
    path: ({ world }) => `/articles/${world.crowded}`,
    bring: press("n", "n", "n"),
  },
  { name: "reading/quiet", as: "ines", path: ferry, bring: press("q"), on: wide },
  { name: "reading/filter", as: "ines", path: ferry, bring: press("f"), on: wide },
  {
    name: "reading/coloured by source",
    as: "ines",
    path: ferry,
    bring: async (stage) => {
      await press("f")(stage);
      await stage.page.getByLabel("Colour by").selectOption("source");
    },
    on: wide,
  },
  {
    name: "reading/list, what was deleted",
    as: "ines",
    path: ferry,
    before: ({ page }) =>
      page.route("**/passages/deleted", (route) =>
        route.fulfill({
          json: {
            passages: [
              {
                ...{ id: randomUUID(), start: 0, end: 5, exact: "Words that were deleted" },
                ...{ deletedBy: null, deletedAt: new Date().toISOString(), threads: [] },
              },
            ],
          },
        }),
      ),
    bring: async (stage) => {
      await press("m")(stage);
      await stage.page.getByText("Deleted here").click();
      await stage.page.getByRole("button", { name: /^Restore/ }).scrollIntoViewIfNeeded();
    },
  },
  { name: "reading/list", as: "ines", path: ferry, bring: press("m") },
  { name: "reading/keys", as: "ines", path: ferry, bring: press("?"), on: wide },
  {
    name: "reading/coverage",
    as: "ines",
    path: ferry,
    bring: async (stage) => {
      await press("w")(stage);
      await stage.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "reading/selection",
    as: "ines",
    path: ferry,
    bring: async (stage) => {
      await ready(stage);
      await dragOver(stage.page, "Three ships of the same class are still in service.");
    },
  },
  {
    name: "reading/suggestion",
    as: "ines",
    path: ferry,
    bring: async (stage) => {
      await press("]")(stage);
      await stage.page.getByRole("region", { name: /^Suggestion \d/ }).waitFor();
    },
  },
  { name: "reading/as a viewer", as: "vera", path: ferry, bring: press("n") },
  { name: "reading/archived", as: "ines", path: ({ world }) => `/articles/${world.archived}`, bring: ready },
  {
    name: "reading/passage gone",
    as: "ines",
    path: (stage) => `${ferry(stage)}?passage=00000000-0000-4000-8000-000000000000`,
    bring: ready,
  },
  {
    name: "reading/offline",
    as: "ines",
    path: ferry,
    bring: async (stage) => {
      await press("n")(stage);
      await stage.context.setOffline(true);
      await stage.page
        .getByText(/offline/i)
        .first()
        .waitFor();
    },
  },
  {
    name: "reading/a mark that failed",
    as: "ines",
    path: ferry,
    before: ({ page }) =>
      page.route("**/api/articles/*/passages", (route) =>
        route.fulfill({
          status: 422,
          json: { error: { code: "invalid", message: "This cannot be stored." } },
        }),
      ),
    bring: async (stage) => {
      await ready(stage);
      await dragOver(stage.page, "Three ships of the same class are still in service.");
      await stage.page.keyboard.press("h");
      await stage.page.locator("mark.is-failed").first().waitFor();
    },
  },
  {
    name: "reading/the text fails",
    as: "ines",
    path: ferry,
    before: ({ page }) => page.route("**/*.js", (route) => route.abort()),
  },
];
