"use client";

import { type ComponentType, useEffect, useState } from "react";
import { toast } from "sonner";
import { type Box, onBox, openBox } from "./open-box";
import { type PlaceId, placesFrom } from "./places";
import { type KeyTable, useKeys } from "./use-keys";

export type BoxProps = { onClose: () => void };

/** Fetched when first asked for: whoever reads needs none. */
const boxes: Record<Box, () => Promise<ComponentType<BoxProps>>> = {
  help: () => import("./keys-help").then((module) => module.KeysHelp),
};

/** The keys that every page of the signed-in knows, and what they open. Draws nothing until then. */
export function PageKeyListener({ workspaceId }: { workspaceId: string | undefined }) {
  const [Opened, setOpened] = useState<ComponentType<BoxProps> | null>(null);
  useEffect(
    () =>
      onBox((box) => {
        boxes[box]().then(
          (component) => setOpened(() => component),
          () => toast.error("This could not be loaded. Try again when you are online."),
        );
      }),
    [],
  );
  useKeys({
    "everywhere.help": () => openBox("help"),
    "everywhere.search": focusSearch,
    ...goingKeys(workspaceId),
  });
  return Opened && <Opened onClose={() => setOpened(null)} />;
}

function goingKeys(workspaceId: string | undefined): KeyTable {
  const go = (id: PlaceId) => () => {
    const place = placesFrom(window.location.pathname, workspaceId)[id];
    if (!place) return false;
    window.location.assign(place);
  };
  return {
    "everywhere.articles": go("everywhere.articles"),
    "everywhere.sources": go("everywhere.sources"),
    "everywhere.claims": go("everywhere.claims"),
    "everywhere.workspace": go("everywhere.workspace"),
  };
}

function focusSearch(): false | undefined {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (!field) return false;
  field.focus();
  field.select();
  return undefined;
}
