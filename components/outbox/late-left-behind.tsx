"use client";

import { Late } from "@/components/ui/late";

const load = async () => (await import("./left-behind")).LeftBehind;

/** What the person wrote in an article and had not sent; it comes after the page, which is not there for it alone. */
export function LateLeftBehind({ userId }: { userId: string }) {
  return <Late load={load} props={{ userId }} served={null} />;
}
