import { expectClearEverywhere } from "./expect-clear";
import { expectFits } from "./expect-fit";
import { test as base } from "./fixtures";
import { type Everything, makeEverything, openScreen, screens } from "./screens";

// Every screen of the table in screens.ts: as axe sees it, light and dark, on a desk, a tablet and a phone; with
// targets that can be hit; and read with large letters, wide spacing and in the narrowest window.

const test = base.extend<object, { everything: Everything }>({
  // Looking changes nothing, so one newsroom is enough for all.
  everything: [async ({ db }, use) => use(await makeEverything(db)), { scope: "worker" }],
});

// A theme that changes slowly is looked at when it has changed; here nobody needs to wait for it.
test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const screen of screens) {
  test(`${screen.name}: clear and whole at every size`, async ({
    page,
    everything,
    signIn,
    allowTrouble,
  }) => {
    allowTrouble(/status of (?:400|404)/);
    if (!screen.isPublic) await signIn(everything.ana);
    await openScreen(page, screen, everything);
    await expectClearEverywhere(page);
    await expectFits(page);
  });
}
