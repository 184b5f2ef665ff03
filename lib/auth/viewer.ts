export type Role = "owner" | "editor" | "member" | "viewer";

export type ViewerMembership = { workspaceId: string; workspaceName: string; role: Role };

/** Whoever asks, signed in. Nobody is `null`. */
export type Viewer = {
  userId: string;
  name: string;
  email: string;
  memberships: ViewerMembership[];
};

/** The viewer's role in a workspace, or null when they are no member of it. */
export function roleIn(viewer: Viewer | null, workspaceId: string): Role | null {
  return viewer?.memberships.find((one) => one.workspaceId === workspaceId)?.role ?? null;
}

/** Ids of all workspaces the viewer belongs to: the `where` of every read. */
export function workspaceIds(viewer: Viewer | null): string[] {
  return viewer?.memberships.map((one) => one.workspaceId) ?? [];
}

/** The same person with a viewer's rights in this workspace: what everybody is in an archived article. */
export function asReader(viewer: Viewer, workspaceId: string): Viewer {
  const memberships = viewer.memberships.map((one) =>
    one.workspaceId === workspaceId ? { ...one, role: "viewer" as const } : one,
  );
  return { ...viewer, memberships };
}
