"use client";

import { Late } from "@/components/ui/late";
import { FindButton } from "./find-button";

const load = async () => (await import("./page-key-listener")).PageKeyListener;

type Props = {
  /** The workspace that the page is about, if any. */
  workspaceId: string | undefined;
  canImport: boolean;
};

/** The keys that every page of the signed-in knows. They come after the page, like all that reading does not need. */
export function PageKeys(props: Props) {
  return <Late load={load} props={props} served={<FindButton data-early="keys" />} />;
}
