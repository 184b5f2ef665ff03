"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { inputClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { OfflineNotice, useOnline } from "@/components/ui/offline-notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { CallError, call } from "@/lib/http/client";
import { choicesQuery } from "@/lib/reports/choices";
import { type PublicationView, publishReport, type ReportChoices } from "@/lib/reports/schema";
import { inQuotes } from "@/lib/text/in-quotes";
import { PublishDialog } from "./publish-dialog";
import { WithdrawDialog } from "./withdraw-dialog";

type Props = {
  articleId: string;
  /** This site's origin, for the address to pass on. */
  origin: string;
  choices: ReportChoices;
  /** The page does not show these choices yet. */
  isPending: boolean;
  publication: PublicationView | null;
  mayPublish: boolean;
  /** In whose name it is published. */
  workspace: { id: string; name: string };
};

/** Whether the report is published, where, and for owners the way to publish it, again, or withdraw it. */
export function PublishPanel(props: Props) {
  const { articleId, origin, choices, isPending, publication, mayPublish, workspace } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const isWithdrawn = useRef(false);
  useEffect(() => {
    // When the dialog is gone and with it the button that opened it: before, it would take the focus back.
    if (publication || !isWithdrawn.current) return;
    isWithdrawn.current = false;
    heading.current?.focus();
  }, [publication]);
  return (
    <section aria-labelledby="publishing" className="flex flex-col gap-3 text-card">
      <h2
        id="publishing"
        ref={heading}
        tabIndex={-1}
        className="font-sans font-semibold text-card outline-none"
      >
        {publication ? "Published" : "Publish"}
      </h2>
      {publication && (
        <Published publication={publication} address={`${origin}/reports/${publication.address}`} />
      )}
      {!publication && !mayPublish && (
        <p className="text-muted">Not published. Owners can publish a report.</p>
      )}
      {mayPublish && (
        <Publishing
          articleId={articleId}
          choices={choices}
          isPending={isPending}
          publication={publication}
          workspace={workspace}
          onGone={() => {
            isWithdrawn.current = true;
          }}
        />
      )}
    </section>
  );
}

function Published({ publication, address }: { publication: PublicationView; address: string }) {
  return (
    <>
      <p>
        By {publication.publishedBy}, <TimeAgo at={publication.publishedAt} />.{" "}
        <a className="link" href={address}>
          Open the published report
        </a>
      </p>
      <div className="flex items-stretch gap-2">
        <input
          readOnly
          value={address}
          aria-label="Address of the published report"
          onFocus={(event) => event.target.select()}
          className={inputClass}
        />
        <CopyButton text={address} label="Copy" said="The address is copied." />
      </div>
    </>
  );
}

type PublishingProps = Pick<Props, "articleId" | "choices" | "isPending" | "publication" | "workspace"> & {
  onGone: () => void;
};

function Publishing(props: PublishingProps) {
  const { articleId, choices, isPending, publication, workspace, onGone } = props;
  const { busy, problem, submit } = useSubmit();
  const [isRefreshing, startTransition] = useTransition();
  const [isAsking, setAsking] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isOnline = useOnline();
  const isHydrated = useHydrated();
  const router = useRouter();
  const refresh = () => startTransition(() => router.refresh());
  const news = publication && newsOf(publication, choices);
  // Once: what is public with these choices has been asked about.
  const asksFirst = !publication || isOther(publication, choices);

  function publish() {
    submit(async () => {
      try {
        await call(publishReport, {
          params: { articleId },
          body: { choices, version: publication?.version ?? null },
        });
        toast.success(publication ? "The report is published again." : "The report is published.");
      } catch (error) {
        // Somebody else was quicker: the page shows how it is now, and the sentence says why nothing was done.
        if (error instanceof CallError && error.code === "conflict") refresh();
        throw error;
      }
      refresh();
    });
  }

  return (
    <>
      {news && <p className="font-medium">{news}</p>}
      <p className="text-muted">
        {publication
          ? "Publishing again puts what you see here under the same address. Until then it stays as it was published."
          : "Anybody with the address can read it, without an account. It stays as it is until you publish again."}
      </p>
      {publication && (
        <p className="text-muted">
          Verdicts are published only where they are resolved; what is not resolved stands as open. Dissent
          counts all verdicts on what is resolved, also those you have not revealed. Reasons and excerpts are
          printed as they were typed: read them for names first.
        </p>
      )}
      <p className="wrap-anywhere">
        It goes out in the name of the workspace, {inQuotes(workspace.name)}.{" "}
        <a className="link" href={`/workspaces/${workspace.id}`}>
          Rename it
        </a>
      </p>
      <OfflineNotice>
        You are offline. Publishing needs a connection; reading and printing do not.
      </OfflineNotice>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button
          look={!publication || news ? "primary" : "plain"}
          busy={busy || isRefreshing}
          disabled={!isOnline || !isHydrated || isPending}
          onClick={() => (asksFirst ? setAsking(true) : publish())}
        >
          {publication ? "Publish again" : "Publish this report"}
        </Button>
        {publication && (
          <Button look="danger" disabled={!isOnline || !isHydrated} onClick={() => setWithdrawing(true)}>
            Withdraw
          </Button>
        )}
      </div>
      <PublishDialog
        open={isAsking}
        onOpenChange={setAsking}
        choices={choices}
        workspaceName={workspace.name}
        isAgain={publication !== null}
        onPublish={publish}
      />
      <WithdrawDialog
        articleId={articleId}
        open={isWithdrawing}
        onOpenChange={setWithdrawing}
        onWithdrawn={() => {
          onGone();
          refresh();
        }}
      />
    </>
  );
}

/** What is other here than in the published report; null when nothing is. */
function newsOf(publication: PublicationView, choices: ReportChoices): string | null {
  if (isOther(publication, choices)) return "What you chose here is not what is published.";
  return publication.isOutdated ? "The report has changed since it was published." : null;
}

function isOther({ choices: published }: PublicationView, choices: ReportChoices): boolean {
  return choicesQuery(published) !== choicesQuery(choices);
}
