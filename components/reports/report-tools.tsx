"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { choicesQuery } from "@/lib/reports/choices";
import type { PublicationView, ReportChoices } from "@/lib/reports/schema";
import { ChoicesForm } from "./choices-form";
import { PrintButton } from "./print-button";
import { PublishPanel } from "./publish-panel";
import { ReportFiles } from "./report-files";

type Props = {
  articleId: string;
  origin: string;
  choices: ReportChoices;
  publication: PublicationView | null;
  mayPublish: boolean;
  /** In whose name it is published. */
  workspace: { id: string; name: string };
};

/** What stands beside a report: what it holds, and where it goes. */
export function ReportTools(props: Props) {
  const { articleId, origin, choices, publication, mayPublish, workspace } = props;
  // As it was ticked, until the page has come that shows it; nothing is published between the two.
  const [chosen, setChosen] = useOptimistic(choices);
  const [isPending, startTransition] = useTransition();
  const router = useRouter();
  const address = `/articles/${articleId}/report`;

  function choose(next: ReportChoices) {
    startTransition(() => {
      setChosen(next);
      router.replace(`${address}?${choicesQuery(next)}`, { scroll: false });
    });
  }

  return (
    <>
      <ChoicesForm address={address} chosen={chosen} isPending={isPending} onChoose={choose} />
      <section aria-labelledby="taking" className="flex flex-col gap-3 border-hairline border-t pt-5">
        <h2 id="taking" className="font-sans font-semibold text-card">
          Take it along
        </h2>
        <PrintButton />
        <ReportFiles from={`/api${address}`} query={`?${choicesQuery(chosen)}`} hasAnnotations />
        {!publication && (
          <p className="text-label text-muted">
            As long as the report is not published, the ClaimReview names no address where others could read
            it.
          </p>
        )}
      </section>
      <div className="border-hairline border-t pt-5">
        <PublishPanel
          articleId={articleId}
          origin={origin}
          choices={chosen}
          isPending={isPending}
          publication={publication}
          mayPublish={mayPublish}
          workspace={workspace}
        />
      </div>
    </>
  );
}
