import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import type { PrismaClient } from "@/prisma/generated/client";
import { project } from "@/prisma/local-files";
import type { World } from "./world";

export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
};
export type Size = keyof typeof sizes;

/** Where the pictures go; git does not know it. */
export const galleryFolder = join(project, ".gallery");

export type Stage = {
  page: Page;
  context: BrowserContext;
  db: PrismaClient;
  world: World;
  size: Size;
};

/** One screen in one state. Add yours to a list in `screens/`. */
export type Screen = {
  /** Its name in the gallery and of its files; the part before the first slash is its chapter. */
  name: string;
  /** Who looks at it; nobody who is signed in, when it is not given. */
  as?: keyof World["people"];
  path: string | ((stage: Stage) => string | Promise<string>);
  /** Where it exists; everywhere, when it is not given. */
  on?: readonly Size[];
  /** All of the page, not only what is in the window. */
  isWhole?: true;
  /** Before the page is opened: answers that fail or stay away. */
  before?: (stage: Stage) => Promise<unknown>;
  /** Brings the opened page into the state. */
  bring?: (stage: Stage) => Promise<unknown>;
};
