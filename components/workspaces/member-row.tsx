"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "@/components/accounts/use-submit";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogEnd } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/auth/viewer";
import { call, isPassing } from "@/lib/http/client";
import { labelOfRole, withRole } from "@/lib/workspaces/roles";
import { changeMember, type MemberView } from "@/lib/workspaces/schema";
import { RemoveDialog } from "./remove-dialog";
import { RoleSelect } from "./role-select";

type Props = {
  workspace: { id: string; name: string; role: Role };
  member: MemberView;
  isMe: boolean;
  isLastOwner: boolean;
};

/** One person: who they are, their role, and for owners how to change either. */
export function MemberRow({ workspace, member, isMe, isLastOwner }: Props) {
  const { busy, problem, submit } = useSubmit();
  const [removing, setRemoving] = useState(false);
  const [lowering, setLowering] = useState<Role | null>(null);
  const router = useRouter();
  const isOwner = workspace.role === "owner";

  function change(role: Role) {
    setLowering(null);
    submit(async () => {
      try {
        await call(changeMember, {
          params: { workspaceId: workspace.id, userId: member.userId },
          body: { role, was: member.role },
        });
      } catch (error) {
        // Somebody else changed what stands here. Without a connection the page would be lost by asking for it.
        if (!isPassing(error)) router.refresh();
        throw error;
      }
      toast.success(`${isMe ? "You are" : `${member.name} is`} now ${withRole(role)}.`);
      router.refresh();
    });
  }

  return (
    <li id={`member-${member.userId}`} className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Avatar id={member.userId} name={member.name} />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-semibold break-words">
            {member.name}
            {isMe && <span className="font-normal text-muted"> · you</span>}
          </p>
          <p className="text-label break-words text-muted">
            {member.email}
            {member.lastSeenAt && !isMe && (
              <>
                {" "}
                · last here <TimeAgo at={member.lastSeenAt} />
              </>
            )}
          </p>
        </div>
        {isOwner && !isLastOwner ? (
          <div className="ml-12 w-32 phone:ml-0">
            <RoleSelect
              label={`Role of ${member.name}`}
              value={member.role}
              aria-disabled={busy}
              onChange={(role) => !busy && (isMe ? setLowering : change)(role)}
            />
          </div>
        ) : (
          <span className="text-card text-muted">{labelOfRole(member.role)}</span>
        )}
        {(isOwner || isMe) && !isLastOwner && (
          <Button look="quiet" size="small" className="min-h-10" onClick={() => setRemoving(true)}>
            {isMe ? "Leave" : "Remove"}
            {!isMe && <span className="sr-only"> {member.name}</span>}
          </Button>
        )}
      </div>
      {isMe && isLastOwner && (
        <p className="text-label text-muted">
          You are the last owner. To leave, make somebody else an owner first.
        </p>
      )}
      {problem && <Notice kind="error">{problem}</Notice>}
      <Dialog
        open={lowering !== null}
        onOpenChange={() => setLowering(null)}
        title="Give up being an owner?"
        description="You cannot take it back yourself: another owner would have to make you one again."
      >
        <DialogEnd>
          <DialogCancel />
          <Button look="danger" onClick={() => lowering && change(lowering)}>
            Become {lowering && withRole(lowering)}
          </Button>
        </DialogEnd>
      </Dialog>
      <RemoveDialog
        workspace={workspace}
        member={member}
        isMe={isMe}
        open={removing}
        onOpenChange={setRemoving}
      />
    </li>
  );
}
