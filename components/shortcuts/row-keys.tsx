"use client";

import { EarlyKeys } from "@/components/ui/early-keys";
import { Late } from "@/components/ui/late";

const load = async () => (await import("./main-row-keys")).MainRowKeys;

/** The keys of lists for a page that the server draws. They come after it, like all that reading does not need. */
export function RowKeys() {
  return <Late load={load} props={{}} served={<EarlyKeys />} />;
}
