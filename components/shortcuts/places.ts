/** Where the keys G, then a letter, lead on this page. */
export function placesFrom(address: string, workspaceId: string | undefined) {
  const article = /^\/articles\/([0-9a-f-]{36})/.exec(address)?.[1];
  const workspace = /^\/workspaces\/([0-9a-f-]{36})/.exec(address)?.[1] ?? workspaceId;
  return {
    "everywhere.articles": "/",
    "everywhere.sources": "/sources",
    "everywhere.claims": article ? `/articles/${article}/claims` : null,
    "everywhere.notifications": "/notifications",
    "everywhere.workspace": workspace ? `/workspaces/${workspace}` : null,
    "everywhere.settings": "/settings",
  } as const;
}

export type PlaceId = keyof ReturnType<typeof placesFrom>;
