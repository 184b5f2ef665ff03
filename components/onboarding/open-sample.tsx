"use client";

import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { call } from "@/lib/http/client";
import { openSample } from "@/lib/onboarding/schema";

/** Leads into the sample article of a workspace, which is made where it is not there. */
export function OpenSample({ workspaceId }: { workspaceId: string }) {
  const { busy, problem, submit } = useSubmit();
  const ready = useHydrated();
  const go = async () => {
    const { articleId } = await call(openSample, { params: { workspaceId } });
    window.location.assign(`/articles/${articleId}`);
  };
  return (
    <>
      {problem && <Notice kind="error">{problem}</Notice>}
      <Button busy={busy} disabled={!ready} onClick={() => submit(go, { stay: false })}>
        Open the sample article
      </Button>
    </>
  );
}
