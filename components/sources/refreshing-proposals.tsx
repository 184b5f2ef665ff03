"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import type { MergeProposal } from "@/lib/sources/schema";
import { MergeProposals } from "./merge-proposals";
import { useMerging } from "./use-merging";

/** Proposals on a page that the server draws: after each decision it draws it anew. */
export function RefreshingProposals({ proposals }: { proposals: MergeProposal[] }) {
  const router = useRouter();
  const merging = useMerging(useCallback(() => router.refresh(), [router]));
  return <MergeProposals proposals={proposals} merging={merging} />;
}
