import { EmptyState } from "@/components/ui/empty-state";

type Helpers = { workspaceId: string; workspaceName: string; people: { userId: string; name: string }[] }[];

/** For those whose role does not let them import: who can do it for them. */
export function CannotImport({ helpers }: { helpers: Helpers }) {
  if (helpers.length === 0) {
    return (
      <EmptyState title="You are in no workspace">
        <p>An article belongs to a workspace. Make one of your own, or ask a colleague for an invitation.</p>
        <a className="link" href="/workspaces/new">
          Make a workspace
        </a>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Importing is for owners and editors">
      <p>Send one of these colleagues the article, or ask an owner to change your role.</p>
      <ul className="text-ink">
        {helpers.map(({ workspaceId, workspaceName, people }) => (
          <li key={workspaceId}>
            {workspaceName}: {people.map(({ name }) => name).join(", ")}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
