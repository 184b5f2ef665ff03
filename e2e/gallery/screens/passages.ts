import type { Route } from "@playwright/test";
import type { Screen, Stage } from "../screen";
import { press, ready } from "./reading";

/** The address of a passage of the demo's article, by its words. */
const on = (words: string) => async (stage: Stage) => {
  const { world, db } = stage;
  const articleId = { in: [world.ferry, world.levels] };
  const passage = await db.passage.findFirstOrThrow({ where: { articleId, exact: { contains: words } } });
  return `/articles/${passage.articleId}?passage=${passage.id}`;
};
const opened = async (stage: Stage) => {
  await ready(stage);
  await stage.page.getByRole("region", { name: /^Passage \d/ }).waitFor();
};
/** Its history, with what the server is then asked answered like this; that there is one it has told before. */
const openHistory = async (stage: Stage, answer: (route: Route) => unknown) => {
  await opened(stage);
  const history = stage.page.getByRole("button", { name: "History" }).first();
  await history.waitFor();
  await stage.page.route(/\/api\/passages\/[^/]+\/(assessments|taken-back)$/, answer);
  await history.click();
};
const form = (key: string, name: string | RegExp) => async (stage: Stage) => {
  await press(key)(stage);
  await stage.page.getByRole("form", { name }).waitFor();
};

const atRisk = on("never put a passenger at risk");
const open = on("Nineteen people were treated");

/** One passage, open. */
export const passageScreens: Screen[] = [
  { name: "passages/resolved", as: "ines", path: atRisk, bring: opened },
  {
    name: "passages/resolved, all of it",
    as: "ines",
    path: atRisk,
    bring: opened,
    isWhole: true,
    on: ["desk"],
  },
  { name: "passages/colleagues differ", as: "ines", path: on("had left port 41 times"), bring: opened },
  { name: "passages/blind", as: "amara", path: on("had left port 41 times"), bring: opened },
  {
    name: "passages/history is coming",
    as: "ines",
    path: atRisk,
    bring: async (stage) => {
      await openHistory(stage, () => {});
      await stage.page.getByRole("status", { name: "Loading the history" }).waitFor();
    },
  },
  {
    name: "passages/history fails",
    as: "ines",
    path: atRisk,
    bring: async (stage) => {
      await openHistory(stage, (route) => route.abort());
      await stage.page
        .getByText(/No connection/)
        .first()
        .waitFor();
    },
  },
  { name: "passages/not judged", as: "ines", path: open, bring: opened },
  { name: "passages/split", as: "ana", path: on("the largest harbour"), bring: opened },
  { name: "passages/who said it", as: "ines", path: open, bring: form("a", "Who said it?") },
  {
    name: "passages/who said it, choosing",
    as: "ines",
    path: open,
    bring: async (stage) => {
      await form("a", "Who said it?")(stage);
      await stage.page.getByRole("combobox", { name: "Source" }).fill("r");
      await stage.page.getByRole("listbox").getByRole("option").first().waitFor();
    },
  },
  {
    name: "passages/who said it, more",
    as: "ines",
    path: open,
    bring: async (stage) => {
      await form("a", "Who said it?")(stage);
      await stage.page.getByText(/^More/).and(stage.page.locator("summary")).press("Enter");
    },
  },
  { name: "passages/is it so", as: "ines", path: open, bring: form("v", "Is it so?") },
  {
    name: "passages/is it so, why",
    as: "tomasz",
    path: on("had left port 41 times"),
    bring: async (stage) => {
      await form("v", "Is it so?")(stage);
      await stage.page.keyboard.press("u");
      await stage.page.keyboard.press("Enter");
      await stage.page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "passages/evidence",
    as: "ines",
    path: open,
    bring: async (stage) => {
      await press("e")(stage);
      await stage.page.getByRole("group", { name: "New evidence" }).waitFor();
    },
  },
  {
    name: "passages/comment",
    as: "ines",
    path: open,
    bring: async (stage) => {
      await press("c")(stage);
      await stage.page.locator("[contenteditable=true]").last().waitFor();
    },
  },
  {
    name: "passages/comment that fails",
    as: "ines",
    path: open,
    before: ({ page }) =>
      page.route("**/api/articles/*/threads", (route) =>
        route.request().method() === "POST"
          ? route.fulfill({
              status: 503,
              json: { error: { code: "unavailable", message: "The server is busy." } },
            })
          : route.fallback(),
      ),
    bring: async (stage) => {
      await press("c")(stage);
      await stage.page.locator("[contenteditable=true]").last().fill("Where is the list of the injured?");
      await stage.page.keyboard.press("Control+Enter");
      await stage.page.getByRole("button", { name: "Retry" }).first().waitFor();
    },
  },
  {
    name: "passages/sheet, peek",
    as: "ines",
    path: atRisk,
    on: ["phone"],
    bring: async (stage) => {
      await opened(stage);
      await stage.page.getByRole("button", { name: "Lower" }).click();
    },
  },
  {
    name: "passages/sheet, full",
    as: "ines",
    path: atRisk,
    on: ["phone"],
    bring: async (stage) => {
      await opened(stage);
      await stage.page.getByRole("button", { name: "Taller" }).click();
    },
  },
];
