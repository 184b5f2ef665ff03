import { rm } from "node:fs/promises";
import { toolEnv } from "@/lib/env";
import prepare from "../global-setup";
import { hangGallery } from "./hang-gallery";
import { galleryFolder } from "./screen";
import { furnish } from "./world";

/** A server on a throw-away database as for the tests, furnished; at the end the pictures are hung on one page. */
export default async function prepareGallery(): Promise<() => Promise<void>> {
  const close = await prepare();
  const { SAYSO_E2E_DATABASE: database, SAYSO_E2E_URL: url } = toolEnv();
  if (!database || !url) throw new Error("There is no server.");
  await rm(`${galleryFolder}/world.json`, { force: true });
  try {
    await furnish(database, url);
  } catch (error) {
    await close();
    throw error;
  }
  return async () => {
    await close();
    await hangGallery();
  };
}
