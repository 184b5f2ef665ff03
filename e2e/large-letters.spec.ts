import { expectFitsLarge } from "./expect-fit";
import { test as base } from "./fixtures";
import { type Everything, makeEverything, openScreen, screens } from "./screens";

// Tables on a phone whose letters its owner has made twice as large.

const test = base.extend<object, { everything: Everything }>({
  everything: [async ({ db }, use) => use(await makeEverything(db)), { scope: "worker" }],
});

const width = 390;
test.use({ viewport: { width, height: 844 } });

const tables = [
  "claims as a table",
  "claims as a matrix",
  "numbers and dates",
  "sources of an article",
  "sources of a workspace",
];

for (const screen of screens.filter((one) => tables.includes(one.name))) {
  test(`${screen.name}: rows stand under each other and nothing scrolls sideways`, async ({
    page,
    everything,
    signIn,
  }) => {
    await signIn(everything.ana);
    await openScreen(page, screen, everything);
    await expectFitsLarge(page, width);
  });
}
