"use client";

import { Late } from "@/components/ui/late";
import type { Viewer } from "@/lib/auth/viewer";
import { AccountButton } from "./account-button";

const load = async () => (await import("./account-popover")).AccountPopover;

/** The person's own corner of the header; what opens from it comes after the page. */
export function AccountMenu({ viewer, canImport }: { viewer: Viewer; canImport: boolean }) {
  return (
    <Late
      load={load}
      props={{ viewer, canImport }}
      served={<AccountButton viewer={viewer} aria-haspopup="dialog" data-early="" />}
    />
  );
}
