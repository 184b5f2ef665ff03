"use client";

import { useRouter } from "next/navigation";
import { useSubmit } from "@/components/accounts/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { type MemberView, removeMember } from "@/lib/workspaces/schema";
import { wordsForWhatStays } from "@/lib/workspaces/what-stays";

type Props = {
  workspace: { id: string; name: string };
  member: MemberView;
  isMe: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks before somebody goes, and says what stays. */
export function RemoveDialog({ workspace, member, isMe, open, onOpenChange }: Props) {
  const { busy, problem, submit } = useSubmit();
  const router = useRouter();

  function go() {
    submit(async () => {
      await call(removeMember, { params: { workspaceId: workspace.id, userId: member.userId } });
      if (isMe) {
        window.location.assign("/");
        return;
      }
      toast.success(`${member.name} is no longer a member.`);
      onOpenChange(false);
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={isMe ? `Leave ${workspace.name}?` : `Remove ${member.name}?`}
    >
      <div className="flex flex-col gap-3 text-body">
        <p>
          {isMe
            ? "You lose access to its articles at once. To come back you need an invitation."
            : "They lose access at once, also on pages that are open now. To come back they need an invitation."}
        </p>
        <p>{sayWhatStays(member, isMe)}</p>
        {problem && <Notice kind="error">{problem}</Notice>}
      </div>
      <DialogEnd>
        <DialogCancel />
        <Button look="danger" busy={busy} onClick={go}>
          {isMe ? "Leave" : "Remove"}
        </Button>
      </DialogEnd>
    </Dialog>
  );
}

function sayWhatStays({ stays }: MemberView, isMe: boolean): string {
  const [they, their] = isMe ? ["you", "your"] : ["they", "their"];
  if (!stays) return `All that ${they} did here stays, under ${their} name.`;
  const words = wordsForWhatStays(stays);
  return words
    ? `Under ${their} name stays all that ${they} did here: ${words}.`
    : `${isMe ? "You" : "They"} have marked, judged and written nothing here.`;
}
