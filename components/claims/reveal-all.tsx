"use client";

import { Eye } from "lucide-react";
import { useState } from "react";
import { attempt } from "@/components/outbox/attempt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { createReveal } from "@/lib/assessments/schema";
import { call } from "@/lib/http/client";
import { countOf } from "@/lib/text/count-of";

type Props = {
  articleId: string;
  hidden: number;
  /** Others see nothing by judging, only by asking. */
  mayJudge: boolean;
  onRevealed: () => void;
};

/** Says that colleagues' verdicts are hidden and why, and shows them to whoever asks, after asking once. */
export function RevealAll({ articleId, hidden, mayJudge, onRevealed }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const reveal = async () => {
    setBusy(true);
    const isDone = await attempt(call(createReveal, { params: { articleId }, body: {} }));
    setBusy(false);
    if (!isDone) return;
    setAsking(false);
    onRevealed();
  };
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-card print:hidden">
      <p className="text-muted">
        Colleagues’ verdicts on {countOf(hidden, "question")} are hidden until you{" "}
        {mayJudge ? "have judged" : "reveal them"}.
      </p>
      <Button size="small" onClick={() => setAsking(true)}>
        <Eye aria-hidden className="size-4" />
        Reveal all verdicts
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Reveal all verdicts?"
        description={`You will see what colleagues have judged on ${countOf(hidden, "question")} of this article. ${mayJudge ? "Your later verdicts there" : "If you are allowed to judge later, your verdicts there"} will not be blind, and it will show. This cannot be undone.`}
      >
        <DialogEnd>
          <DialogCancel>Keep them hidden</DialogCancel>
          <Button look="primary" busy={isBusy} onClick={() => void reveal()}>
            Reveal all
          </Button>
        </DialogEnd>
      </Dialog>
    </div>
  );
}
