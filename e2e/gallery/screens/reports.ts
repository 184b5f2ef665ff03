import type { Screen, Stage } from "../screen";

const levels = ({ world }: Stage) => `/articles/${world.levels}/report`;

/** Reports, as colleagues and as strangers see them. */
export const reportScreens: Screen[] = [
  { name: "reports/report", as: "ana", path: levels, isWhole: true },
  {
    name: "reports/of the demo, with names",
    as: "ines",
    path: ({ world }) =>
      `/articles/${world.ferry}/report?show=&show=names&show=discussion&show=unresolved&show=evidence`,
    isWhole: true,
  },
  { name: "reports/as a viewer", as: "vera", path: ({ world }) => `/articles/${world.ferry}/report` },
  { name: "reports/empty", as: "ines", path: ({ world }) => `/articles/${world.bare}/report` },
  {
    name: "reports/publish",
    as: "ana",
    path: levels,
    bring: async ({ page }) => {
      await page.getByRole("checkbox").first().click();
      await page.getByRole("button", { name: "Publish again" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "reports/withdraw",
    as: "ana",
    path: levels,
    bring: async ({ page }) => {
      await page.getByRole("button", { name: "Withdraw" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "reports/offline",
    as: "ana",
    path: levels,
    bring: async ({ page, context }) => {
      await page.waitForLoadState("networkidle");
      await context.setOffline(true);
      await page
        .getByText(/offline/)
        .first()
        .waitFor();
    },
  },
  { name: "reports/published", path: ({ world }) => `/reports/${world.publicReport}`, isWhole: true },
  { name: "reports/withdrawn", path: `/reports/${"a".repeat(43)}` },
  {
    name: "reports/as printed",
    as: "ana",
    path: levels,
    isWhole: true,
    on: ["tablet"],
    bring: ({ page }) => page.emulateMedia({ media: "print" }),
  },
];
