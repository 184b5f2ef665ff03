import type { Page } from "@playwright/test";
import {
  makeArticle,
  makeAssessment,
  makeComment,
  makeEvidence,
  makePassage,
  makeStateChange,
  makeThread,
} from "@/prisma/factories";
import type { PrismaClient } from "@/prisma/generated/client";
import { expect } from "./fixtures";
import { harbour } from "./reading";
import { makeReported } from "./reports";

/** A newsroom in which everything that can be on a screen is there; Ana, who owns it, looks at it. */
export async function makeEverything(db: PrismaClient) {
  const reported = await makeReported(db);
  const { article, workspace, ana, ben, winters, berths } = reported;
  const at = { articleId: article.id };
  const thread = await makeThread(db, {
    ...at,
    passageId: winters.id,
    createdById: ben.id,
    about: "accuracy",
    assigneeId: ana.id,
  });
  await makeComment(db, { threadId: thread.id, authorId: ben.id, text: "Which two?" });
  await makeComment(db, { threadId: thread.id, authorId: ana.id, text: "The last two." });
  const closed = await makeThread(db, {
    ...at,
    passageId: berths.id,
    createdById: ana.id,
    about: "attribution",
  });
  await makeComment(db, { threadId: closed.id, authorId: ana.id, text: "Says who?" });
  await makeStateChange(db, { threadId: closed.id, byId: ana.id, why: "The port authority." });
  await makePassage(db, { ...at, createdById: ben.id, words: "We lost" });
  const judged = await makePassage(db, { ...at, createdById: ana.id, words: "The ministry did not answer" });
  const { id } = await makeEvidence(db, { passageId: judged.id, addedById: ana.id });
  await makeAssessment(db, { passageId: judged.id, byId: ana.id, verdict: "4", restsOn: [id], text: "Yes." });
  await makeAssessment(db, { passageId: judged.id, byId: ben.id, verdict: "1", reasons: ["overstated"] });
  const old = await makeArticle(db, {
    workspaceId: workspace.id,
    createdById: ana.id,
    text: harbour,
    title: "An old one",
    archivedAt: new Date(),
  });
  const fresh = await makeArticle(db, { workspaceId: workspace.id, createdById: ana.id, text: harbour });
  return { ...reported, thread, closed, judged, old: `/articles/${old.id}`, fresh: `/articles/${fresh.id}` };
}

export type Everything = Awaited<ReturnType<typeof makeEverything>>;

/** One screen in one of its states, and the way there. A new screen is a new row; nothing else is to be told. */
export type Screen = {
  name: string;
  path: (made: Everything) => string;
  /** Seen by somebody who has not signed in. */
  isPublic?: true;
  /** Brings the page into the state that is meant. */
  prepare?: (page: Page, made: Everything) => Promise<void>;
};

const room = async (page: Page) => {
  await expect(page.locator('[data-reader="editor"]')).toBeVisible();
};

/** The room after keys; `name` is what has to be seen then. */
const afterKeys =
  (keys: string, role: "dialog" | "complementary" | "region" | "toolbar" | "form", name: string | RegExp) =>
  async (page: Page) => {
    await room(page);
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await expect(page.getByRole(role, { name })).toBeVisible();
  };

const passage = (made: Everything, which: "winters" | "judged" | "march") =>
  `${made.address}?passage=${made[which].id}`;

export const screens: Screen[] = [
  { name: "sign in", path: () => "/sign-in", isPublic: true },
  {
    name: "sign up, refused",
    path: () => "/sign-up",
    isPublic: true,
    prepare: async (page) => {
      await page.getByLabel("Your name").fill("Ida Holm");
      await page.getByLabel("E-mail address").fill("ida@localhost");
      await page.getByLabel("Password", { exact: true }).fill("short");
      await page.getByLabel("Password", { exact: true }).press("Enter");
      await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
    },
  },
  { name: "nothing there", path: () => "/nowhere" },

  { name: "articles", path: () => "/" },
  { name: "archived articles", path: () => "/?archived=true" },
  { name: "import", path: () => "/articles/new" },
  {
    name: "import with its preview",
    path: () => "/articles/new",
    prepare: async (page) => {
      await page.getByLabel("The article").fill(harbour);
      await page.getByRole("button", { name: "Show the preview" }).click();
      await expect(page.getByRole("heading", { name: "What became of it" })).toBeVisible();
    },
  },

  { name: "reading room", path: ({ address }) => address, prepare: room },
  { name: "reading room, nothing marked", path: ({ fresh }) => fresh, prepare: room },
  { name: "reading room, archived", path: ({ old }) => old, prepare: room },
  {
    name: "reading room, a link to nothing",
    path: ({ address }) => `${address}?passage=gone`,
    prepare: room,
  },
  {
    name: "reading room, a suggestion",
    path: ({ fresh }) => fresh,
    prepare: afterKeys("]", "region", /^Suggestion/),
  },
  { name: "passage, resolved, with a thread", path: (made) => passage(made, "winters"), prepare: room },
  { name: "passage, judged, colleagues hidden", path: (made) => passage(made, "judged"), prepare: room },
  {
    name: "thread, resolved",
    path: ({ address, closed }) => `${address}?thread=${closed.id}`,
    prepare: room,
  },
  {
    name: "thread, a colleague is mentioned",
    path: ({ address, thread }) => `${address}?thread=${thread.id}`,
    prepare: async (page) => {
      await room(page);
      await page.locator("[contenteditable=true]").last().click();
      await page.keyboard.type("Ask @");
      await expect(page.getByRole("listbox")).toBeVisible();
    },
  },
  {
    name: "who said it",
    path: (made) => passage(made, "march"),
    prepare: async (page) => {
      await room(page);
      await page.keyboard.press("a");
      await page.getByRole("combobox", { name: "Source" }).fill("i");
      await expect(page.getByRole("option", { name: /Ida Holm/ })).toBeVisible();
      await page.getByText(/^More/).and(page.locator("summary")).click();
    },
  },
  {
    name: "a verdict, with evidence",
    path: (made) => passage(made, "judged"),
    prepare: async (page) => {
      await room(page);
      await page.keyboard.press("v");
      await page.getByRole("radio", { name: "Misleading in part" }).first().check({ force: true });
      await page.getByRole("button", { name: "Add evidence" }).first().click();
      await expect(page.getByLabel("Address").first()).toBeVisible();
    },
  },
  {
    name: "a resolution",
    path: (made) => passage(made, "judged"),
    prepare: async (page) => {
      await room(page);
      await page
        .getByRole("button", { name: /^Resolve/ })
        .first()
        .click();
    },
  },
  { name: "one source only", path: ({ address, ida }) => `${address}?source=${ida.id}`, prepare: room },
  {
    name: "all passages",
    path: ({ address }) => address,
    prepare: afterKeys("m", "complementary", "All passages"),
  },
  { name: "whose words", path: ({ address }) => address, prepare: afterKeys("w", "dialog", "Whose words") },
  { name: "keys", path: ({ address }) => address, prepare: afterKeys("?", "dialog", /^Keys/) },
  {
    name: "filter",
    path: ({ address }) => address,
    prepare: async (page) => {
      await room(page);
      await page.keyboard.press("f");
      await expect(page.getByRole("combobox", { name: "About" })).toBeVisible();
    },
  },
  {
    name: "selected words",
    path: ({ address }) => address,
    prepare: afterKeys("j j Enter", "toolbar", "Selected words"),
  },
  {
    name: "words looked for",
    path: ({ address }) => address,
    prepare: async (page) => {
      await room(page);
      await lookFor(page, "the harbour");
    },
  },

  { name: "claims as a table", path: ({ address }) => `${address}/claims` },
  {
    name: "claims on a board",
    path: ({ address }) => `${address}/claims?view=board`,
    prepare: (page) => page.locator("main summary").first().click(),
  },
  { name: "claims as a matrix", path: ({ address }) => `${address}/claims?view=matrix` },
  { name: "numbers and dates", path: ({ address }) => `${address}/claims?view=numbers` },
  {
    name: "sources of an article",
    path: ({ address }) => `${address}/sources`,
    prepare: async (page) => {
      const table = page.getByRole("table", { name: "Sources of this article" });
      await table.getByRole("rowheader").getByRole("button").first().click();
    },
  },
  { name: "sources of a workspace", path: ({ workspace }) => `/sources?workspace=${workspace.id}` },
  {
    name: "a source",
    path: ({ workspace }) => `/sources?workspace=${workspace.id}`,
    prepare: async (page) => {
      await page.getByRole("link", { name: "Ida Holm" }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: "Ida Holm" })).toBeVisible();
    },
  },

  { name: "report", path: ({ report }) => report },
  {
    name: "report, published",
    path: ({ report }) => report,
    prepare: async (page) => {
      await publish(page);
      await page.getByRole("link", { name: "Open the published report" }).click();
      await expect(page).toHaveURL(/\/reports\//);
    },
  },

  {
    name: "report, to be withdrawn",
    path: ({ report }) => report,
    prepare: async (page) => {
      await publish(page);
      await page.getByRole("button", { name: "Withdraw" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },

  { name: "people", path: ({ workspace }) => `/workspaces/${workspace.id}` },
  {
    name: "people, one to be removed",
    path: ({ workspace }) => `/workspaces/${workspace.id}`,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Remove Ben Okoro" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "invitation",
    path: ({ workspace }) => `/workspaces/${workspace.id}`,
    prepare: async (page) => {
      await page.getByRole("button", { name: "Make a link" }).click();
      const link = await page.getByLabel("Invitation link").inputValue();
      await page.context().clearCookies();
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  { name: "new workspace", path: () => "/workspaces/new" },
  { name: "settings", path: () => "/settings" },
  { name: "notifications", path: () => "/notifications" },
  { name: "notifications, nothing put off", path: () => "/notifications?show=later" },
  { name: "plain", path: ({ address }) => `${address}/plain` },
];

/** Opens the dialogue for words, by the button or the menu that offers it. */
export async function openWords(page: Page): Promise<void> {
  const name = "Add a passage by its words";
  const more = page.getByRole("button", { name: "More", exact: true });
  if (await more.isVisible()) {
    await more.click();
    await page.getByRole("menuitem", { name }).click();
  } else await page.getByRole("button", { name }).first().click();
}

/** Looks for words in the dialogue for them. */
export async function lookFor(page: Page, words: string): Promise<void> {
  await openWords(page);
  await page.getByRole("textbox", { name: "Words of the article" }).fill(words);
  await page.getByRole("button", { name: "Find the words" }).click();
}

/** Publishes the report that is open. */
async function publish(page: Page): Promise<void> {
  const again = page.getByRole("button", { name: "Publish again" });
  const first = page.getByRole("button", { name: "Publish this report" });
  await expect(first.or(again)).toBeEnabled();
  if (await first.isVisible()) {
    await first.click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  }
  await expect(again).toBeEnabled();
}

/** Opens a screen in its state. */
export async function openScreen(page: Page, screen: Screen, made: Everything): Promise<void> {
  // What is still appearing has not its full contrast yet.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(screen.path(made));
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await screen.prepare?.(page, made);
}
