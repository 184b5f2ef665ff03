"use client";

import { type ComponentType, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { toast } from "@/components/ui/toast";
import { FindButton } from "./find-button";
import { guardTyping } from "./guard-typing";
import { keepTyping } from "./keep-typing";
import { useKeyHint } from "./key-settings";
import { type Box, onBox, openBox } from "./open-box";
import type { Page } from "./palette-entries";
import { type PlaceId, placesFrom } from "./places";
import { type KeyTable, tableNow, useKeys } from "./use-keys";

export type BoxProps = {
  onClose: () => void;
  page: Page;
  /** What was typed for it before it was there. */
  typed: string;
};

/** Fetched when first asked for: whoever reads needs neither. */
const boxes: Record<Box, () => Promise<ComponentType<BoxProps>>> = {
  help: () => import("./keys-help").then((module) => module.KeysHelp),
  palette: () => import("./palette").then((module) => module.Palette),
};

type Opened = { Component: ComponentType<BoxProps>; page: Page; typed: string };

type Props = {
  /** The workspace that the page is about, if any. */
  workspaceId: string | undefined;
  canImport: boolean;
};

/** The keys that every page of the signed-in knows, what they open, and the button for whoever does not know them. */
export function PageKeyListener({ workspaceId, canImport }: Props) {
  const keyHint = useKeyHint()("everywhere.palette");
  const [opened, setOpened] = useState<Opened | null>(null);
  useLayoutEffect(
    () =>
      onBox((box) => {
        // What could be done at the moment of the key: the box takes the focus, and with it what was selected.
        const page = { table: tableNow(), address: window.location.pathname, workspaceId, canImport };
        const takeTyped = keepTyping();
        boxes[box]().then(
          (Component) => {
            const typed = takeTyped();
            // With the next key it must be there.
            if (typed !== null) flushSync(() => setOpened({ Component, page, typed }));
          },
          () => {
            takeTyped();
            toast.error("This could not be loaded. Try again when you are online.");
          },
        );
      }),
    [workspaceId, canImport],
  );
  useLayoutEffect(guardTyping, []);
  useKeys({
    "everywhere.palette": () => openBox("palette"),
    "everywhere.help": () => openBox("help"),
    "everywhere.search": focusSearch,
    ...goingKeys(workspaceId),
  });
  return (
    <>
      <FindButton keyHint={keyHint} onClick={() => openBox("palette")} />
      {opened && <opened.Component page={opened.page} typed={opened.typed} onClose={() => setOpened(null)} />}
    </>
  );
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
    "everywhere.notifications": go("everywhere.notifications"),
    "everywhere.workspace": go("everywhere.workspace"),
    "everywhere.settings": go("everywhere.settings"),
  };
}

function focusSearch(): false | undefined {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (!field) return false;
  field.focus();
  field.select();
  return undefined;
}
