"use client";

import { Late } from "@/components/ui/late";

const load = async () => (await import("./late-claims-tab")).LateClaimsTab;

export type ClaimsTabProps = { articleId: string; href: string; className: string };

/** The way from an article's text to its claims; for whoever comes from there, back to the row that they left. */
export function ClaimsTab(props: ClaimsTabProps) {
  const { href, className } = props;
  const served = (
    <a href={href} className={className}>
      Claims
    </a>
  );
  return <Late load={load} props={props} served={served} />;
}
