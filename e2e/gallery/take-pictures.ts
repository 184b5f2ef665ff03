import { join } from "node:path";
import { test } from "../fixtures";
import { pictureFile } from "./hang-gallery";
import { galleryFolder, sizes } from "./screen";
import { screens } from "./screens";
import { readWorld } from "./world";

const themes = ["light", "dark"] as const;

for (const screen of screens) {
  test(screen.name, async ({ page, context, db, signIn, allowTrouble }, { project }) => {
    const size = Object.keys(sizes).find((one): one is keyof typeof sizes => one === project.name) ?? "desk";
    test.skip(screen.on !== undefined && !screen.on.includes(size));
    // Failures are among what is shown.
    allowTrouble(/./);
    const world = readWorld();
    const stage = { page, context, db, world, size };
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (screen.as) await signIn({ id: world.people[screen.as] });
    await screen.before?.(stage);
    await page.goto(typeof screen.path === "string" ? screen.path : await screen.path(stage));
    await screen.bring?.(stage);
    await page.evaluate(() => document.fonts.ready);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.screenshot({
        path: join(galleryFolder, pictureFile(screen.name, `${size}-${theme}`)),
        fullPage: screen.isWhole ?? false,
        animations: "disabled",
        caret: "hide",
      });
    }
  });
}
