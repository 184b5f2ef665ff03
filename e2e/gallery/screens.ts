import type { Screen } from "./screen";
import { accountScreens } from "./screens/accounts";
import { articleScreens } from "./screens/articles";
import { claimScreens } from "./screens/claims";
import { passageScreens } from "./screens/passages";
import { readingScreens } from "./screens/reading";
import { reportScreens } from "./screens/reports";

/** Every screen in every state that is worth a look. */
export const screens: Screen[] = [
  ...accountScreens,
  ...articleScreens,
  ...readingScreens,
  ...passageScreens,
  ...claimScreens,
  ...reportScreens,
];
