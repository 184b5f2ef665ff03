"use client";

import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { withdrawReport } from "@/lib/reports/schema";

type Props = {
  articleId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onWithdrawn: () => void;
};

/** Asks before a published report goes, and says that its address goes with it. */
export function WithdrawDialog({ articleId, open, onOpenChange, onWithdrawn }: Props) {
  const { busy, problem, submit } = useSubmit();

  function withdraw() {
    submit(async () => {
      await call(withdrawReport, { params: { articleId } });
      toast.success("The report is withdrawn.");
      onOpenChange(false);
      onWithdrawn();
    });
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Withdraw the published report?">
      <div className="flex flex-col gap-3 text-body">
        <p>Its address stops working at once and for ever, for everybody who has it.</p>
        <p>You can publish the report again; it then gets a new address. Nothing in the article changes.</p>
        {problem && <Notice kind="error">{problem}</Notice>}
      </div>
      <DialogEnd>
        <DialogCancel>Keep it published</DialogCancel>
        <Button look="danger" busy={busy} onClick={withdraw}>
          Withdraw
        </Button>
      </DialogEnd>
    </Dialog>
  );
}
