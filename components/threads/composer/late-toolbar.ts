import { type ComponentType, lazy } from "react";
import type { ComposerToolbar } from "./composer-toolbar";

type Toolbar = ComponentType<Parameters<typeof ComposerToolbar>[0]>;

/**
 * The editor's tools. Like the field that they belong to they come later than the page, since nobody needs them for
 * reading. Without a connection there are none, and the field goes on working.
 */
export const LateToolbar = lazy(() =>
  import("./composer-toolbar").then(
    (module): { default: Toolbar } => ({ default: module.ComposerToolbar }),
    (): { default: Toolbar } => ({ default: () => null }),
  ),
);
