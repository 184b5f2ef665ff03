"use client";

import { Late } from "./late";

const load = async () => (await import("./toaster")).Toaster;

/** Where short messages with an undo button appear: nothing can cause one before the page is there. */
export function Toasts() {
  return <Late load={load} props={{}} served={null} />;
}
