import { type ReactNode, useId } from "react";
import { SuggestionCounts } from "@/components/suggestions/suggestion-counts";
import { KeepFresh } from "@/components/ui/keep-fresh";
import { can } from "@/lib/auth/permissions";
import type { Role, Viewer } from "@/lib/auth/viewer";
import type { SuggestionCounts as Counts } from "@/lib/suggestions/schema";
import { roles } from "@/lib/workspaces/roles";
import type { AuditEntryView, InvitationView, MemberView } from "@/lib/workspaces/schema";
import { History } from "./history";
import { Invitations } from "./invitations";
import { MemberRow } from "./member-row";
import { RenameWorkspace } from "./rename-workspace";

type Props = {
  viewer: Viewer;
  workspace: { id: string; name: string; role: Role };
  members: MemberView[];
  /** Null for those who may not see them. */
  invitations: InvitationView[] | null;
  history: { entries: AuditEntryView[]; more: boolean } | null;
  suggestions: Counts | null;
};

/** The people of a workspace, who else is invited, and what happened. */
export function WorkspaceView({ viewer, workspace, members, invitations, history, suggestions }: Props) {
  const owners = members.filter((one) => one.role === "owner").length;
  return (
    <main id="main" className="mx-auto w-full max-w-page px-4 py-8 phone:px-6 phone:py-12">
      <KeepFresh />
      <RenameWorkspace
        workspace={workspace}
        canRename={can(viewer, "workspace.rename", { workspaceId: workspace.id })}
      />
      <div className="mt-8 grid gap-x-12 gap-y-12 desk:grid-cols-page">
        <div className="flex min-w-0 flex-col gap-12">
          <Section
            title="People"
            note={members.length === 1 ? "Only you so far" : `${members.length} members`}
          >
            <ul className="divide-y divide-hairline">
              {members.map((member) => (
                <MemberRow
                  key={member.userId}
                  workspace={workspace}
                  member={member}
                  isMe={member.userId === viewer.userId}
                  isLastOwner={member.role === "owner" && owners === 1}
                />
              ))}
            </ul>
          </Section>
          {invitations && (
            <Section title="Invitations">
              <Invitations workspace={workspace} invitations={invitations} />
            </Section>
          )}
          {suggestions && (
            <Section title="Suggestions" note="Seen by owners">
              <SuggestionCounts rules={suggestions.rules} />
            </Section>
          )}
          {history && (
            <Section title="History" note="Seen by owners">
              <History workspaceId={workspace.id} first={history} />
            </Section>
          )}
        </div>
        <aside aria-label="What each role can do">
          <Roles own={workspace.role} />
        </aside>
      </div>
    </main>
  );
}

function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section tabIndex={-1} aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-4 border-ink border-b pb-2">
        <h2 id={id} className="text-dek font-medium">
          {title}
        </h2>
        {note && <p className="text-label text-muted">{note}</p>}
      </div>
      {children}
    </section>
  );
}

function Roles({ own }: { own: Role }) {
  return (
    <>
      <h2 className="border-ink border-b pb-2 text-dek font-medium">Roles</h2>
      <dl className="mt-4 flex flex-col gap-4 text-card">
        {roles.map(({ role, label, can: ability }) => (
          <div key={role}>
            <dt className="font-semibold">
              {label}
              {role === own && <span className="font-normal text-muted"> · your role</span>}
            </dt>
            <dd className="text-muted">{ability}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
