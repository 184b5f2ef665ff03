"use client";

import { X } from "lucide-react";
import { useRef, useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { KeyOf } from "@/components/shortcuts/key-of";
import { buttonClass } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useHandOn } from "@/components/ui/use-hand-on";
import { can } from "@/lib/auth/permissions";
import { roleIn, type Viewer } from "@/lib/auth/viewer";
import { call } from "@/lib/http/client";
import type { Welcome as Given } from "@/lib/onboarding/queries";
import { closeOnboarding } from "@/lib/onboarding/schema";
import { roles } from "@/lib/workspaces/roles";
import { OpenSample } from "./open-sample";

type Props = {
  viewer: Viewer;
  welcome: Given;
  /** There are articles to begin with; where there are none, the empty list says what to do. */
  hasArticles: boolean;
};

/** What an invited colleague can do here and how to begin, above the articles, until they close it for good. */
export function Welcome(props: Props) {
  const [isClosed, setClosed] = useState(false);
  async function close(): Promise<void> {
    setClosed(true);
    if (!(await attempt(call(closeOnboarding, {})))) setClosed(false);
  }
  return isClosed ? null : <Box {...props} onClose={() => void close()} />;
}

function Box({ viewer, welcome, hasArticles, onClose }: Props & { onClose: () => void }) {
  const { workspaceId, workspaceName, invitedBy } = welcome;
  const box = useRef<HTMLElement>(null);
  useHandOn(box, () => document.querySelector<HTMLElement>("main h1"));
  const role = roleIn(viewer, workspaceId);
  return (
    <section
      ref={box}
      aria-label="Welcome"
      className="mb-8 flex flex-col items-start gap-2 border border-hairline border-t-2 border-t-active bg-card px-4 py-3 text-card"
    >
      <div className="flex w-full items-start justify-between gap-2">
        <h2 className="wrap-anywhere min-w-0 font-sans font-semibold text-body">
          Welcome to {workspaceName}
        </h2>
        <IconButton label="Close the welcome for good" onClick={onClose} className="-mt-1.5 -mr-2.5">
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <p className="wrap-anywhere max-w-prose">
        {invitedBy} has invited you. {roles.find((one) => one.role === role)?.brief}
      </p>
      {hasArticles && <Beginning viewer={viewer} welcome={welcome} />}
    </section>
  );
}

/** The one thing to do first: for whoever may mark in the sample article, else in one of the articles themselves. */
function Beginning({ viewer, welcome: { workspaceId, sampleId } }: Omit<Props, "hasArticles">) {
  if (!can(viewer, "passage.create", { workspaceId }))
    return (
      <p className="max-w-prose">
        Open an article: a press on its marked words shows who said them, and what colleagues found.
      </p>
    );
  const inSample =
    "Four things to try first, in a story that is invented: mark something, say who said it, judge whether it is so, and reply to a colleague.";
  if (sampleId)
    return (
      <>
        <p className="max-w-prose">{inSample}</p>
        <a className={buttonClass("primary", "small")} href={`/articles/${sampleId}`}>
          Open the sample article
        </a>
      </>
    );
  if (can(viewer, "article.import", { workspaceId }))
    return (
      <>
        <p className="max-w-prose">{inSample}</p>
        <OpenSample workspaceId={workspaceId} />
      </>
    );
  return (
    <p className="max-w-prose">
      Open an article and <span className="pointer-coarse:hidden">drag over some words</span>
      <span className="hidden pointer-coarse:inline">hold a finger on some words</span>: what you can do with
      them stands beside them. A press on marked words shows what colleagues have said of them.
      <span className="pointer-coarse:hidden">
        {" "}
        <KeyOf id="everywhere.help" /> lists the keys.
      </span>
    </p>
  );
}
