// One entry for each thing on its way, so that two windows never overwrite each other's. Without storage (private
// mode, full disk) it lives as long as the page.

/** Keeps a thing over reloads. */
export function keep(prefix: string, one: { id: string }): void {
  try {
    localStorage.setItem(prefix + one.id, JSON.stringify(one));
  } catch {
    // Nothing to do: it is in memory and on its way.
  }
}

export function forget(prefix: string, id: string): void {
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // Storage is off, so there is nothing to forget.
  }
}

/** What of an article a closed page left behind, oldest first. `read` answers null for anything that is not our own. */
export function load<One extends { articleId: string; at: string }>(
  prefix: string,
  articleId: string,
  read: (value: unknown) => One | null,
): One[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => parse(localStorage.getItem(key), read) ?? [])
      .filter((one) => one.articleId === articleId)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  } catch {
    return [];
  }
}

function parse<One>(json: string | null, read: (value: unknown) => One | null): One | null {
  try {
    return read(JSON.parse(json ?? "null"));
  } catch {
    return null;
  }
}
