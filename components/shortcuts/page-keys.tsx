"use client";

import { Late } from "@/components/ui/late";

const load = async () => (await import("./page-key-listener")).PageKeyListener;

/** The keys that every page of the signed-in knows. They come after the page, like all that reading does not need. */
export function PageKeys({ workspaceId }: { workspaceId: string | undefined }) {
  return <Late load={load} props={{ workspaceId }} served={null} />;
}
